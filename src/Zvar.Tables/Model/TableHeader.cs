namespace Zvar.Tables;

/// <summary>What a table says of itself before its rows.</summary>
/// <param name="Name">What it is a table of, in a word: ZvarObject, say.</param>
/// <param name="Columns">Its columns.</param>
public sealed record TableHeader(string Name, IReadOnlyList<Column> Columns)
{
    /// <summary>
    /// Where it is from, and what else is true of all of it, by the names of these facts and in order.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; init; } = [];
}
