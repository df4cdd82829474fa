namespace Zvar.Tests.Surveys;

public class ZtfTests
{
    // The columns: https://irsa.ipac.caltech.edu/docs/program_interface/ztf_lightcurve_api.html; the values made up.
    private static readonly Table Irsa = Table.OfText(
        """
        oid,expid,hjd,mjd,mag,magerr,catflags,filtercode,ra,dec,field,ccdid,qid,limitmag,magzp
        686103400034440,1,2458204.6845,58204.18,13.08,0.012,0,zg,107.714,2.461,462,4,1,19.65,26.27
        686103400034440,2,2458205.6845,58205.18,13.58,0.013,32768,zg,107.714,2.461,462,4,1,19.60,26.28
        686203400034441,3,2458204.7845,58204.28,12.08,,2,zr,107.7141,2.4611,462,4,1,,26.20
        """);

    // The columns of ALeRCE's detections; the values made up.
    private static readonly Table Alerce = Table.OfText(
        """
        oid,candid,mjd,fid,magpsf,sigmapsf,magpsf_corr,sigmapsf_corr,sigmapsf_corr_ext,corrected,dubious,isdiffpos
        ZTF18aaaawyw,1,58204.18,1,17.1,0.1,15.25,0.02,0.04,True,False,1
        ZTF18aaaawyw,2,58205.18,2,17.2,0.1,14.25,0.02,,True,False,-1
        ZTF18aaaawyw,3,58206.18,3,17.3,0.1,,,,False,False,1
        ZTF18aaaawyw,4,58207.18,1,17.3,0.1,15.50,0.02,0.04,True,True,1
        """);

    [Fact]
    public void A_light_curve_of_IRSA_is_in_HJD_and_AB_magnitudes()
    {
        LightCurve curve = Irsa.ReadOne(out TableNotes notes);
        Assert.Equal([2458204.6845, 2458204.7845], curve.Time);
        Assert.Equal([13.08, 12.08], curve.Mag);
        Assert.Equal([0.012, double.NaN], curve.MagErr);
        Assert.Equal(["g", "r"], curve.Band);
        Assert.Equal([26.27, 26.20], curve.MagZeroPoint);
        Assert.Equal((462, 4, 1), (curve.Field[0], curve.Ccd[0], curve.Quad[0]));
        Assert.Equal(("HJD", MagnitudeKind.Ab), (curve.TimeSystem.ToString(), curve.MagnitudeKind));
        Assert.Equal("ZTF at IRSA (oid, hjd, mag, filtercode)", curve.Source);
        Assert.Equal("1 rows were left out: their column catflags says that they are bad.", Assert.Single(notes.Warnings));
        Assert.Equal("The rows were taken for those of ZTF at IRSA (oid, hjd, mag, filtercode).", Assert.Single(notes.Remarks));
    }

    [Fact]
    public void Without_an_hjd_the_mjd_becomes_a_JD_and_that_is_said()
    {
        LightCurve curve = Table.OfText("oid,mjd,mag,catflags,filtercode\n1,58204.18,13.08,0,zg").ReadOne(out TableNotes notes);
        Assert.Equal(2458204.68, curve.Time[0], 9);
        Assert.Equal("JD", curve.TimeSystem.ToString());
        Assert.Contains("2400000.5 was added to the times of the column mjd, for full Julian dates.", notes.Remarks);
    }

    [Fact]
    public void What_is_flagged_stays_where_it_is_to_be_kept()
    {
        LightCurve curve = (Irsa with { Options = new PhotometryOptions { KeepFlagged = true } }).ReadOne(out TableNotes notes);
        Assert.Equal(3, curve.Points);
        Assert.Contains(13.58, curve.Mag);
        Assert.Empty(notes.Warnings);
    }

    [Fact]
    public void Alerts_have_the_magnitude_of_the_object_where_that_is_known()
    {
        LightCurve curve = Alerce.ReadOne(out TableNotes notes);
        Assert.Equal([15.25, 14.25], curve.Mag);
        Assert.Equal([0.04, double.NaN], curve.MagErr);
        Assert.Equal(["g", "r"], curve.Band);
        Assert.Equal(2458204.68, curve.Time[0], 9);
        Assert.Equal("ZTF18aaaawyw", curve.TargetName);
        Assert.Equal("ZTF alerts at ALeRCE (oid, mjd, magpsf_corr, fid)", curve.Source);
        Assert.Equal(
            [
                "1 rows were left out: their column corrected says that they are bad.",
                "1 rows were left out: their column dubious says that they are bad.",
            ],
            notes.Warnings);
    }

    // mag = zpdiff - 2.5 log10(flux) from 3 sigma on, else zpdiff - 2.5 log10(5 sigma): arXiv:2305.16279, section 6.
    // 26.2 - 2.5 log10(1000) = 18.7; 1.0857362 / 20 = 0.0542868; 26.2 - 2.5 log10(5 × 40) = 20.447425.
    [Theory]
    [InlineData("index,field,ccdid,qid,filter,infobitssci,sciinpseeing,scisigpix,zpdiff,jd,forcediffimflux,forcediffimfluxunc")]
    [InlineData("index,|field,|ccdid,|qid,|filter,|infobitssci,|sciinpseeing,|scisigpix,|zpdiff,|jd,|forcediffimflux,|forcediffimfluxunc,")]
    public void Forced_photometry_is_of_the_difference_and_says_so(string names)
    {
        string[] columns = names.Contains('|', StringComparison.Ordinal) ? names.Split('|') : names.Split(',');
        object?[] Row(object? bits, object? seeing, object? noise, object? flux, object? error) =>
            ["0", 648, "9", 3, "ZTF_g", bits, seeing, noise, "26.2", "2458204.5", flux, error];
        var table = new Table(
            columns,
            Row(0, 2.0, 8.0, "1000", "50"),
            Row(0, 2.0, 8.0, 100.0, 40.0),
            Row("0", "2", "8", "-5000", "40"),
            Row("0", "2", "8", "null", "null"),
            Row(33554432, 2.0, 8.0, "1000", "50"),
            Row(0, 4.1, 8.0, "1000", "50"),
            Row(0, 2.0, "25.5", "1000", "50"));
        LightCurve curve = table.ReadOne(out TableNotes notes);
        Assert.Equal([18.7, double.NaN, double.NaN], curve.Mag, NearOrNaN);
        Assert.Equal(0.0542868, curve.MagErr[0], 6);
        Assert.Equal(20, curve.Snr[0], 9);
        Assert.Equal([double.NaN, 20.447425, 20.447425], curve.LimitingMag, NearOrNaN);
        Assert.All(curve.Flux, flux => Assert.Equal(double.NaN, flux));
        Assert.Equal((648, 9, 3, "g"), (curve.Field[0], curve.Ccd[0], curve.Quad[0], curve.Band[0]));
        Assert.Equal(MagnitudeKind.Difference, curve.MagnitudeKind);
        Assert.StartsWith("ZTF forced photometry, differences from the reference image (", curve.Source);
        Assert.Equal(3, notes.Warnings.Count());
        Assert.All(notes.Warnings, warning => Assert.StartsWith("1 rows were left out: their column s", warning.Replace("infobits", "s")));
    }

    private static bool NearOrNaN(double one, double other) =>
        (double.IsNaN(one) && double.IsNaN(other)) || Math.Abs(one - other) < 1e-5;
}
