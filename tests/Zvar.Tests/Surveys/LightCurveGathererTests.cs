namespace Zvar.Tests.Surveys;

public class LightCurveGathererTests
{
    [Fact]
    public void Stars_come_in_the_order_they_first_came_by_psid_else_name_else_id()
    {
        string[] names = ["jd", "mag", "psid", "name", "oid"];
        LightCurve[] curves = new Table(
            names,
            [1.0, 10.0, 0L, "b", "1"],
            [2.0, 11.0, 145120008365555264L, "b", "1"],
            [3.0, 12.0, "", "", "7"],
            [4.0, 13.0, "145120008365555264", "c", "1"],
            [5.0, 14.0, null, "b", "2"]).Read(out _);
        Assert.Equal(["b", "b", "7"], curves.Select(one => one.TargetName));
        Assert.Equal([0, 145120008365555264, 0], curves.Select(one => one.Psid));
        Assert.Equal([2, 2, 1], curves.Select(one => one.Points));
    }

    [Fact]
    public void Ids_of_one_place_are_one_star()
    {
        string[] names = ["oid", "ra", "dec", "hjd", "mag"];
        LightCurve[] curves = new Table(
            names,
            [1L, 107.71417, 2.46103, 1.0, 13.1],
            [2L, "107.71420", "2.46100", 2.0, 12.1],
            [3L, 107.72420, 2.46100, 3.0, 15.1],
            [4L, 107.71417, 2.46143, 4.0, 13.1],
            [5L, 107.71417, 2.4614333, 4.0, 13.1]).Read(out _);

        // The fourth is 1.44 arcseconds off, the fifth 1.45; the third 36.
        Assert.Equal([4, 1], curves.Select(one => one.Points));
    }

    [Fact]
    public void A_period_comes_with_its_star_where_it_is_wanted()
    {
        string[] names = ["jd", "mag", "period"];
        Assert.Equal(0.25, new Table(names, [1.0, 10.0, "6h"]).ReadOne().Period);
        Assert.Equal(0.25, new Table(names, [1.0, 10.0, 0.25]).ReadOne().Period);
        Assert.Throws<FormatException>(() => new Table(names, [1.0, 10.0, "soon"]).ReadOne());
        var unwanted = new LightCurveGatherer { ReadsPeriods = false };
        unwanted.BeginTable(names);
        new Table(names, [1.0, 10.0, "soon"]).AddTo(unwanted);
        Assert.Null(Assert.Single(unwanted.Gather()).LightCurve.Period);
    }

    [Fact]
    public void Times_of_several_systems_in_one_star_are_warned_of_once()
    {
        var gatherer = new LightCurveGatherer();
        foreach (string time in (string[])["hjd", "bjd_tdb", "hjd"])
        {
            gatherer.BeginTable([time, "mag", "name"]);
            foreach (string star in (string[])["a", "b"])
            {
                gatherer.Add(column => column == time ? 2458000.5 : column == "mag" ? 15.0 : star);
            }
        }

        LightCurve[] curves = [.. gatherer.Gather().Select(one => one.LightCurve)];
        Assert.Equal(
            "The rows of a do not count alike: its times are HJD and BJD (TDB), which differ by minutes. They were put"
            + " together as they are. So it is with 1 more stars.",
            Assert.Single(gatherer.Notes.Warnings));
        Assert.All(curves, curve => Assert.Equal("time", curve.TimeSystem.ToString()));
        Assert.Equal("a table (hjd, mag); a table (bjd_tdb, mag)", curves[0].Source);
    }

