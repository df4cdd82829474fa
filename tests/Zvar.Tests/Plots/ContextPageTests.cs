using Microsoft.Playwright;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

/// <summary>What the pipeline brought of a star, beside its fold on a page.</summary>
public class ContextPageTests(Chromium browser) : IClassFixture<Chromium>
{
    private const long FirstPsid = 145120008365555264;

    private static readonly LightCurve Star = TestStar.Make();

    private static readonly PeriodCandidate[] Found =
        [.. PeriodSearch.Find(Star, new PeriodSearchOptions { MinPeriod = 0.2, MaxPeriod = 0.4, Top = 2 })];

    private static readonly VariabilityStatistics[] Statistics = [.. Zvar.Variability.Measure(Star)];

    [Fact]
    public async Task Where_nothing_came_nothing_is_shown()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [new FoldView(Star, TestStar.Period)]);

        Assert.False(await page.Page.Locator("#context").IsVisibleAsync());
    }

    [Fact]
    public async Task A_star_stands_among_the_others_in_the_colour_magnitude_diagram_and_a_click_opens_one()
    {
        FoldView[] folds = [Placed(0, 0.5, 4), Placed(1, 2, 8), Placed(2, double.NaN, 3), Placed(3, 1, 6)];
        await using OpenPage page = await OpenPage.OpenAsync(browser, folds);
        ILocator figure = page.Page.Locator("#color-magnitude");
        await Assertions.Expect(figure).ToHaveAccessibleNameAsync(
            $"Colour-magnitude diagram of 3 stars of this page. {FirstPsid}: BP - RP 0.500, absolute G magnitude 4.000.");
        await Assertions.Expect(figure.Locator(".plotly")).ToHaveCountAsync(1);
        double[] x = await page.AcrossAsync("stars", "#color-magnitude");
        Assert.Equal([0.5, 2, 1], x);
        Assert.Equal([4, 8, 6], (await page.UpAsync("stars", "#color-magnitude")).Select(mag => Math.Round(mag, 5)));

        await page.PressAsync("n");
        await Assertions.Expect(figure).ToHaveAccessibleNameAsync(
            new System.Text.RegularExpressions.Regex($"{FirstPsid + 1}: BP - RP 2.000, absolute G magnitude 8.000"));
        await page.PressAsync("n");
        Assert.False(await page.Page.Locator("#context").IsVisibleAsync());
        await page.PressAsync("n");
        await Assertions.Expect(figure).ToHaveAccessibleNameAsync(
            new System.Text.RegularExpressions.Regex($"{FirstPsid + 3}: BP - RP 1.000"));

        // Where the second star is: the axes say.
        float[] place = await page.Page.EvaluateAsync<float[]>(
            """
            () => {
              const plot = document.querySelector('#color-magnitude .plot');
              const { left, top } = plot.getBoundingClientRect();
              const { xaxis, yaxis } = plot._fullLayout;
              return [left + xaxis._offset + xaxis.d2p(2), top + yaxis._offset + yaxis.d2p(8)];
            }
            """);
        await page.Page.Mouse.MoveAsync(place[0], place[1], new() { Steps = 5 });
        await Assertions.Expect(figure.Locator(".tip")).ToHaveTextAsync($"{FirstPsid + 1}: BP - RP 2.000, G abs. 8.000");
        await page.Page.Mouse.ClickAsync(place[0], place[1]);
        await Assertions.Expect(page.Page.Locator("#title")).ToHaveTextAsync($"{FirstPsid + 1}");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_periods_that_came_are_small_folds_to_choose_from()
    {
        var fold = new FoldView(Star, Found[0].Period) { Candidates = Found };
        await using OpenPage page = await OpenPage.OpenAsync(browser, [fold]);
        ILocator periods = page.Page.Locator("#candidates button");
        IReadOnlyList<FoldPeriod> wanted = fold.GetPeriods();
        await Assertions.Expect(periods).ToHaveCountAsync(wanted.Count);
        Assert.Contains($"d {wanted[0].Whose}", await periods.First.TextContentAsync());
        Assert.Contains("d ZVAR's", await periods.Last.TextContentAsync());
        await Assertions.Expect(periods.First).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.True(await IsDrawnAsync(periods.First));

        await periods.Last.ClickAsync();
        await page.SettleAsync();

        Assert.Equal(wanted[^1].Period, await page.PeriodAsync());
        await Assertions.Expect(periods.Last).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(periods.First).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_numbers_of_how_it_varies_are_a_table_by_band()
    {
        var fold = new FoldView(Star, TestStar.Period) { Statistics = Statistics };
        await using OpenPage page = await OpenPage.OpenAsync(browser, [fold, new FoldView(Star, TestStar.Period)]);
        ILocator table = page.Page.GetByRole(AriaRole.Table, new() { Name = "How it varies" });

        Assert.Equal(
            Statistics.Select(one => one.Band), await table.GetByRole(AriaRole.Columnheader).AllInnerTextsAsync());
        ILocator row = table.GetByRole(AriaRole.Row).Filter(new() { HasText = "Amplitude (mag)" });
        Assert.Equal(
            Statistics.Select(one => FormattableString.Invariant($"{one.Amplitude:0.000}")),
            await row.GetByRole(AriaRole.Cell).AllInnerTextsAsync());
        await Assertions.Expect(row.GetByRole(AriaRole.Rowheader))
            .ToHaveAttributeAsync("title", "Range from the 5th percentile to the 95th");
        await page.PressAsync("n");
        Assert.False(await page.Page.Locator("#context").IsVisibleAsync());
    }

    [Fact]
    public async Task A_screen_reader_is_told_all_of_it()
    {
        var fold = new FoldView(Star, Found[0].Period)
        {
            Candidates = Found,
            Statistics = [Statistics[0] with { Band = "</table>" }],
            Gaia = Match(FirstPsid, 1, 5),
        };
        await using OpenPage page = await OpenPage.OpenAsync(browser, [fold]);

        await Assertions.Expect(page.Page.Locator("#context")).ToMatchAriaSnapshotAsync(
            """
            - complementary "What else is known of it":
              - region "Among the stars of this page":
                - heading "Among the stars of this page" [level=2]
                - img /Colour-magnitude diagram of 1 star of this page/
              - region "Folded at its periods":
                - heading "Folded at its periods" [level=2]
                - group "Folded at its periods":
                  - button /d found here/ [pressed]
              - table "How it varies":
                - caption: How it varies
                - rowgroup:
                  - row:
                    - columnheader "</table>"
            """);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Links_lead_to_what_others_know_at_its_position_and_open_nothing_by_themselves()
    {
        const string Place = "0.8365280032157898%2030.937196731567383";
        await using OpenPage page = await OpenPage.OpenAsync(browser, [new FoldView(Star, TestStar.Period)]);
        foreach ((string name, string address) in new[]
        {
            ("VSX", $"https://vsx.aavso.org/index.php?view=results.get&coords={Place}&format=d&size=10&unit=3"),
            ("Aladin Lite", $"https://aladin.cds.unistra.fr/AladinLite/?target={Place}&fov=0.05"),
        })
        {
            ILocator link = page.Page.GetByRole(AriaRole.Link, new() { Name = name });
            Assert.StartsWith(address, await link.GetAttributeAsync("href"), StringComparison.Ordinal);
            Assert.Equal("_blank", await link.GetAttributeAsync("target"));
            Assert.Equal("noreferrer", await link.GetAttributeAsync("rel"));
        }

        Assert.All(page.Requests, request => Assert.StartsWith("file:", request, StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_is_known_before_a_star_is_unpacked_and_nothing_else_is()
    {
        FoldView plain = new(Star, TestStar.Period);
        FoldView placed = plain with { Gaia = Match(FirstPsid, 0.75, 4.5), Statistics = Statistics };
        string html = PageFile.Write(new FoldPage(), [placed]);

        Assert.Contains("\"colorMagnitude\":[0.75,4.5,1]", html);
        Assert.DoesNotContain("\"colorMagnitude\":", PageFile.Write(new FoldPage(), [plain]));
        Assert.Contains("\"statistics\":[{\"band\":", PackedStar.Read(html, 0));
        Assert.DoesNotContain("\"statistics\":", PackedStar.Read(PageFile.Write(new FoldPage(), [plain]), 0));
    }

    private static FoldView Placed(int place, double color, double magnitude) =>
        new(TestStar.Make(60, FirstPsid + place), TestStar.Period) { Gaia = Match(FirstPsid + place, color, magnitude) };

    // Of a parallax of 10 mas the distance modulus is 5.
    private static GaiaMatch Match(long psid, double color, double magnitude) => new()
    {
        Psid = psid,
        Catalog = "gaia",
        BpRp = color,
        PhotGMeanMag = magnitude + 5,
        Parallax = 10,
        ParallaxError = 0.1,
    };

    private static async Task<bool> IsDrawnAsync(ILocator button)
    {
        await Assertions.Expect(button.Locator("canvas")).ToHaveJSPropertyAsync(
            "width", await button.Locator("canvas").EvaluateAsync<int>("canvas => canvas.clientWidth * devicePixelRatio"));
        return await button.Locator("canvas").EvaluateAsync<bool>(
            "canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(part => part > 0)");
    }
}
