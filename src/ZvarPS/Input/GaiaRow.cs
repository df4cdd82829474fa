using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads a Gaia source from a row of a table: Gaia's own, as its archive writes it or VizieR does, or one that was made
/// of matches.
/// </summary>
internal static class GaiaRow
{
    /// <summary>The columns a row needs, for error messages.</summary>
    internal const string Wanted =
        "Or pipe rows of a Gaia table, with phot_g_mean_mag, bp_rp (or phot_bp_mean_mag and phot_rp_mean_mag) and"
        + " parallax, or VizieR's names Gmag, BP-RP (or BPmag and RPmag) and Plx.";

    private static readonly string[] G = ["phot_g_mean_mag", "PhotGMeanMag", "Gmag"];
    private static readonly string[] Bp = ["phot_bp_mean_mag", "PhotBpMeanMag", "BPmag"];
    private static readonly string[] Rp = ["phot_rp_mean_mag", "PhotRpMeanMag", "RPmag"];
    private static readonly string[] Color = ["bp_rp", "BpRp", "BP-RP"];
    private static readonly string[] Parallax = ["parallax", "Plx"];
    private static readonly string[] ParallaxError = ["parallax_error", "ParallaxError", "e_Plx"];
    private static readonly string[] ParallaxOverError = ["parallax_over_error", "ParallaxOverError", "RPlx"];

    /// <summary>Reads a source.</summary>
    /// <returns>Null where the row has not the columns of one.</returns>
    /// <exception cref="FormatException">It has them, but a number in it cannot be read.</exception>
    internal static GaiaMatch? Read(PSObject input)
    {
        if (!Argument.IsRow(input))
        {
            return null;
        }

        var row = new Row(input);
        if (!row.Has(G) || !row.Has(Parallax) || !(row.Has(Color) || (row.Has(Bp) && row.Has(Rp))))
        {
            return null;
        }

        double parallax = Number.OfCell(row.Get(Parallax));
        double error = Number.OfCell(row.Get(ParallaxError));
        return new GaiaMatch
        {
            Psid = PsidAttribute.OfRow(row),
            Catalog = "gaia",
            Id = row.GetText("source_id", "SourceId", "Id", "designation", "Source"),
            TargetName = row.GetText("TargetName", "Name"),
            PhotGMeanMag = Number.OfCell(row.Get(G)),
            PhotBpMeanMag = Number.OfCell(row.Get(Bp)),
            PhotRpMeanMag = Number.OfCell(row.Get(Rp)),
            BpRp = Number.OfCell(row.Get(Color)),
            Parallax = parallax,
            ParallaxError = double.IsNaN(error) ? parallax / Number.OfCell(row.Get(ParallaxOverError)) : error,
            Synthetic = row.Is("Synthetic"),
        };
    }
}
