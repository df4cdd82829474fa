using Zvar;

namespace ZvarPS;

/// <summary>What to do with a table that has times and no magnitudes, but something that can be made into them.</summary>
internal static class MagnitudeAdvice
{
    // Filters whose names are columns where a table has one for each.
    private static readonly string[] Bands =
        ["U", "B", "V", "R", "I", "Rc", "Ic", "u", "g", "r", "i", "z", "y", "J", "H", "K", "Ks", "G", "BP", "RP"];

    private static readonly string[] WordsOfError = ["err", "sig", "unc", "e_", "std", "rms", "ratio", "flag"];

    /// <summary>Says what to do, if there is anything.</summary>
    /// <returns>Null where the row has no times, or nothing to make magnitudes of.</returns>
    internal static string? Of(Row row)
    {
        string[] names = [.. row.Names];
        if (row.Has("Psid") || PhotometryHeader.Find([.. names, "mag"]) is null)
        {
            return null;
        }

        if (Array.Find(names, IsFlux) is { } flux)
        {
            string quoted = $"'{Excerpt.Of(flux).Replace("'", "''", StringComparison.Ordinal)}'";
            return $"The input has times and fluxes ({Excerpt.Of(flux)}), and no magnitudes. Make them on the way, with the"
                + " zero point of the fluxes in place of 25: Select-Object *, @{ n = 'Mag'; e = { -2.5 *"
                + $" [math]::Log10($_.{quoted}) + 25 }} }}";
        }

        string[] bands = [.. names.Intersect(Bands)];
        return bands.Length > 0
            ? $"The input has times, and a column for each band ({string.Join(" and ", bands)}). Make a row of each:"
                + " about_ZvarPS_Folding tells how."
            : null;
    }

    private static bool IsFlux(string name) => name.Contains("flux", StringComparison.OrdinalIgnoreCase)
        && !WordsOfError.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
