namespace Zvar;

// A column by which a survey says that an exposure is bad; where it is a survey's own, beside its magnitude alone.
internal sealed record QualityFlag(string Name, Func<string, bool> IsBad, string? Mag = null)
{
    // The bit of ZTF's catflags for what IRSA says not to use.
    private const long BadCatflags = 32768;

    // Those of ZTF at IRSA and at ALeRCE, of ASAS-SN (good or bad) and of AAVSO (transformed, discrepant).
    internal static readonly QualityFlag[] All =
    [
        new("catflags", cell => Number.TryParse(cell, out double flags) && ((long)flags & BadCatflags) != 0),
        new("corrected", cell => !IsTrue(cell), Mag: "magpsfcorr"),
        new("dubious", IsTrue, Mag: "magpsfcorr"),
        new("quality", cell => cell is "B"),
        new("validationflag", cell => cell is "T" or "D"),
    ];

    internal static bool IsTrue(string cell) => cell is "1" || cell.Equals("true", StringComparison.OrdinalIgnoreCase);
}
