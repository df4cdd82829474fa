namespace Zvar.Tests.Surveys;

public class SpacecraftTests
{
    private static readonly string[] Tess =
        ["TIME", "TIMECORR", "CADENCENO", "SAP_FLUX", "SAP_FLUX_ERR", "PDCSAP_FLUX", "PDCSAP_FLUX_ERR", "QUALITY"];

    // The values are made up, in TESS's own types; the masks 175 and 1130799 are the defaults of lightkurve's
    // TessQualityFlags and KeplerQualityFlags. Median 1000: -2.5 log10(1100 / 1000) = -0.1034817.
    private static readonly Table Sector = new(
        Tess,
        [1325.25, 0.001f, 1, 900f, 9f, 1000f, 10f, 0],
        [1325.50, 0.001f, 2, 900f, 9f, 1100f, 11f, 0],
        [1325.75, 0.001f, 3, 900f, 9f, 900f, 9f, 64],
        [1326.00, 0.001f, 4, 900f, 9f, 5000f, 10f, 128],
        [1326.25, 0.001f, 5, 900f, 9f, 5000f, 10f, 1],
        [1326.50, 0.001f, 6, 900f, 9f, float.NaN, float.NaN, 0],
        [double.NaN, 0f, 7, float.NaN, float.NaN, float.NaN, float.NaN, 0])
    {
        Metadata = new() { ["BJDREFI"] = "2457000", ["BJDREFF"] = "0.00000000", ["OBJECT"] = "TIC 25155310" },
    };

    [Fact]
    public void Fluxes_of_TESS_become_magnitudes_from_their_median()
    {
        LightCurve curve = Sector.ReadOne(out TableNotes notes);
        Assert.Equal([2458325.25, 2458325.5, 2458325.75], curve.Time);
        Assert.Equal(0, curve.Mag[0], 12);
        Assert.Equal(-0.1034817, curve.Mag[1], 7);
        Assert.Equal(0.1143937, curve.Mag[2], 7);
        Assert.All(curve.MagErr, error => Assert.Equal(1.0857362 * 0.01, error, 6));
        Assert.All(curve.Snr, snr => Assert.Equal(100, snr, 6));
        Assert.All(curve.Flux, flux => Assert.Equal(double.NaN, flux));
        Assert.Equal("TESS", curve.Bands);
        Assert.Equal("TIC 25155310", curve.TargetName);
        Assert.Equal(("BJD (TDB)", MagnitudeKind.Relative), (curve.TimeSystem.ToString(), curve.MagnitudeKind));
        Assert.Equal("TESS (TIME, PDCSAP_FLUX)", curve.Source);
        Assert.Equal("2 rows were left out: their column QUALITY says that they are bad.", Assert.Single(notes.Warnings));
        Assert.Contains("2457000 was added to the times of the column TIME, for full Julian dates.", notes.Remarks);
    }

    [Fact]
    public void What_its_quality_says_does_not_matter_where_all_is_kept() => Assert.Equal(
        5, (Sector with { Options = new() { KeepFlagged = true } }).ReadOne().Points);

    [Fact]
    public void Where_nothing_says_from_which_day_the_times_count_that_is_an_error_and_no_guess()
    {
        FormatException refusal = Assert.Throws<FormatException>(() => (Sector with { Metadata = [] }).Gatherer());
        Assert.Contains("BJDREFI", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("-TimeOffset", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(
            2458325.25,
            (Sector with { Metadata = [], Options = new() { TimeOffset = 2457000 } }).ReadOne().Time[0]);
    }

    [Theory]
    [InlineData("btjd", "QUALITY", 2458000.25, "TESS")]
    [InlineData("bkjd", "SAP_QUALITY", 2455833.25, "Kepler")]
    public void Names_that_say_the_day_need_no_header(string time, string quality, double expected, string band)
    {
        LightCurve curve = Table.OfText($"{time},SAP_FLUX,SAP_FLUX_ERR,{quality}\n1000.25,10,1,0").ReadOne();
        Assert.Equal((expected, band, "BJD (TDB)"), (curve.Time[0], curve.Bands, curve.TimeSystem.ToString()));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(128, false)]
    [InlineData(1048576, true)]
    [InlineData(8192, false)]
    [InlineData(65536, true)]
    public void Kepler_has_flags_of_its_own(int quality, bool isBad)
    {
        string[] names = ["TIME", "SAP_FLUX", "PDCSAP_FLUX", "SAP_QUALITY"];
        LightCurve[] curves = new Table(names, [120.5, 1f, 2f, quality])
        {
            Metadata = new() { ["bjdrefi"] = "2454833", ["bjdreff"] = "0.5" },
        }.Read(out _);
        Assert.Equal(isBad, curves.Length == 0);
        Assert.All(curves, curve => Assert.Equal(2454954, curve.Time[0]));
    }

    [Fact]
    public void Fluxes_that_are_not_positive_have_no_magnitude_and_are_counted()
    {
        LightCurve curve = new Table(
            Tess,
            [1.0, 0f, 1, 1f, 1f, -5f, 1f, 0],
            [2.0, 0f, 1, 1f, 1f, 0f, 1f, 0],
            [3.0, 0f, 1, 1f, 1f, 10f, 1f, 0],
            [4.0, 0f, 1, 1f, 1f, 20f, 1f, 0],
            [5.0, 0f, 1, 1f, 1f, 40f, 1f, 0])
        { Metadata = Sector.Metadata }.ReadOne(out TableNotes notes);

        // The median counts them: it is 10.
        Assert.Equal([double.NaN, double.NaN, 0, -0.75257, -1.50515], curve.Mag.Select(mag => Math.Round(mag, 5)));
        Assert.Equal(
            "2 rows have no magnitude: the flux in their column PDCSAP_FLUX is zero or negative.",
            Assert.Single(notes.Warnings));
    }

    [Fact]
    public void Where_the_median_is_not_positive_there_are_no_magnitudes_and_that_is_told()
    {
        LightCurve curve = new Table(
            Tess, [1.0, 0f, 1, 1f, 1f, -5f, 1f, 0], [2.0, 0f, 1, 1f, 1f, -4f, 1f, 0], [3.0, 0f, 1, 1f, 1f, 10f, 1f, 0])
        {
            Metadata = Sector.Metadata,
        }.ReadOne(out TableNotes notes);
        Assert.Equal((3, 0), (curve.Points, curve.Detections));
        Assert.Contains(
            "There are no relative magnitudes of TIC 25155310: the median of its fluxes is not positive.", notes.Warnings);
    }

    [Fact]
    public void Each_file_counts_from_its_own_median_since_apertures_differ()
    {
        var gatherer = new LightCurveGatherer();
        foreach (float scale in (float[])[1, 3])
        {
            var table = new Table(Tess, [scale, 0f, 1, 1f, 1f, 10f * scale, 1f, 0], [scale + 1, 0f, 1, 1f, 1f, 20f * scale, 1f, 0]);
            gatherer.BeginTable(table.Names, Sector.Metadata);
            table.AddTo(gatherer);
        }

        LightCurve curve = Assert.Single(gatherer.Gather()).LightCurve;
        Assert.Equal(curve.Mag[0], curve.Mag[2], 6);
        Assert.Equal(curve.Mag[1], curve.Mag[3], 6);
    }
}
