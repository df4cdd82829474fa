namespace Zvar.Tests.Surveys;

public class OtherSurveyTests
{
    [Theory]
    [InlineData("MasterID")]
    [InlineData("InputID")]
    [InlineData("ID")]
    public void Catalina_is_without_a_filter_and_keeps_what_is_blended(string id)
    {
        LightCurve curve = Table.OfText(
            $"""
            {id},Mag,Magerr,RA,Dec,MJD,Blend
            1001028034556,15.5,0.05,10.5,1.25,53599.5,0
            1001028034556,15.75,0.06,10.5,1.25,53600.5,1
            """).ReadOne(out TableNotes notes);
        Assert.Equal([2453600, 2453601], curve.Time);
        Assert.Equal([15.5, 15.75], curve.Mag);
        Assert.Equal([0.05, 0.06], curve.MagErr);
        Assert.Equal(["", ""], curve.Band);
        Assert.Equal("1001028034556", curve.TargetName);
        Assert.Equal($"Catalina ({id}, MJD, Mag)", curve.Source);
        Assert.Empty(notes.Warnings);
    }

    // The columns of AAVSO's download, as far as they matter; its HJD is mostly empty.
    [Fact]
    public void AAVSO_counts_in_JD_has_limits_and_two_flags()
    {
        LightCurve curve = Table.OfText(
            """
            JD,Magnitude,Uncertainty,HQuncertainty,Band,Observer Code,Validation Flag,Cmag,Kmag,HJD,Star Name
            2458000.5,9.1,0.02,,V,AAA,Z,10.1,10.2,,SS CYG
            2458001.5,<13.5,,,Vis.,BBB,V,,,,SS CYG
            2458002.5,9.3,,0.03,B,AAA,T,,,,SS CYG
            2458003.5,9.4,0.02,,V,AAA,D,,,2458003.501,SS CYG
            """).ReadOne(out TableNotes notes);
        Assert.Equal([2458000.5, 2458001.5], curve.Time);
        Assert.Equal([9.1, double.NaN], curve.Mag);
        Assert.Equal([double.NaN, 13.5], curve.LimitingMag);
        Assert.Equal(["V", "Vis."], curve.Band);
        Assert.Equal("SS CYG", curve.TargetName);
        Assert.Equal("JD", curve.TimeSystem.ToString());
        Assert.Equal("2 rows were left out: their column Validation Flag says that they are bad.", Assert.Single(notes.Warnings));
    }

    [Fact]
    public void A_search_of_AAVSO_says_in_a_column_what_is_a_limit()
    {
        LightCurve curve = Table.OfText(
            """
            #,target,auid,jd,mag,uncertainty,fainterthan,band
            1,SS CYG,000-BCP-220,2458000.5,9.1,0.02,False,Johnson V
            2,SS CYG,000-BCP-220,2458001.5,13.5,,True,Johnson V
            """).ReadOne();
        Assert.Equal([9.1, double.NaN], curve.Mag);
        Assert.Equal([double.NaN, 13.5], curve.LimitingMag);
        Assert.Equal("Johnson V", curve.Bands);
        Assert.Equal("AAVSO search (jd, mag, band)", curve.Source);
    }

    [Fact]
    public void VStars_simple_form_may_have_an_observer_and_a_flag()
    {
        LightCurve curve = Table.OfText(
            "JD,mag,uncertainty,observer,flag\n2458000.5,9.1,0.02,AAA,V\n2458001.5,<13.5,,AAA,\n2458002.5,9.9,,AAA,D").ReadOne();
        Assert.Equal([9.1, double.NaN], curve.Mag);
        Assert.Equal("VStar (JD, mag)", curve.Source);
    }

