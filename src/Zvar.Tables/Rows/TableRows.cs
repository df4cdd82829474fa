namespace Zvar.Tables;

/// <summary>Gathers objects into the blocks of a table.</summary>
public abstract class TableRows
{
    /// <summary>Whether as many have come as go together.</summary>
    public bool IsFull => Count >= TableBlock.MostRows;

    /// <summary>Whether none has come since the last block.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>How many have come since the last block.</summary>
    protected int Count { get; set; }

    /// <summary>What the table is of. It is known once rows have come, and stays.</summary>
    public abstract TableHeader Header { get; }

    /// <summary>Adds an object, or as much of it as the block has room for.</summary>
    /// <param name="row">The object.</param>
    /// <param name="from">Of a light curve, the exposure to go on with.</param>
    /// <returns>
    /// Of a light curve the exposure to go on with once the block was taken; 0 where all was added.
    /// </returns>
    /// <exception cref="TableException">It has other columns than those that came.</exception>
    public abstract int Add(object row, int from);

    /// <summary>What has come since the last block. Its arrays are filled anew afterwards.</summary>
    public TableBlock Take()
    {
        IReadOnlyList<Cells> cells = Cells();
        var block = new TableBlock(Count, cells);
        Count = 0;
        return block;
    }

    private protected abstract IReadOnlyList<Cells> Cells();
}
