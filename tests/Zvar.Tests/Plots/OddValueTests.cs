using Zvar.Plots;

namespace Zvar.Tests.Plots;

/// <summary>Values that no axis holds, more bands than colours, and names of any length.</summary>
public class OddValueTests(Chromium browser) : IClassFixture<Chromium>
{
    public static TheoryData<string, double, double> Magnitudes { get; } = new()
    {
        { "all alike", 1e300, 1e300 },
        { "further apart than a double", 1e308, -1e308 },
        { "infinite", double.PositiveInfinity, double.NegativeInfinity },
        { "one of them good", 17, 1e300 },
    };

    [Theory]
    [MemberData(nameof(Magnitudes))]
    public async Task Magnitudes_that_no_axis_holds_are_left_out_and_told(string what, double even, double odd)
    {
        LightCurve curve = Make(i => i % 2 == 0 ? even : odd, _ => "g");
        int left = what == "one of them good" ? 10 : 20;
        string note = $"; {left} beyond 1e10 left out";
        var fold = new FoldView(curve, 1) { Bins = 5, EpochChoice = EpochChoice.Minimum };
        var view = new LightCurveView(curve);

        Assert.Equal(left, fold.LeftOut);
        Assert.EndsWith(note, fold.GetSubtitle(), StringComparison.Ordinal);
        var style = new PictureStyle();
        Assert.Contains(note, new SvgDrawing(Picture.OfFolds([fold], style).ToSvg()).Text);
        Assert.Contains(note, new SvgDrawing(Picture.OfLightCurves([view], style).ToSvg()).Text);
        Assert.NotEmpty(Picture.OfLightCurves([view with { Quantity = PhotometryFormat.Flux }], style).ToPng());
        Assert.Contains(note, FoldText.Draw(fold, 100, 24, color: false)[1]);
        Assert.Contains(note, LightCurveText.Draw(view, 100, 24, color: false)[1]);

        await using OpenPage folds = await OpenPage.OpenAsync(browser, [fold]);
        await using OpenPage curves = await OpenPage.OpenAsync(browser, [view]);
        Assert.EndsWith(note, await folds.TextAsync("#subtitle"), StringComparison.Ordinal);
        Assert.EndsWith(note, await curves.TextAsync("#subtitle"), StringComparison.Ordinal);
        Assert.Equal(20 - left, (await curves.UpAsync("g", "#light-curve")).Length);
        Assert.Empty(folds.Errors);
        Assert.Empty(curves.Errors);
    }

