namespace Zvar.Tables;

/// <summary>Some rows of a table, as columns.</summary>
/// <param name="Count">How many rows.</param>
/// <param name="Columns">The cells, one entry for each of the table's columns and in their order.</param>
public sealed record TableBlock(int Count, IReadOnlyList<Cells> Columns)
{
    /// <summary>
    /// So many rows go together at the most: enough to be fast, and little beside a session's memory.
    /// </summary>
    public const int MostRows = 65_536;
}
