using Microsoft.Playwright;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

/// <summary>All stars of a page as small folds to pick from.</summary>
public class ContactSheetTests(Chromium browser) : IClassFixture<Chromium>
{
    private const long FirstPsid = 145120008365555264;

    [Fact]
    public async Task A_click_opens_the_star()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, Stars(12));
        await page.PressAsync("n");
        await page.ClickAsync("All stars");
        await Assertions.Expect(Cells(page)).ToHaveCountAsync(12);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToHaveAccessibleNameAsync("All 12 stars");
        Assert.False(await page.Page.Locator("#contact-synthetic").IsVisibleAsync());
        await Assertions.Expect(Cells(page).Nth(1)).ToBeFocusedAsync();
        await Assertions.Expect(Cells(page).Nth(1)).ToHaveAttributeAsync("aria-current", "true");

        await page.ClickAsync($"{FirstPsid + 7}");

        Assert.Equal($"{FirstPsid + 7}", await page.TextAsync("#title"));
        Assert.Equal(0, await Cells(page).CountAsync());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_sheet_says_that_stars_are_made_up()
    {
        FoldView madeUp = new(TestStar.Make(60, FirstPsid + 9, synthetic: true), TestStar.Period);
        await using OpenPage page = await OpenPage.OpenAsync(browser, [.. Stars(2), madeUp]);
        await page.ClickAsync("All stars");

        Assert.Equal("synthetic (demo sky)", await page.TextAsync("#contact-synthetic"));
    }

    [Fact]
    public async Task Keys_pick_too_and_no_other_key_acts_on_a_star_that_is_not_seen()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, Stars(5));
        await page.ClickAsync("All stars");
        await page.PressAsync("n");
        await page.PressAsync("2");
        await page.PressAsync("Escape");
        Assert.False(await page.Page.GetByRole(AriaRole.Dialog).IsVisibleAsync());
        Assert.Equal($"{FirstPsid}", await page.TextAsync("#title"));
        Assert.Equal(TestStar.Period, await page.PeriodAsync());

        await page.ClickAsync("All stars");
        await page.PressAsync("Tab");
        await page.PressAsync("Enter");
        Assert.Equal($"{FirstPsid + 1}", await page.TextAsync("#title"));
    }

    [Fact]
    public async Task Folds_are_drawn_while_they_are_in_sight()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, Stars(400));
        await page.ClickAsync("All stars");
        await Assertions.Expect(Cells(page).First.Locator("canvas")).ToHaveCountAsync(1);
        Assert.True(await IsDrawnAsync(page, 0));
        await Assertions.Expect(Cells(page).Last.Locator("canvas")).ToHaveCountAsync(0);

        await Cells(page).Last.FocusAsync();
        await Assertions.Expect(Cells(page).Last.Locator("canvas")).ToHaveCountAsync(1);
        await Assertions.Expect(Cells(page).First.Locator("canvas")).ToHaveCountAsync(0);
        Assert.True(await IsDrawnAsync(page, 399));
        Assert.InRange(await page.Page.Locator("#contact canvas").CountAsync(), 1, 150);
        Assert.InRange(await page.Page.EvaluateAsync<int>("() => objects.held.size"), 1, 16);
    }

    [Fact]
    public async Task While_stars_are_vetted_it_has_their_labels_and_those_of_the_filter()
    {
        await using OpenPage page = await OpenPage.OpenAsync(
            browser, PageFile.Write(new FoldPage(new Vetting(["EW", "EA"])), Stars(6)));
        foreach (string key in new[] { "1", "2", "1" })
        {
            await page.PressAsync(key);
        }

        await page.ClickAsync("All stars");
        await Assertions.Expect(page.Page.Locator("#contact .cells")).ToMatchAriaSnapshotAsync(
            """
            - button "145120008365555264 EW"
            - button "145120008365555265 EA"
            - button "145120008365555266 EW"
            - button "145120008365555267"
            - button "145120008365555268"
            - button "145120008365555269"
            """);
        await page.ClickAsync("Close");
        await page.ChooseAsync("Step through", "EW (2)");
        await page.ClickAsync("All stars");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToHaveAccessibleNameAsync("2 of 6 stars");
        await Assertions.Expect(Cells(page)).ToHaveTextAsync([$"{FirstPsid} EW", $"{FirstPsid + 2} EW"]);
    }

    [Fact]
    public async Task A_label_that_came_with_the_stars_stands_there_without_vetting()
    {
        FoldView[] stars = Stars(2);
        await using OpenPage page = await OpenPage.OpenAsync(browser, [stars[0] with { Label = "RRab" }, stars[1]]);
        await page.ClickAsync("All stars");

        await Assertions.Expect(Cells(page).First).ToHaveAccessibleNameAsync($"{FirstPsid} RRab");
    }

    [Fact]
    public async Task A_star_that_cannot_be_read_is_there_by_name_and_the_others_are_drawn()
    {
        string html = PageFile.Write(new FoldPage(), Stars(4));
        int start = html.IndexOf("id=\"star-1\">", StringComparison.Ordinal) + 300;
        await using OpenPage page = await OpenPage.OpenAsync(browser, html[..start] + "AAAAAAAA" + html[(start + 8)..]);
        await page.ClickAsync("All stars");

        await Assertions.Expect(Cells(page).Nth(3).Locator("canvas")).ToHaveCountAsync(1);
        await Assertions.Expect(Cells(page).Nth(1)).ToHaveAccessibleNameAsync($"{FirstPsid + 1}");
        Assert.Equal(0, await Cells(page).Nth(1).Locator("canvas").CountAsync());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Folds_that_came_computed_and_stars_without_a_point_are_among_them()
    {
        FoldView computed = FoldView.OfPhasePoints(
            [.. new Fold(TestStar.Make(60), TestStar.Period, TestStar.FirstTime).Bin(20, BinStatistic.Mean)]);
        await using OpenPage page = await OpenPage.OpenAsync(
            browser, [Stars(1)[0], computed, new FoldView(new LightCurveBuilder(7).Build(), 1)]);
        await page.ClickAsync("All stars");

        await Assertions.Expect(page.Page.Locator("#contact canvas")).ToHaveCountAsync(3);
        Assert.True(await IsDrawnAsync(page, 1));
        Assert.False(await IsDrawnAsync(page, 2));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_page_of_one_star_has_none()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, Stars(1));
        Assert.False(await page.Page.Locator("#show-contact").IsVisibleAsync());
    }

    private static ILocator Cells(OpenPage page) => page.Page.Locator("#contact .cells > button");

    // Whether there is anything on a cell's canvas.
    private static Task<bool> IsDrawnAsync(OpenPage page, int cell) => Cells(page).Nth(cell).Locator("canvas")
        .EvaluateAsync<bool>(
            "canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(part => part > 0)");

    private static FoldView[] Stars(int count) =>
    [
        .. Enumerable.Range(0, count).Select(
            place => new FoldView(TestStar.Make(60, FirstPsid + place), TestStar.Period)),
    ];
}
