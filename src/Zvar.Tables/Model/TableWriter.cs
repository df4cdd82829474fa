namespace Zvar.Tables;

/// <summary>Writes one table, a block of rows at a time. It does not close the stream.</summary>
public abstract class TableWriter : IDisposable
{
    /// <summary>Writes rows. The block's arrays may be used again afterwards.</summary>
    /// <exception cref="TableException">The format has no place for what is in them.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public abstract void Write(TableBlock block);

    /// <summary>Writes what comes after the last row.</summary>
    public abstract void Complete();

    /// <summary>Lets go of what it holds, complete or not.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what it holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
