namespace Zvar.Tables;

/// <summary>Reads one table, a block of rows at a time.</summary>
public abstract class TableReader : IDisposable
{
    /// <summary>What the table says of itself.</summary>
    public abstract TableHeader Header { get; }

    /// <summary>
    /// What is to be told of the table as it was read: other tables of the file, columns of no type that is known.
    /// </summary>
    public IReadOnlyList<string> Notes => NotesTaken;

    private protected List<string> NotesTaken { get; } = [];

    /// <summary>The next rows, which are the caller's; null where there are no more.</summary>
    /// <exception cref="TableException">The file is cut off or is not as its format wants it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public abstract TableBlock? Read();

    /// <summary>Lets go of the file.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the file.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private protected static TableException Damaged(string message, Exception? inner = null) =>
        new(TableError.TableDamaged, message, inner);
}
