namespace Zvar.Plots;

// A band beside its mark: its name, which may be anything, and how many exposures there are in it.
internal static class BandLabel
{
    internal static string Of(string band, int count) => $"{Excerpt.Of(band)} ({count})".TrimStart();
}