    [Fact]
    public void Relative_magnitudes_among_others_are_warned_of()
    {
        var gatherer = new LightCurveGatherer();
        gatherer.BeginTable(["bjd_tdb", "mag"]);
        gatherer.Add(column => column == "mag" ? 15.0 : 2458000.5);
        gatherer.BeginTable(["btjd", "sap_flux"]);
        gatherer.Add(column => column == "sap_flux" ? 100.0 : 1000.5);
        Assert.Equal(MagnitudeKind.AsGiven, Assert.Single(gatherer.Gather()).LightCurve.MagnitudeKind);
        Assert.Contains(
            "its magnitudes are those of the star and relative ones",
            Assert.Single(gatherer.Notes.Warnings),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Points_and_rows_of_one_star_are_one_light_curve()
    {
        var gatherer = new LightCurveGatherer();
        var known = new LightCurveBuilder(145120008365555264);
        known.Add(new PhotometryRow { Time = 2458001, Mag = 17, Band = "g" });
        foreach (PhotometryPoint point in known.Build().EnumeratePoints())
        {
            gatherer.Add(point);
        }

        gatherer.BeginTable(["psid", "time", "mag"]);
        gatherer.Add(column => column switch { "psid" => "145120008365555264", "time" => 2458000.0, _ => 16.0 });
        LightCurve curve = Assert.Single(gatherer.Gather()).LightCurve;
        Assert.Equal([16, 17], curve.Mag);
        Assert.Null(curve.Source);
        Assert.Empty(gatherer.Notes.Warnings);
    }

    [Theory]
    [InlineData("1.45120008365555264E17")]
    [InlineData(145120008365555264.0)]
    [InlineData("145120008365555264.0")]
    public void A_psid_that_was_a_double_is_refused(object psid)
    {
        string[] names = ["psid", "jd", "mag"];
        Assert.Contains(
            "double",
            Assert.Throws<FormatException>(() => new Table(names, [psid, 1.0, 2.0]).Read(out _)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Text_and_numbers_are_the_same_table_whatever_the_culture()
    {
        using var german = new InCulture("de-DE");
        string[] names = ["MJD", "uJy", "duJy", "F", "err"];
        LightCurve typed = new Table(names, [58000.25, 1000.5, 20.25f, "o", 0]).ReadOne();
        LightCurve text = new Table(names, [" 58000.25", "1000.5 ", "20.25", "o ", "0"]).ReadOne();
        Assert.Equal(typed.EnumeratePoints().Select(one => one.ToRow()), text.EnumeratePoints().Select(one => one.ToRow()));
        Assert.Contains("2400000.5 was added", string.Concat(Notes(names).Remarks), StringComparison.Ordinal);

        static TableNotes Notes(string[] names)
        {
            new Table(names, ["58000.25", "1000.5", "20", "o", "0"]).Read(out TableNotes notes);
            return notes;
        }
    }

    [Fact]
    public void Hostile_names_and_cells_are_shown_as_excerpts_alone()
    {
        string hostile = "\u001b[2J\u202e" + new string('x', 1_000_000);
        string[] names = ["jd", "mag", "filter", hostile, "name"];
        string[] ofPsids = ["psid", "jd", "mag"];
        LightCurve curve = new Table(names, [2458000.5, 15.0, "V", "?", hostile]).ReadOne(out TableNotes notes);
        Assert.Equal(hostile, curve.TargetName);
        FormatException[] refusals =
        [
            Assert.ThrowsAny<FormatException>(() => new LightCurveGatherer([hostile, "b"])),
            Assert.ThrowsAny<FormatException>(() => new LightCurveGatherer(
                names, options: new PhotometryOptions { MagColumn = hostile + "y" })),
            Assert.ThrowsAny<FormatException>(() => new Table(["jd", "mag"], [hostile, 1.0]).Read(out _)),
            Assert.ThrowsAny<FormatException>(() => new Table(ofPsids, [hostile, 1.0, 1.0]).Read(out _)),
            Assert.ThrowsAny<FormatException>(() => TimeSystem.Parse(hostile)),
        ];
        Table said = new(["jd", hostile], [2458000.5, 1.0]) { Options = new() { MagColumn = hostile } };
        string source = said.ReadOne(out TableNotes told).Source!;
        string[] shown =
        [
            .. refusals.Select(one => one.Message), .. notes.Remarks, .. told.Remarks, .. told.Warnings, source,
        ];
        Assert.All(shown, text =>
        {
            Assert.DoesNotContain(text, char.IsControl);
            Assert.DoesNotContain('\u202e', text);
            Assert.InRange(text.Length, 1, 600);
        });
    }

    [Fact]
    public void A_light_curve_in_columns_says_of_itself_what_it_is()
    {
        var gatherer = new LightCurveGatherer();
        string[] names = ["Time", "Mag", "Band", "Source", "TimeSystem", "MagnitudeKind", "FirstTime", "TargetName"];
        gatherer.BeginTable(names);
        LightCurve curve = gatherer.ReadWhole(
            name => name switch
            {
                "Time" => (double[])[2458001, 2458002],
                "Mag" => (object[])["0.1", -0.1],
                "Band" => "TESS",
                "Source" => "TESS (TIME, PDCSAP_FLUX)",
                "TimeSystem" => new TimeSystem(TimeReference.Bjd, TimeScale.Tdb),
                "MagnitudeKind" => "Relative",
                "FirstTime" => 2458000.0,
                "TargetName" => "TIC 1",
                _ => null,
            },
            default).LightCurve;
        Assert.Equal([0.1, -0.1], curve.Mag);
        Assert.Equal((2458000, "TIC 1", "TESS"), (curve.FirstTime, curve.TargetName, curve.Bands));
        Assert.Equal(
            ("BJD (TDB)", MagnitudeKind.Relative, "TESS (TIME, PDCSAP_FLUX)"),
            (curve.TimeSystem.ToString(), curve.MagnitudeKind, curve.Source));
        Assert.False(gatherer.HasGathered);
    }
}
