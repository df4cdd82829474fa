namespace Zvar.Tables;

// A source of another catalogue that a star was matched with, and where the star is.
internal sealed record MatchEntry(string Id, string Catalog, IndexEntry Star) : IComparable<MatchEntry>
{
    // By id first, as an index is by its column, and in the order in which Parquet.Net finds the least and the most of
    // texts for the statistics.
    public int CompareTo(MatchEntry? other) =>
        other is null ? 1
        : string.CompareOrdinal(Id, other.Id) is not 0 and var byId ? byId
        : string.CompareOrdinal(Catalog, other.Catalog) is not 0 and var byCatalog ? byCatalog
        : Star.Psid.CompareTo(other.Star.Psid);
}
