using Microsoft.Playwright;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

public class PeriodogramTests(Chromium browser) : IClassFixture<Chromium>
{
    private static readonly PeriodSearchOptions Narrow = new()
    {
        Methods = [PeriodogramMethod.Fpw20, PeriodogramMethod.LombScargle],
        MinPeriod = 0.1,
        MaxPeriod = 1,
        Top = 2,
    };

    private static readonly LightCurve Star = TestStar.Make(targetName: "V1 {{x}}<b>");

    private static readonly IReadOnlyList<PeriodCandidate> Found = PeriodSearch.Find(Star, Narrow);

    private static readonly PeriodogramView View =
        PeriodogramView.Compute(Star, Narrow) with { Candidates = Found };

    [Fact]
    public void The_highest_peak_is_as_fine_as_a_fold_needs()
    {
        PeriodogramCurve sine = View.Curves[1];
        double highest = sine.Frequency[Array.IndexOf(sine.Power, sine.Power.Max())];

        // Two waves a period; a twentieth of a cycle over the light curve.
        Assert.Equal(2 / TestStar.Period, highest, 0.05 / Star.Baseline);
        Assert.All(View.Curves, curve => Assert.Equal(curve.Frequency.Order(), curve.Frequency));
    }

    [Fact]
    public void A_fold_says_whose_its_period_is()
    {
        var fold = new FoldView(Star, Found[0].Period) { Candidates = Found };

        Assert.Contains(" d, found here: ", fold.GetSubtitle(), StringComparison.Ordinal);
        Assert.Contains(" d, ZVAR's), ", (fold with { Period = 1.25 }).GetSubtitle(), StringComparison.Ordinal);
        Assert.Contains(" d), ", (fold with { Period = 0.7 }).GetSubtitle(), StringComparison.Ordinal);
        Assert.Equal(
            [PeriodOrigin.Found, PeriodOrigin.Found, PeriodOrigin.Zvar],
            fold.GetPeriods().Take(3).Select(one => one.Origin));
    }

    [Fact]
    public void A_picture_has_both_axes_and_the_marks()
    {
        string svg = Picture.OfPeriodograms([View], new PictureStyle()).ToSvg();

        Assert.Contains("Frequency (cycles a day)", svg, StringComparison.Ordinal);
        Assert.Contains("Period (days)", svg, StringComparison.Ordinal);
        Assert.Contains("FPW20", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, 10)]
    [InlineData(80, 24)]
    [InlineData(131, 43)]
    public void A_text_has_the_size_it_is_asked_for(int width, int height)
    {
        IReadOnlyList<string> lines = PeriodogramText.Draw(View, width, height, color: false);

        Assert.Equal(height, lines.Count);
        Assert.All(lines, line => Assert.True(line.Length <= width));
        Assert.Contains(lines, line => line.Contains('⡇', StringComparison.Ordinal));
    }

    [Fact]
    public void Points_of_a_table_are_drawn_as_they_came()
    {
        PeriodogramPoint[] points = [.. Enumerable.Range(1, 50).Select(i => new PeriodogramPoint
        {
            Psid = 1,
            Method = PeriodogramMethod.LombScargle,
            Frequency = i,
            Period = 1.0 / i,
            Power = i == 7 ? 0.9 : 0.1,
        })];

        Assert.StartsWith("highest: Lomb–Scargle 0.14", PeriodogramView.OfPoints(points).GetSubtitle());
        Assert.Throws<ArgumentException>(() => PeriodogramView.OfPoints([points[0] with { Power = double.NaN }]));
        Assert.Throws<ArgumentException>(() => PeriodogramView.OfPoints([points[0], points[1] with { Psid = 2 }]));
    }

    [Fact]
    public void In_the_viewer_arrows_go_along_the_peaks_and_enter_folds()
    {
        var session = new FoldSession([new FoldView(Star, 0.7) { Periodogram = View }]);
        FoldSession shown = session.Press(Key('f'));
        FoldSession folded = shown.Press(Key('\r', ConsoleKey.Enter));

        Assert.True(shown.ShowsPeriodogram);
        Assert.Equal(41, shown.Draw(80, 41, color: false).Count);
        Assert.NotEqual(0.7, folded.View.Period);
        FoldSession longer = shown.Press(Key('\0', ConsoleKey.RightArrow)).Press(Key('\r', ConsoleKey.Enter));
        Assert.True(longer.View.Period > folded.View.Period);
        Assert.False(shown.Press(Key('f')).ShowsPeriodogram);
        Assert.Contains(
            "No periodogram", new FoldSession([new FoldView(Star, 0.7)]).Press(Key('f')).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_in_the_periodogram_folds_at_the_peak_there()
    {
        var fold = new FoldView(Star, 0.7) { Candidates = Found, Periodogram = View };
        await using OpenPage page = await OpenPage.OpenAsync(browser, [fold]);
        PeriodogramCurve sine = View.Curves[1];
        double peak = 1 / sine.Frequency[Array.IndexOf(sine.Power, sine.Power.Max())];
        double[] place = await page.Page.EvaluateAsync<double[]>(
            """
            period => {
              const plot = document.querySelector('#periodogram .plot');
              plot.scrollIntoView({ block: 'center' });
              const { xaxis, margin } = plot.layout;
              const box = plot.getBoundingClientRect();
              const share = (Math.log10(period) - xaxis.range[0]) / (xaxis.range[1] - xaxis.range[0]);
              return [box.left + margin.l + share * (box.width - margin.l - margin.r) + 3, box.top + box.height / 2];
            }
            """,
            peak);

        await page.Page.Mouse.MoveAsync((float)place[0], (float)place[1]);
        await Assertions.Expect(page.Page.Locator("#periodogram .tip")).ToContainTextAsync("power");
        await page.Page.Mouse.ClickAsync((float)place[0], (float)place[1]);
        await Assertions.Expect(page.Page.Locator("#said")).ToContainTextAsync("Folded at");

        Assert.Equal(peak, await page.PeriodAsync(), 1e-5);
        await page.PressAsync("]");
        Assert.True(await page.PeriodAsync() > peak);
        Assert.Empty(page.Errors);
    }

    private static ConsoleKeyInfo Key(char letter, ConsoleKey key = ConsoleKey.None) => new(letter, key, false, false, false);
}
