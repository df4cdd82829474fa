using System.Globalization;
using Microsoft.Playwright;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

/// <summary>
/// A page of more stars than are unpacked at a time: what is shown is the star that was asked for, however fast.
/// </summary>
public class ManyStarsPageTests(Chromium browser) : IClassFixture<Chromium>
{
    private const long FirstPsid = 145120008365555264;

    [Fact]
    public async Task Keys_that_come_faster_than_stars_are_unpacked_all_count()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, Stars(60));

        await PressAtOnceAsync(page, "n", 30);
        await AssertShownAsync(page, 30);

        // What is pressed for a star that is still to come is done to that one.
        await PressAtOnceAsync(page, "nnnpnn2", 1);
        await AssertShownAsync(page, 34, times: 2);
        await PressAtOnceAsync(page, "p", 1);
        await AssertShownAsync(page, 33);
    }

    [Fact]
    public async Task Three_hundred_stars_forth_and_back_are_each_themselves()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, Stars(300));
        foreach (string key in new[] { "n", "p" })
        {
            foreach (int place in new[] { 60, 120, 180, 240, 299 })
            {
                await PressAtOnceAsync(page, key, place == 299 ? 59 : 60);
                await AssertShownAsync(page, key == "n" ? place : 299 - place);
            }
        }

        await page.PressAsync("p");
        await AssertShownAsync(page, 299);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_star_of_the_address_opens_though_it_is_the_last()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, Stars(300), $"#psid={FirstPsid + 299}");

        await AssertShownAsync(page, 299);
        Assert.Equal("299", await page.Control("Star").InputValueAsync());
        await page.ChooseAsync("Star", $"2 of 300: {FirstPsid + 1}");
        await AssertShownAsync(page, 1);
    }

    [Fact]
    public async Task Stars_of_one_psid_have_addresses_of_their_own()
    {
        FoldView[] twins = [.. Enumerable.Repeat(Stars(1), 3).SelectMany(one => one)];
        await using OpenPage page = await OpenPage.OpenAsync(browser, twins);

        await page.PressAsync("p");

        Assert.StartsWith("object=3&", await page.HashAsync(), StringComparison.Ordinal);
        await page.GoToAsync("#object=2");
        Assert.Equal("1", await page.Control("Star").InputValueAsync());
    }

    [Fact]
    public async Task A_star_that_cannot_be_read_is_told_of_and_stepped_over()
    {
        string html = PageFile.Write(new FoldPage(), Stars(5));
        int start = html.IndexOf("id=\"star-1\">", StringComparison.Ordinal) + 300;
        string damaged = html[..start] + "AAAAAAAA" + html[(start + 8)..];
        await using OpenPage page = await OpenPage.OpenAsync(browser, damaged);

        await page.PressAsync("n");
        await AssertShownAsync(page, 2);
        Assert.Equal(
            $"This page is damaged, or not whole: it cannot show 2 of 5: {FirstPsid + 1}.", await page.TextAsync("#said"));
        await page.ChooseAsync("Star", $"2 of 5: {FirstPsid + 1}");
        await AssertShownAsync(page, 2);
        Assert.Equal("2", await page.Control("Star").InputValueAsync());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Of_a_page_that_was_cut_short_the_stars_before_the_cut_are_shown()
    {
        string html = PageFile.Write(new FoldPage(), Stars(5));
        string cut = html[..(html.IndexOf("id=\"star-3\">", StringComparison.Ordinal) + 300)];
        await using OpenPage page = await OpenPage.OpenAsync(browser, cut, $"#psid={FirstPsid + 4}");

        await AssertShownAsync(page, 0);
        Assert.Contains($"it cannot show 5 of 5: {FirstPsid + 4}", await page.TextAsync("#said"));
        await page.PressAsync("p");
        await AssertShownAsync(page, 2);
    }

    [Fact]
    public async Task A_page_that_shows_nothing_says_why()
    {
        string html = PageFile.Write(new FoldPage(), Stars(2));
        string cut = html[..(html.IndexOf("id=\"star-0\">", StringComparison.Ordinal) + 300)];
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, cut, TestContext.Current.CancellationToken);
        await using IBrowserContext context = await browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(file).AbsoluteUri);

        await Assertions.Expect(page.Locator("#said"))
            .ToHaveTextAsync($"This page is damaged, or not whole: it cannot show 1 of 2: {FirstPsid}.");
        File.Delete(file);
    }

    [Fact]
    public async Task A_star_without_a_point_stands_among_the_others()
    {
        await using OpenPage page = await OpenPage.OpenAsync(
            browser, [.. Stars(2), new FoldView(TestStar.Unseen(), 1), new FoldView(new LightCurveBuilder(7).Build(), 1)]);

        await page.PressAsync("n");
        await page.PressAsync("n");
        Assert.Empty(await page.SeriesAsync());
        await page.PressAsync("n");
        Assert.Equal("7", await page.TextAsync("#title"));
        Assert.Empty(await page.SeriesAsync());
        await page.PressAsync("n");
        await AssertShownAsync(page, 0);
        Assert.Empty(page.Errors);
    }

    [Theory]
    [InlineData("\"O'Brien\" “star”")]
    [InlineData("</script><!--<script>")]
    [InlineData("{{stars}}{{index}}{{title}}")]
    [InlineData("one\nof two\r\tlines\e[31m\0")]
    [InlineData("ω Κενταύρου")]
    public async Task Any_name_is_only_a_name(string name)
    {
        FoldView view = new(TestStar.Make(30, psid: 0, targetName: name), TestStar.Period);
        await using OpenPage page = await OpenPage.OpenAsync(browser, [.. Stars(1), view]);

        await page.PressAsync("n");

        Assert.Equal(view.GetTitle(), await page.Page.Locator("#title").TextContentAsync());
        Assert.Equal(name, await page.Page.EvaluateAsync<string>("() => objects.entries[1].targetName"));
        Assert.Equal(TestStar.Period, await page.PeriodAsync());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public Task A_name_of_a_million_letters_is_too() => Any_name_is_only_a_name(new string('x', 1_000_000));

    [Fact]
    public void The_same_stars_are_the_same_page()
    {
        Assert.Equal(PageFile.Write(new FoldPage(), Stars(3)), PageFile.Write(new FoldPage(), Stars(3)));
    }

    [Fact]
    public void A_star_that_is_refused_leaves_the_page_as_it_was()
    {
        var builder = new LightCurveBuilder(7);
        foreach (int i in Enumerable.Range(0, 65_537))
        {
            builder.Add(new PhotometryRow { Time = i, Mag = 17, Band = i.ToString(CultureInfo.InvariantCulture) });
        }

        var page = new FoldPage();
        page.Add(Stars(1)[0]);
        Assert.Throws<ArgumentException>(() => page.Add(new FoldView(builder.Build(), 1)));

        Assert.Equal(1, page.Count);
        Assert.Equal(PageFile.Write(new FoldPage(), Stars(1)), PageFile.Write(page));
    }

    // Each has its own number of points, and its own period.
    private static FoldView[] Stars(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new FoldView(TestStar.Make(30 + (3 * i), FirstPsid + i), PeriodOf(i)))];

    private static double PeriodOf(int place) => 0.3 + (0.001 * place);

    // Keys that come one after the other without a moment between.
    private static async Task PressAtOnceAsync(OpenPage page, string keys, int times)
    {
        await page.Page.EvaluateAsync(
            "keys => [...keys].forEach(key => document.dispatchEvent(new KeyboardEvent('keydown', { key })))",
            string.Concat(Enumerable.Repeat(keys, times)));
        await page.SettleAsync();
    }

    private static async Task AssertShownAsync(OpenPage page, int place, int times = 1)
    {
        FoldView view = new(TestStar.Make(30 + (3 * place), FirstPsid + place), PeriodOf(place) * times);
        Assert.Equal(view.GetTitle(), await page.TextAsync("#title"));
        Assert.Equal(view.Period, await page.PeriodAsync(), 1e-15);
        double[] phases = await page.AcrossAsync("g");
        Assert.Equal(
            view.GetPoints().Where(point => point.Band == "g").Select(point => point.Phase), phases[..(phases.Length / 2)]);
    }
}
