using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads a Gaia source from a row of a table: Gaia's own, as its archive writes it, or one that was made of matches.
/// </summary>
internal static class GaiaRow
{
    /// <summary>The columns a row needs, for error messages.</summary>
    internal const string Wanted =
        "Or pipe rows of a Gaia table, with phot_g_mean_mag, bp_rp (or phot_bp_mean_mag and phot_rp_mean_mag) and"
        + " parallax.";

    // What tables have in the place of a number that was not measured.
    private static readonly string[] Missing = ["null", "NaN", "--"];

    private static readonly string[] G = ["phot_g_mean_mag", "PhotGMeanMag"];
    private static readonly string[] Bp = ["phot_bp_mean_mag", "PhotBpMeanMag"];
    private static readonly string[] Rp = ["phot_rp_mean_mag", "PhotRpMeanMag"];
    private static readonly string[] Color = ["bp_rp", "BpRp"];
    private static readonly string[] Parallax = ["parallax"];
    private static readonly string[] ParallaxError = ["parallax_error", "ParallaxError"];
    private static readonly string[] ParallaxOverError = ["parallax_over_error", "ParallaxOverError"];

    /// <summary>Reads a source.</summary>
    /// <returns>Null where the row has not the columns of one.</returns>
    /// <exception cref="FormatException">It has them, but a number in it cannot be read.</exception>
    internal static GaiaMatch? Read(PSObject input)
    {
        var row = new Row(input);
        if (!row.Has(G) || !row.Has(Parallax) || !(row.Has(Color) || (row.Has(Bp) && row.Has(Rp))))
        {
            return null;
        }

        double parallax = ReadNumber(row.Get(Parallax));
        double error = ReadNumber(row.Get(ParallaxError));
        return new GaiaMatch
        {
            Psid = row.Get("Psid") is { } psid and not (0 or 0L or "0") ? PsidAttribute.ReadOne(psid) : 0,
            Catalog = "gaia",
            Id = row.GetText("source_id", "SourceId", "Id", "designation"),
            TargetName = row.GetText("TargetName", "Name"),
            PhotGMeanMag = ReadNumber(row.Get(G)),
            PhotBpMeanMag = ReadNumber(row.Get(Bp)),
            PhotRpMeanMag = ReadNumber(row.Get(Rp)),
            BpRp = ReadNumber(row.Get(Color)),
            Parallax = parallax,
            ParallaxError = double.IsNaN(error) ? parallax / ReadNumber(row.Get(ParallaxOverError)) : error,
            Synthetic = bool.TryParse(row.GetText("Synthetic"), out bool synthetic) && synthetic,
        };
    }

    private static double ReadNumber(object? value) =>
        value is null || Missing.Contains(value.ToString(), StringComparer.OrdinalIgnoreCase)
            ? double.NaN
            : NumberAttribute.ReadNumber(value);
}
