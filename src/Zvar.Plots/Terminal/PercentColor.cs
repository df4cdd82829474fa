namespace Zvar.Plots;

// A colour as sixels know it: each part in whole percents.
internal readonly record struct PercentColor(byte Red, byte Green, byte Blue)
{
    internal static PercentColor Of(byte red, byte green, byte blue) =>
        new(Percent(red), Percent(green), Percent(blue));

    private static byte Percent(byte value) => (byte)(((value * 100) + 127) / 255);
}