    [Fact]
    public async Task Times_and_errors_may_be_infinite()
    {
        var builder = new LightCurveBuilder(7);
        builder.Add(new PhotometryRow { Time = double.NegativeInfinity, Mag = 17, MagErr = 0.1, Band = "g" });
        builder.Add(new PhotometryRow { Time = 2458000, Mag = 17, MagErr = double.PositiveInfinity, Band = "g" });
        builder.Add(new PhotometryRow { Time = 2458010, Mag = 17.5, MagErr = 1e300, Band = "g" });
        builder.Add(new PhotometryRow { Time = double.PositiveInfinity, Mag = 17, MagErr = 0.1, Band = "g" });
        LightCurve curve = builder.Build();
        var fold = new FoldView(curve, 3);

        Assert.Equal("3.00 days (3.0000 d), phase 0 at BJD 2458000.00000; 2 beyond 1e10 left out", fold.GetSubtitle());
        var style = new PictureStyle();
        foreach (Picture picture in new[]
        {
            Picture.OfFolds([fold with { Cycles = 1 }], style),
            Picture.OfLightCurves([new LightCurveView(curve)], style),
        })
        {
            Assert.Equal(2, new SvgDrawing(picture.ToSvg()).CirclesInTheData.Count);
        }

        await using OpenPage page = await OpenPage.OpenAsync(browser, [fold]);
        Assert.Equal(fold.GetSubtitle(), await page.TextAsync("#subtitle"));
        await page.PressAsync("ArrowRight");
        var right = new ConsoleKeyInfo('\0', ConsoleKey.RightArrow, shift: false, alt: false, control: false);
        Assert.Equal(new FoldSession([fold]).Press(right).View.Period, await page.PeriodAsync(), 1e-12);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Three_hundred_bands_are_three_hundred_series()
    {
        LightCurve curve = Make(i => 17 + (i % 7), i => $"b{i:000}", 600);
        var fold = new FoldView(curve, 1) { Cycles = 1 };
        var svg = new SvgDrawing(Picture.OfFolds([fold], new PictureStyle()).ToSvg());
        IReadOnlyList<string> text = FoldText.Draw(fold, 80, 24, color: true);

        Assert.Matches(@"\+\d{3}", svg.Text);
        Assert.Equal(24, text.Count);
        await using OpenPage page = await OpenPage.OpenAsync(browser, [fold]);
        Assert.Equal(600, (await page.SeriesAsync()).Length);
        double[] last = await page.UpAsync("b599");
        Assert.Equal([17.0 + (599 % 7)], last);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public void More_bands_than_a_page_holds_are_refused_in_words()
    {
        var fold = new FoldView(Make(_ => 17, i => $"b{i}", 65_537), 1);

        ArgumentException error = Assert.Throws<ArgumentException>(() => new FoldPage().Add(fold));
        Assert.Contains("65537 bands; a page holds 65536", error.Message);
    }

    [Fact]
    public void Bands_of_other_surveys_can_be_told_apart()
    {
        string[] bands = ["V", "cyan", "TESS", "g"];
        LightCurve curve = Make(i => 17 + (i % 4), i => bands[i % 4]);

        string svg = Picture.OfFolds([new FoldView(curve, 1)], new PictureStyle()).ToSvg();

        Assert.All(["#2F6DB5", "#7B3FA0", "#8A5A2B", "#00876C"], color => Assert.Contains(color, svg));
        string less = Picture.OfFolds([new FoldView(curve, 1) { Bands = ["cyan"] }], new PictureStyle()).ToSvg();
        Assert.Contains("#7B3FA0", less);
        Assert.DoesNotContain("#2F6DB5", less);
    }

    [Fact]
    public void A_name_of_thirty_thousand_letters_is_cut()
    {
        LightCurve curve = Make(_ => 17, _ => "g").Of(zvarObject: null, new string('W', 30_000));
        var fold = new FoldView(curve, 1);

        Assert.Equal(new string('W', 60) + "…", fold.GetTitle());
        Assert.Contains("WWW…", new SvgDrawing(Picture.OfFolds([fold], new PictureStyle()).ToSvg()).Text);
        Assert.InRange(fold.GetFileName().Length, 1, 200);
    }

    [Fact]
    public void A_name_that_would_move_the_cursor_is_shown_with_symbols()
    {
        LightCurve curve = Make(_ => 17, _ => "g").Of(zvarObject: null, "a\u001b[2J\nb\u202Ec\u007f");
        string head = FoldText.Draw(new FoldView(curve, 1), 80, 24, color: false)[0];

        Assert.StartsWith("a␛[2J␊b\uFFFDc␡", head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("C:\\a|b?", "C__a_b_")]
    [InlineData("M 31", "M 31")]
    [InlineData("con.x", "_con.x")]
    [InlineData("a\r\nb", "a__b")]
    [InlineData(" .. ", "light-curve")]
    [InlineData("", "light-curve")]
    public void A_name_makes_a_file_that_every_system_takes(string name, string file)
    {
        LightCurve curve = Make(_ => 17, _ => "g").Of(zvarObject: null, name);

        Assert.Equal(file, new FoldView(curve, 1).GetFileName());
        Assert.Equal($"{file}-time", new LightCurveView(curve).GetFileName());
    }

    [Fact]
    public void What_has_no_psid_is_called_by_its_name_and_never_zero()
    {
        LightCurve named = Make(_ => 17, _ => "g").Of(zvarObject: null, "RR Lyr");
        LightCurve nameless = Make(_ => 17, _ => "g");

        Assert.Equal("RR Lyr", new FoldView(named, 1).GetTitle());
        Assert.Equal("no name", new LightCurveView(nameless).GetTitle());
        var session = new FoldSession([new FoldView(named, 1)]);
        Assert.Equal("RR Lyr, 1", session.Press(new('c', default, shift: false, alt: false, control: false)).Message);
    }

    private static LightCurve Make(Func<int, double> mag, Func<int, string> band, int points = 20)
    {
        var builder = new LightCurveBuilder(0, points);
        for (int i = 0; i < points; i++)
        {
            builder.Add(new PhotometryRow
            {
                Time = 2458000 + (1.37 * i),
                Mag = mag(i),
                MagErr = 0.02,
                Flux = mag(i),
                FluxErr = 1,
                Band = band(i),
            });
        }

        return builder.Build();
    }
}
