namespace Zvar.Tables;

// A star and a source beside it: which star of a partition, how far apart, and which row of which group of those that
// were looked at; no group where there is no source. Pairs are in order of the stars, then of how close they are, then
// of the other catalogue.
internal readonly record struct XmatchPair(int Star, double Separation, int Group, int Row) : IComparable<XmatchPair>
{
    internal bool HasSource => Group >= 0;

    internal static XmatchPair Without(int star) => new(star, double.NaN, -1, -1);

    public int CompareTo(XmatchPair other) =>
        (Star, Separation, Group, Row).CompareTo((other.Star, other.Separation, other.Group, other.Row));
}
