namespace Zvar.Tests.Surveys;

public class PhotometryOptionsTests
{
    private static readonly Table Mine = Table.OfText(
        """
        when,first,first_err,second,counts,counts_err,colour,who
        58000.25,17.5,0.1,16.5,100,10,green,a
        58001.25,17.6,0.2,16.6,200,10,red,b
        58002.25,17.7,0.3,16.7,400,10,green,a
        """);

    [Fact]
    public void Columns_that_are_said_are_read()
    {
        LightCurve[] curves = (Mine with
        {
            Options = new()
            {
                TimeColumn = "When",
                TimeOffset = 2400000.5,
                TimeSystem = new TimeSystem(TimeReference.Hjd, TimeScale.Utc),
                MagColumn = "first",
                BandColumn = "colour",
                IdColumn = "who",
            },
        }).Read(out _);
        Assert.Equal(["a", "b"], curves.Select(one => one.TargetName));
        Assert.Equal([2458000.75, 2458002.75], curves[0].Time);
        Assert.Equal([17.5, 17.7], curves[0].Mag);
        Assert.Equal([0.1, 0.3], curves[0].MagErr);
        Assert.Equal("green", curves[0].Bands);
        Assert.Equal("HJD (UTC)", curves[0].TimeSystem.ToString());
        Assert.Equal("a table (who, when, first, colour)", curves[0].Source);
    }

    [Fact]
    public void A_flux_without_a_unit_gives_relative_magnitudes_by_star_and_band()
    {
        LightCurve curve = (Mine with
        {
            Options = new() { TimeColumn = "when", TimeOffset = 0, FluxColumn = "counts", BandColumn = "colour" },
        }).ReadOne();

        // Of green the median is 250: -2.5 log10(100 / 250) = 0.9948500; of red there is one.
        Assert.Equal([0.99485, 0, -0.5103], curve.Mag.Select(mag => Math.Round(mag, 5)));
        Assert.Equal(1.0857362 * 10 / 100, curve.MagErr[0], 6);
        Assert.Equal(MagnitudeKind.Relative, curve.MagnitudeKind);
    }

    [Fact]
    public void What_is_said_goes_before_what_a_survey_has()
    {
        LightCurve curve = new Table(
            ["TIME", "SAP_FLUX", "SAP_FLUX_ERR", "PDCSAP_FLUX", "QUALITY"], [1.0, 10f, 1f, 99f, 0], [2.0, 20f, 1f, 99f, 175])
        {
            Options = new() { FluxColumn = "sap_flux", TimeOffset = 2457000, KeepFlagged = true },
        }.ReadOne();
        Assert.Equal(2457001, curve.Time[0]);
        Assert.Equal("TESS (TIME, SAP_FLUX)", curve.Source);
        Assert.Equal(2, curve.Detections);
        Assert.True(curve.Mag[0] > curve.Mag[1]);
    }

    [Fact]
    public void The_better_time_is_passed_over_where_another_is_said()
    {
        var table = Table.OfText("oid,hjd,mjd,mag,catflags,filtercode\n1,2458204.6845,58204.18,13.08,0,zg");
        LightCurve curve = (table with { Options = new() { TimeColumn = "mjd" } }).ReadOne();
        Assert.Equal((2458204.68, "JD"), (Math.Round(curve.Time[0], 6), curve.TimeSystem.ToString()));
    }

    [Theory]
    [InlineData("jd,flux", "no column that is known for its magnitude (its columns: jd, flux)", "-MagColumn", "-FluxColumn")]
    [InlineData("a,mag", "no column that is known for its time (its columns: a, mag)", "-TimeColumn", "-TimeOffset")]
    [InlineData("jd,Vmag,Bmag", "'Bmag' and 'Vmag'", "-MagColumn", "-TimeColumn")]
    [InlineData("a,b,c,d,e,f,g,h,i,j", "(its columns: a, b, c, d, e, f, g, h and 2 more)", "-TimeColumn", "-TimeOffset")]
    public void What_cannot_be_told_names_the_columns_and_the_parameters(string names, params string[] said)
    {
        FormatException refusal = Assert.ThrowsAny<FormatException>(() => new LightCurveGatherer(names.Split(',')));
        Assert.All(said, word => Assert.Contains(word, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_that_is_not_there_is_told_with_its_parameter_and_what_there_is()
    {
        FormatException refusal = Assert.Throws<FormatException>(
            () => (Mine with { Options = new() { TimeColumn = "jd" } }).Gatherer());
        Assert.Equal(
            "There is no column 'jd', which -TimeColumn names. The columns: when, first, first_err, second, counts,"
            + " counts_err, colour, who.",
            refusal.Message);
    }

    [Fact]
    public void Times_that_are_no_full_dates_want_an_offset_where_nobody_knows_their_column()
    {
        Table table = Mine with { Options = new() { TimeColumn = "when", MagColumn = "first" } };
        FormatException refusal = Assert.Throws<FormatException>(() => table.Gatherer());
        Assert.Contains("-TimeOffset: 2400000.5", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2458000.25, new Table(["when", "m"], [2458000.25, 1.0])
        {
            Options = new() { TimeColumn = "when" },
        }.ReadOne().Time[0]);
    }

    [Fact]
    public void An_id_that_is_said_may_be_another_in_each_row()
    {
        string[] names = ["jd", "mag", "no"];
        var table = new Table(names, [2458000.5, 1.0, 1], [2458001.5, 2.0, 2]);
        Assert.Single(table.Read(out _));
        Assert.Equal(2, (table with { Options = new() { IdColumn = "no" } }).Read(out _).Length);
    }
}