    // As Stripe 82's RR Lyrae have it (time, mag, magerr, band by number); the values made up.
    [Fact]
    public void Times_that_look_like_MJDs_are_these_in_tables_like_Stripe_82s_and_that_is_told()
    {
        LightCurve curve = Table.OfText(
            """
            num,time,mag,magerr,band
            4099,51075.25,16.5,0.004,r
            4099,51075.26,16.6,0.005,i
            4099,52075.25,16.5,0.004,r
            4099,52075.26,16.6,0.005,i
            4099,53075.26,16.6,0.005,i
            """).ReadOne(out TableNotes notes);
        Assert.Equal(2451075.75, curve.Time[0]);
        Assert.Equal("Stripe 82 or a table like it (num, time, mag, band)", curve.Source);
        Assert.Equal("JD", curve.TimeSystem.ToString());
        Assert.Contains("5 times of the column time were taken for MJDs: 2400000.5 was added to them.", notes.Remarks);
    }

    [Theory]
    [InlineData(2458000.25, 2458000.25)]
    [InlineData(12.5, 12.5)]
    [InlineData(14999.5, 14999.5)]
    [InlineData(15000.5, 2415001.0)]
    public void Other_times_stay_as_they_are(double time, double read) => Assert.Equal(
        read, new Table(["time", "mag", "magerr", "band"], [time, 16.5, 0.1, "r"]).ReadOne().Time[0]);

    [Theory]
    [InlineData("hjd", 2458000.25, "HJD")]
    [InlineData("HJD_UTC", 2458000.25, "HJD (UTC)")]
    [InlineData("bjd", 2458000.25, "BJD")]
    [InlineData("BJD_TDB", 2458000.25, "BJD (TDB)")]
    [InlineData("bmjd", 57999.75, "BJD")]
    [InlineData("jd", 2458000.25, "JD")]
    [InlineData("jd_utc", 2458000.25, "JD (UTC)")]
    [InlineData("mjd", 57999.75, "JD")]
    [InlineData("hmjd", 57999.75, "HJD")]
    [InlineData("time", 2458000.25, "time")]
    public void A_table_of_no_survey_says_by_its_names_how_its_times_are_counted(string name, double time, string system)
    {
        LightCurve curve = new Table([name, "mag"], [time, 17.0]).ReadOne();
        Assert.Equal((2458000.25, system), (curve.Time[0], curve.TimeSystem.ToString()));
        Assert.Equal(($"a table ({name}, mag)", MagnitudeKind.AsGiven), (curve.Source, curve.MagnitudeKind));
    }

    // AB: 8.90 of a jansky. 3631 Jy are 0.
    [Theory]
    [InlineData("uJy", "duJy", 1000, 16.4)]
    [InlineData("flux_uJy", "flux_uJy_err", 1000, 16.4)]
    [InlineData("flux (mJy)", "flux_err", 1, 16.4)]
    [InlineData("mJy", "e_mJy", 3631000, 0)]
    [InlineData("flux_nJy", "sigma_flux_nJy", 1000000, 16.4)]
    [InlineData("flux (\u00B5Jy)", "flux_err", 1000, 16.4)]
    public void Fluxes_in_janskys_are_AB_magnitudes(string flux, string error, double value, double mag)
    {
        LightCurve curve = new Table(["jd", flux, error], [2458000.5, value, value / 10]).ReadOne();
        Assert.Equal(mag, curve.Mag[0], 3);
        Assert.Equal(0.10857362, curve.MagErr[0], 7);
        Assert.Equal(10, curve.Snr[0], 9);
        Assert.Equal(double.NaN, curve.Flux[0]);
        Assert.Equal(MagnitudeKind.Ab, curve.MagnitudeKind);
    }

    [Fact]
    public void A_magnitude_goes_before_a_flux() => Assert.Equal(
        15.0, new Table(["jd", "uJy", "mag"], [2458000.5, 1000.0, 15.0]).ReadOne().Mag[0]);

    [Fact]
    public void Rows_of_ZVAR_are_ZVARs()
    {
        LightCurve curve = new Table(
            ["Psid", "Time", "Mag", "Flux"], [145120008365555264L, 2458000.5, 17.4, 345.0]).ReadOne();
        Assert.Equal((145120008365555264L, 345.0), (curve.Psid, curve.Flux[0]));
        Assert.Equal(("BJD", MagnitudeKind.Ab, null), (curve.TimeSystem.ToString(), curve.MagnitudeKind, curve.Source));
    }
}
