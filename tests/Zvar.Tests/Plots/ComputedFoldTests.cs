using Zvar.Plots;

namespace Zvar.Tests.Plots;

/// <summary>A fold that came computed, as ConvertTo-ZvarFold gives it, is drawn as it was computed.</summary>
public class ComputedFoldTests(Chromium browser) : IClassFixture<Chromium>
{
    private static readonly LightCurve Star = TestStar.Make(targetName: "Andromeda 7", synthetic: true);

    private static readonly Fold Folded =
        new(Star, TestStar.Period, EpochChoice.Minimum.Resolve(Star, TestStar.Period));

    private static readonly FoldView Points = FoldView.OfPhasePoints([.. Folded.EnumeratePoints()]);

    private static readonly FoldView Bins = FoldView.OfPhasePoints([.. Folded.Bin(20)]);

    [Fact]
    public void It_is_of_the_star_the_period_and_the_epoch_of_its_points()
    {
        Assert.Equal("145120008365555264 · Andromeda 7", Points.GetTitle());
        Assert.Equal("145120008365555264", Points.GetFileName());
        Assert.Equal((TestStar.Period, Folded.Epoch), (Points.Period, Points.Epoch));
        Assert.Equal(["g", "r", "i"], Points.Bands);
        Assert.True(Points.LightCurve.Synthetic);
        Assert.StartsWith("6.54 hours (0.272662962169 d), phase 0 at BJD 24582", Points.GetSubtitle());
        Assert.EndsWith(", in bins", Bins.GetSubtitle());
    }

    [Theory]
    [InlineData(1.328946, "1.33 days (1.328946 d)")]
    [InlineData(2, "2.00 days (2.00 d)")]
    public void Its_period_has_the_digits_it_was_folded_at(double period, string written) => Assert.StartsWith(
        written,
        FoldView.OfPhasePoints([.. new Fold(Star, period, Folded.Epoch).EnumeratePoints()]).GetSubtitle(),
        StringComparison.Ordinal);

    [Fact]
    public void Single_points_are_points_and_binned_ones_are_bins()
    {
        Assert.Equal(Folded.EnumeratePoints(), Points.GetPoints());
        Assert.Empty(Points.GetBins());
        Assert.Equal(Folded.Bin(20), Bins.GetBins());
        Assert.Empty(Bins.GetPoints());
        Assert.Equal(
            Folded.Bin(20).Where(bin => bin.Band == "r"), (Bins with { Bands = ["r"] }).GetBins());
    }

    [Fact]
    public void Points_of_several_folds_are_refused()
    {
        PhasePoint point = Folded.EnumeratePoints().First();

        ArgumentException error = Assert.Throws<ArgumentException>(
            () => FoldView.OfPhasePoints([point, point with { Period = 1 }]));
        Assert.Contains("of one object at one period and epoch", error.Message);
        Assert.Throws<ArgumentException>(() => FoldView.OfPhasePoints([]));
    }

    [Fact]
    public void A_picture_marks_each_phase_point_once_a_cycle()
    {
        var points = new SvgDrawing(Picture.OfFolds([Points with { Cycles = 1 }], new PictureStyle()).ToSvg());
        var folded = new SvgDrawing(Picture.OfFolds(
            [new FoldView(Star, TestStar.Period) { EpochChoice = EpochChoice.Minimum, Cycles = 1 }],
            new PictureStyle()).ToSvg());
        var bins = new SvgDrawing(Picture.OfFolds([Bins], new PictureStyle()).ToSvg());

        Assert.Equal(folded.CirclesInTheData, points.CirclesInTheData);
        Assert.Equal(2 * Folded.Bin(20).Count(bin => bin.Band == "g"), bins.CirclesInTheData.Count);
        Assert.Contains("g (76)", bins.Text);
    }

    [Fact]
    public void The_terminal_draws_it_and_says_why_its_period_stays()
    {
        var session = new FoldSession([Bins]);
        var folded = new FoldView(Star, TestStar.Period) { EpochChoice = EpochChoice.Minimum, Bins = 20 };

        Assert.Equal(
            FoldText.Draw(folded, 80, 24, color: false).Skip(2), session.Draw(80, 25, color: false).Take(24).Skip(2));
        foreach (char key in "jk23ht+-mz")
        {
            FoldSession pressed = session.Press(new ConsoleKeyInfo(key, default, false, false, false));
            Assert.Equal("This fold came computed: its period, bins and phase zero stay.", pressed.Message);
            Assert.Equal(Bins, pressed.View);
        }

        Assert.Equal(1, session.Press(new ConsoleKeyInfo('w', default, false, false, false)).View.Cycles);
    }

    [Fact]
    public async Task The_page_shows_it_without_the_controls_that_fold_again()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [Points with { Cycles = 1 }, Bins]);
        PhasePoint[] green = [.. Points.GetPoints().Where(point => point.Band == "g")];

        Assert.Equal(green.Select(point => point.Phase), await page.AcrossAsync("g"));
        Assert.Equal(green.Select(point => point.Mag), await page.UpAsync("g"));
        Assert.False(await page.Control("Period in days").IsVisibleAsync());
        Assert.False(await page.Control("Bins (0 for none)").IsVisibleAsync());
        Assert.False(await page.Page.Locator("#observed").IsVisibleAsync());
        Assert.True(await page.Control("Phase shown twice").IsVisibleAsync());

        await page.PressAsync("2");
        Assert.Equal("This fold came computed: its period, bins and phase zero stay.", await page.TextAsync("#said"));
        await page.PressAsync("n");
        Assert.Equal(["g bin", "r bin", "i bin"], await page.SeriesAsync());
        Assert.Equal(Bins.GetSubtitle(), await page.TextAsync("#subtitle"));
        await page.PressAsync("x");
        Assert.Equal("$fold | Show-ZvarFold -Cycles 1 -Path '145120008365555264.png'", await page.ClipboardAsync());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Folds_and_light_curves_share_a_page()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [Bins, new FoldView(Star, 0.7)]);

        await page.PressAsync("n");
        Assert.Equal(0.7, await page.PeriodAsync());
        Assert.True(await page.Page.Locator("#observed").IsVisibleAsync());
        await page.PressAsync("2");
        Assert.Equal(1.4, await page.PeriodAsync());
        await page.PressAsync("p");
        Assert.Equal(["g bin", "r bin", "i bin"], await page.SeriesAsync());
        Assert.Empty(page.Errors);
    }
}
