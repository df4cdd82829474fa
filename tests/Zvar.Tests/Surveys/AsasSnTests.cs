namespace Zvar.Tests.Surveys;

public class AsasSnTests
{
    // The columns of Sky Patrol 1's CSV; the values made up. A limit is a magnitude behind > with an error of 99.99.
    [Fact]
    public void The_first_sky_patrol_is_in_V_and_HJD_and_has_limits()
    {
        LightCurve curve = Table.OfText(
            """
            HJD,UT Date,Camera,FWHM,Limit,mag,mag_err,flux(mJy),flux_err,Filter
            2457000.75,2014-12-09.25,ba,1.46,16.9,13.25,0.02,18.5,0.3,V
            2457001.75,2014-12-10.25,be,1.50,14.8,>14.8,99.990,0.3,1.0,g
            """).ReadOne(out TableNotes notes);
        Assert.Equal([2457000.75, 2457001.75], curve.Time);
        Assert.Equal([13.25, double.NaN], curve.Mag);
        Assert.Equal([double.NaN, 14.8], curve.LimitingMag);
        Assert.Equal(["V", "g"], curve.Band);
        Assert.All(curve.Flux, flux => Assert.Equal(double.NaN, flux));
        Assert.All(curve.FluxErr, error => Assert.Equal(double.NaN, error));
        Assert.Equal(("HJD", MagnitudeKind.AsGiven), (curve.TimeSystem.ToString(), curve.MagnitudeKind));
        Assert.Equal("ASAS-SN Sky Patrol 1 (HJD, mag, Filter)", curve.Source);
        Assert.Empty(notes.Warnings);
    }

    [Fact]
    public void Without_a_filter_it_is_V() => Assert.Equal(
        "V",
        Table.OfText("HJD,Camera,mag,mag_err,flux(mJy),flux_err\n2457000.75,ba,13.25,0.02,18.5,0.3").ReadOne().Bands);

    [Fact]
    public void The_second_on_the_web_leaves_out_what_is_not_good()
    {
        LightCurve curve = Table.OfText(
            """
            JD,Flux,Flux Error,Mag,Mag Error,Limit,FWHM,Filter,Quality,Camera
            2457000.75,18.5,0.3,13.25,0.02,16.9,1.46,g,G,bi
            2457001.75,0.3,1.0,99.99,99.99,14.8,1.50,g,G,bi
            2457002.75,18.5,0.3,13.25,0.02,16.9,1.46,g,B,bi
            2457003.75,18.5,0.3,13.25,0.02,16.9,1.46,g,U,bi
            """).ReadOne(out TableNotes notes);
        Assert.Equal([13.25, double.NaN], curve.Mag);
        Assert.Equal([double.NaN, 14.8], curve.LimitingMag);
        Assert.Equal("JD", curve.TimeSystem.ToString());
        Assert.Equal("ASAS-SN Sky Patrol 2 (JD, Mag, Filter)", curve.Source);
        Assert.Contains("2 rows were left out: their column Quality says that they are bad.", notes.Warnings);
    }

    // What the client pyasassn gives, in typed cells.
    [Fact]
    public void The_second_in_its_client_tells_stars_by_their_ids()
    {
        string[] names =
        [
            "asas_sn_id", "jd", "flux", "flux_err", "mag", "mag_err", "limit", "fwhm", "image_id", "camera", "quality",
            "phot_filter",
        ];
        LightCurve[] curves = new Table(
            names,
            [17181160895L, 2457000.75, 18.5, 0.3, 13.25, 0.02, 16.9, 1.46, "coadd_1", "ba", "G", "V"],
            [17181160896L, 2457000.75, 18.5, 0.3, 14.25, 0.02, 16.9, 1.46, "coadd_1", "bi", "G", "g"],
            [17181160895L, 2457001.75, 0.3, 1.0, 15.5, 99.99, 15.5, 1.46, "coadd_2", "bi", "G", "g"]).Read(out TableNotes notes);
        Assert.Equal(["17181160895", "17181160896"], curves.Select(one => one.TargetName));
        Assert.Equal(["V", "g"], curves[0].Band);
        Assert.Equal([double.NaN, 15.5], curves[0].LimitingMag);
        Assert.Equal(
            "1 magnitudes were taken as limits: their error in the column mag_err is 99 or more.",
            Assert.Single(notes.Warnings));
    }
}
