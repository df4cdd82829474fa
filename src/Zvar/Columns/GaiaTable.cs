using static Zvar.ColumnType;

namespace Zvar;

/// <summary>The columns that a <see cref="GaiaMatch"/> has beside those of every match.</summary>
public static class GaiaTable
{
    private const string BrightnessUcd = "phot.mag;stat.mean;em.opt";

    /// <summary>The columns, in the order of the properties. The service name is Gaia's own.</summary>
    public static IReadOnlyList<Column<GaiaMatch>> Columns { get; } =
    [
        new("PhotGMeanMag", Real, "Mean G magnitude", match => match.PhotGMeanMag)
        {
            ServiceName = "phot_g_mean_mag", Unit = "mag", Ucd = BrightnessUcd,
        },
        new("PhotBpMeanMag", Real, "Mean BP magnitude", match => match.PhotBpMeanMag)
        {
            ServiceName = "phot_bp_mean_mag", Unit = "mag", Ucd = "phot.mag;stat.mean;em.opt.B",
        },
        new("PhotRpMeanMag", Real, "Mean RP magnitude", match => match.PhotRpMeanMag)
        {
            ServiceName = "phot_rp_mean_mag", Unit = "mag", Ucd = "phot.mag;stat.mean;em.opt.R",
        },
        new("Parallax", Real, "Parallax", match => match.Parallax)
        {
            ServiceName = "parallax", Unit = "mas", Ucd = "pos.parallax.trig",
        },
        new("ParallaxError", Real, "Standard error of the parallax", match => match.ParallaxError)
        {
            ServiceName = "parallax_error", Unit = "mas", Ucd = "stat.error;pos.parallax.trig",
        },
        new("Pm", Real, "Total proper motion", match => match.Pm)
        {
            ServiceName = "pm", Unit = "mas.yr**-1", Ucd = "pos.pm",
        },
        new("PmRa", Real, "Proper motion in right ascension, times cos(dec)", match => match.PmRa)
        {
            ServiceName = "pmra", Unit = "mas.yr**-1", Ucd = "pos.pm;pos.eq.ra",
        },
        new("PmRaError", Real, "Standard error of the proper motion in right ascension", match => match.PmRaError)
        {
            ServiceName = "pmra_error", Unit = "mas.yr**-1", Ucd = "stat.error;pos.pm;pos.eq.ra",
        },
        new("PmDec", Real, "Proper motion in declination", match => match.PmDec)
        {
            ServiceName = "pmdec", Unit = "mas.yr**-1", Ucd = "pos.pm;pos.eq.dec",
        },
        new("PmDecError", Real, "Standard error of the proper motion in declination", match => match.PmDecError)
        {
            ServiceName = "pmdec_error", Unit = "mas.yr**-1", Ucd = "stat.error;pos.pm;pos.eq.dec",
        },
        new("BpRp", Real, "Colour BP - RP", match => match.BpRp)
        {
            Unit = "mag", Ucd = "phot.color;em.opt.B;em.opt.R",
        },
        new("ParallaxOverError", Real, "Parallax over its error", match => match.ParallaxOverError)
        {
            Ucd = "stat.snr;pos.parallax.trig",
        },
        new("AbsoluteMagnitude", Real, "Absolute G magnitude without extinction", match => match.AbsoluteMagnitude)
        {
            Unit = "mag", Ucd = "phys.magAbs;em.opt",
        },
    ];

    /// <summary>Gaia's own name of the column behind a property.</summary>
    internal static string ServiceNameOf(string property) =>
        Columns.First(column => column.Name == property).ServiceName!;
}
