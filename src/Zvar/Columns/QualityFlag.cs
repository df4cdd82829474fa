using System.Globalization;

namespace Zvar;

// A column by which a survey says that an exposure is bad, its name in letters and digits alone; where it is a survey's
// own, beside its magnitude alone.
internal sealed record QualityFlag(string Name, Func<object, bool> IsBad, string? Mag = null)
{
    // The bit of ZTF's catflags for what IRSA says not to use.
    private const long BadCatflags = 32768;

    // Those of ZTF at IRSA and at ALeRCE, of ASAS-SN (good or bad) and of AAVSO (transformed, discrepant).
    internal static readonly QualityFlag[] All =
    [
        OfBits("catflags", BadCatflags),
        new("corrected", cell => !IsTrue(cell), Mag: "magpsfcorr"),
        new("dubious", IsTrue, Mag: "magpsfcorr"),
        OfWords("quality", "B"),
        OfWords("validationflag", "T", "D"),
    ];

    // Bad where one of some bits is set.
    internal static QualityFlag OfBits(string name, long bits) => new(name, cell => (WholeOf(cell) & bits) != 0);

    // Bad where a number is that large.
    internal static QualityFlag OfLeast(string name, double least) => new(name, cell => NumberOf(cell) >= least);

    // Bad where a number is larger.
    internal static QualityFlag Above(string name, double most) => new(name, cell => NumberOf(cell) > most);

    // Bad where something other than zero stands.
    internal static QualityFlag OfAnyBit(string name) => new(name, cell => NumberOf(cell) is < 0 or > 0);

    // Bad where it is true.
    internal static QualityFlag OfTruth(string name) => new(name, IsTrue);

    // Bad where one of some words stands.
    internal static QualityFlag OfWords(string name, params string[] bad) => new(name, cell => bad.Contains(TextOf(cell)));

    // Bad where anything but a word stands.
    internal static QualityFlag Unless(string name, string good) => new(name, cell => TextOf(cell) != good);

    internal static bool IsTrue(object cell) => cell switch
    {
        bool truth => truth,
        string text => text.Trim() is "1" || text.Trim().Equals("true", StringComparison.OrdinalIgnoreCase),
        _ => NumberOf(cell) == 1,
    };

    // Whether there is something in the cell.
    internal static bool IsSaid(object? cell) =>
        cell is not (null or double.NaN or float.NaN) && !(cell is string text && Number.IsMissing(text));

    private static string TextOf(object cell) => cell as string is { } text
        ? text.Trim()
        : Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";

    private static double NumberOf(object cell) => cell switch
    {
        int whole => whole,
        double number => number,
        bool truth => truth ? 1 : 0,
        _ => Number.TryParse(TextOf(cell), out double number) ? number : double.NaN,
    };

    private static long WholeOf(object cell) => cell switch
    {
        int whole => whole,
        long whole => whole,
        short whole => whole,
        _ => NumberOf(cell) is var number && Math.Abs(number) < long.MaxValue ? (long)number : 0,
    };
}
