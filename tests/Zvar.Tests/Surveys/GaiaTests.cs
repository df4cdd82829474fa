namespace Zvar.Tests.Surveys;

public class GaiaTests
{
    // Gaia DR3's epoch_photometry: days from 2455197.5, BJD (TCB). 1700 is 2456897.5. The values are made up.
    private const string Names =
        "source_id,transit_id,g_transit_time,g_transit_flux,g_transit_flux_error,g_transit_flux_over_error,g_transit_mag,"
        + "bp_obs_time,bp_flux,bp_flux_error,bp_mag,rp_obs_time,rp_flux,rp_flux_error,rp_mag,"
        + "variability_flag_g_reject,variability_flag_bp_reject,variability_flag_rp_reject";

    [Fact]
    public void A_row_has_an_exposure_of_each_band_but_for_what_is_rejected()
    {
        LightCurve curve = Table.OfText(
            $"""
            {Names}
            5853498713190525696,1,1700,1000,2,500,15.5,1700.0001,500,5,15.9,1700.0002,700,7,14.9,False,False,False
            5853498713190525696,2,1701,1000,2,500,15.6,1701.0001,500,5,15.8,,,,,False,True,False
            """).ReadOne(out TableNotes notes);
        Assert.Equal(["G", "BP", "RP", "G"], curve.Band);
        Assert.Equal([15.5, 15.9, 14.9, 15.6], curve.Mag);
        Assert.Equal([2456897.5, 2456897.5001, 2456897.5002, 2456898.5], curve.Time.Select(time => Math.Round(time, 6)));

        // 1.0857362 × 2 / 1000.
        Assert.Equal(0.00217147, curve.MagErr[0], 8);
        Assert.All(curve.Flux, flux => Assert.Equal(double.NaN, flux));
        Assert.Equal("5853498713190525696", curve.TargetName);
        Assert.Equal(("BJD (TCB)", MagnitudeKind.Vega), (curve.TimeSystem.ToString(), curve.MagnitudeKind));
        Assert.Equal(
            "1 rows were left out: their column variability_flag_bp_reject says that they are bad.",
            Assert.Single(notes.Warnings));
        Assert.Contains("1 rows are no exposures: their column rp_obs_time is empty.", notes.Remarks);
    }

    [Fact]
    public void Arrays_of_a_source_are_its_light_curve()
    {
        string[] names =
        [
            "source_id", "g_transit_time", "g_transit_mag", "g_transit_flux", "g_transit_flux_error", "bp_obs_time", "bp_mag",
            "rp_obs_time", "rp_mag", "photometry_flag_bp_reject", "variability_flag_g_reject",
        ];
        LightCurve[] curves = new Table(
            names,
            [
                5853498713190525696L, Numbers(1700, 1701, 1702), Numbers(15.5, 15.6, 15.7),
                Numbers(1000, 1000, 1000), Numbers(2, 2, 2),
                Numbers(1700, 1701, double.NaN), Numbers(15.9, 15.8, double.NaN),
                Numbers(1700, 1701, 1702), Numbers(14.9, double.NaN, 14.7),
                Flags(false, true, false), Flags(false, false, true),
            ],
            [
                5853498713190525697L, Numbers(1800), Numbers(12.5), Numbers(1000), Numbers(2),
                Numbers(1800), Numbers(12.9), Numbers(1800), Numbers(11.9), Flags(false), Flags(false),
            ]).Read(out TableNotes notes);
        Assert.Equal([5, 3], curves.Select(one => one.Points));
        Assert.Equal([15.5, 15.6], curves[0].Mag.Where((_, i) => curves[0].Band[i] == "G"));
        Assert.Equal([15.9], curves[0].Mag.Where((_, i) => curves[0].Band[i] == "BP"));
        Assert.Equal([14.9, 14.7], curves[0].Mag.Where((_, i) => curves[0].Band[i] == "RP"));
        Assert.Equal("5853498713190525697", curves[1].TargetName);
        Assert.Equal(2, notes.Warnings.Count());
    }

    [Fact]
    public void Arrays_of_different_lengths_are_refused()
    {
        string[] names = ["source_id", "g_transit_time", "g_transit_mag"];
        FormatException refusal = Assert.Throws<FormatException>(() => new Table(
            names, [1L, Numbers(1700, 1701), Numbers(15.5)]).Read(out _));
        Assert.Equal(
            "The columns of this light curve differ in length: g_transit_time has 2, g_transit_mag 1.", refusal.Message);
    }

    [Fact]
    public void The_form_of_DR2_has_a_band_in_each_row()
    {
        LightCurve curve = Table.OfText(
            """
            source_id,transit_id,band,time,mag,flux,flux_error,flux_over_error,rejected_by_photometry,rejected_by_variability
            5853498713190525696,1,G,1700,15.5,1000,2,500,false,false
            5853498713190525696,1,BP,1700.0001,15.9,500,5,100,true,false
            5853498713190525696,1,RP,1700.0002,14.9,700,7,100,false,true
            5853498713190525696,2,G,1701,,,,,false,false
            """).ReadOne(out TableNotes notes);
        Assert.Equal([15.5], curve.Mag);
        Assert.Equal(0.00217147, curve.MagErr[0], 8);
        Assert.Equal([2456897.5], curve.Time);
        Assert.Equal("Gaia, in the form of DR2 (source_id, time, mag, band)", curve.Source);
        Assert.Equal(2, notes.Warnings.Count());
    }

    private static double[] Numbers(params double[] numbers) => numbers;

    private static bool[] Flags(params bool[] flags) => flags;
}
