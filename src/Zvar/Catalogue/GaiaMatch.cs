namespace Zvar;

/// <summary>A ZVAR object beside a Gaia source, with Gaia's columns typed.</summary>
public sealed record GaiaMatch : CatalogMatch
{
    /// <summary>Mean G magnitude (phot_g_mean_mag).</summary>
    public double PhotGMeanMag { get; init; } = double.NaN;

    /// <summary>Mean BP magnitude (phot_bp_mean_mag).</summary>
    public double PhotBpMeanMag { get; init; } = double.NaN;

    /// <summary>Mean RP magnitude (phot_rp_mean_mag).</summary>
    public double PhotRpMeanMag { get; init; } = double.NaN;

    /// <summary>Parallax in milliarcseconds.</summary>
    public double Parallax { get; init; } = double.NaN;

    /// <summary>Its standard error in milliarcseconds (parallax_error).</summary>
    public double ParallaxError { get; init; } = double.NaN;

    /// <summary>Total proper motion in milliarcseconds a year.</summary>
    public double Pm { get; init; } = double.NaN;

    /// <summary>Proper motion in right ascension, times cos(dec), in milliarcseconds a year.</summary>
    public double PmRa { get; init; } = double.NaN;

    /// <summary>Its standard error in milliarcseconds a year (pmra_error).</summary>
    public double PmRaError { get; init; } = double.NaN;

    /// <summary>Proper motion in declination in milliarcseconds a year.</summary>
    public double PmDec { get; init; } = double.NaN;

    /// <summary>Its standard error in milliarcseconds a year (pmdec_error).</summary>
    public double PmDecError { get; init; } = double.NaN;

    /// <summary>The colour BP - RP in magnitudes: the difference of the two, where it was not given.</summary>
    public double BpRp
    {
        get => double.IsNaN(field) ? PhotBpMeanMag - PhotRpMeanMag : field;
        init;
    }
    = double.NaN;

    /// <summary>The parallax over its error.</summary>
    public double ParallaxOverError => Parallax / ParallaxError;

    /// <summary>
    /// The absolute G magnitude without extinction, M = G + 5 log10(parallax/1000) + 5; NaN where the parallax is not
    /// positive.
    /// </summary>
    public double AbsoluteMagnitude =>
        Parallax > 0 ? PhotGMeanMag + (5 * Math.Log10(Parallax / 1000)) + 5 : double.NaN;

    internal static GaiaMatch FromColumns(long psid, string catalog, IReadOnlyDictionary<string, object> columns)
    {
        var others = new Dictionary<string, object>(columns, StringComparer.Ordinal);
        double Take(string property) =>
            others.Remove(GaiaTable.ServiceNameOf(property), out object? value) ? ToDouble(value) : double.NaN;
        return new GaiaMatch
        {
            Psid = psid,
            Catalog = catalog,
            PhotGMeanMag = Take(nameof(PhotGMeanMag)),
            PhotBpMeanMag = Take(nameof(PhotBpMeanMag)),
            PhotRpMeanMag = Take(nameof(PhotRpMeanMag)),
            Parallax = Take(nameof(Parallax)),
            ParallaxError = Take(nameof(ParallaxError)),
            Pm = Take(nameof(Pm)),
            PmRa = Take(nameof(PmRa)),
            PmRaError = Take(nameof(PmRaError)),
            PmDec = Take(nameof(PmDec)),
            PmDecError = Take(nameof(PmDecError)),
            Columns = others,
        };
    }

    private static double ToDouble(object? value) => value switch
    {
        double number => number,
        long number => number,
        string text when Number.TryRead(text, out double number) => number,
        _ => double.NaN,
    };
}
