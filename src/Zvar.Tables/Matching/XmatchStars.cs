namespace Zvar.Tables;

// The stars of a partition, as far as a cross-match wants them, in the order of the catalogue.
internal sealed record XmatchStars(long[] Psid, long[] Healpix, SkyPosition[] Position, bool[] Synthetic)
{
    internal static IReadOnlyList<string> Columns { get; } =
        [HatsTable.Psid, HatsTable.Healpix, HatsTable.Ra, HatsTable.Dec, nameof(ZvarObject.Synthetic)];

    internal int Count => Psid.Length;

    internal static XmatchStars Of(IEnumerable<HatsRows> groups)
    {
        HatsRows[] all = [.. groups];
        return new XmatchStars(
            [.. all.SelectMany(rows => rows.Psid)],
            [.. all.SelectMany(rows => rows.Healpix)],
            [.. all.SelectMany(rows => Enumerable.Range(0, rows.Count).Select(rows.PositionOf))],
            [.. all.SelectMany(rows => Enumerable.Range(0, rows.Count).Select(rows.IsSynthetic))]);
    }
}
