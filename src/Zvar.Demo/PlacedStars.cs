namespace Zvar.Demo;

// The stars the ZVAR notebook speaks of.
internal static class PlacedStars
{
    private static readonly PlacedStar[] All = [NotebookStar.Make(), NotebookStar.MakeSecond()];

    internal static IEnumerable<DemoStar> Stars { get; } = [.. All.Select(placed => placed.Star)];

    internal static long[] Psids { get; } = [.. All.Select(placed => placed.Star.Psid)];

    internal static SkyPosition[] Positions { get; } = [.. All.Select(placed => placed.Star.Position)];

    internal static PlacedStar? Find(long psid)
    {
        int index = Array.IndexOf(Psids, psid);
        return index < 0 ? null : All[index];
    }

    internal static double? ReferenceMagOf(long psid, string band) =>
        Find(psid) is { } placed && placed.ReferenceMags.TryGetValue(band, out double mag) ? mag : null;

    // What is known of a file, its field's cadence and its exposures, is known of it for every star.
    internal static double? ZeroPointOf(int field, int ccd, int quad, string band) =>
        InField(field) is { } placed
        && placed.Matchfiles![0].Ccd == ccd
        && placed.Matchfiles[0].Quad == quad
        && placed.ZeroPoints.TryGetValue(band, out double zeroPoint) ? zeroPoint : null;

    internal static IReadOnlyList<double> TimesOf(int field, string band) =>
        [.. (InField(field)?.Points ?? []).Where(point => point.Band == band).Select(point => point.Time)];

    internal static int? ExposuresOf(int field, string band) =>
        InField(field)?.Matchfiles!.FirstOrDefault(file => file.Band == band)?.Exposures;

    // The known exposures are a field's first.
    internal static double? StartOf(int field) => InField(field)?.Points.Max(point => point.Time);

    private static PlacedStar? InField(int field) =>
        All.FirstOrDefault(placed => placed.Matchfiles is { } files && files[0].Field == field);
}
