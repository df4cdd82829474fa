using Microsoft.Playwright;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

public class FoldPageStateTests(Chromium browser) : IClassFixture<Chromium>
{
    private static readonly FoldView View = new(TestStar.Make(), TestStar.Period);

    private static readonly FoldView[] Three =
    [
        View,
        new(TestStar.Make(300, 126541217361397171, "Second"), 1.25),
        new(TestStar.Make(90, 126541217361397172, synthetic: true), 0.5),
    ];

    public static TheoryData<string, string> KeysAndTheirTraces { get; } = new()
    {
        { "j", PeriodTrace(TestStar.Period / 2) },
        { "k", "period=1.25" },
        { "2", PeriodTrace(TestStar.Period * 2) },
        { "3", PeriodTrace(TestStar.Period * 3) },
        { "h", PeriodTrace(TestStar.Period / 2) },
        { "t", PeriodTrace(TestStar.Period / 3) },
        { "+", "bins=10" },
        { "m", "statistic=median" },
        { "w", "cycles=1" },
        { "z", "zero=minimum" },
        { "e", "errors=0" },
        { "o", "color=time" },
        { "g", "bands=r+i" },
        { "r", "bands=g+i" },
        { "i", "bands=g+r" },
        { "n", "psid=126541217361397171" },
        { "p", "psid=126541217361397172" },
    };

    [Theory]
    [MemberData(nameof(KeysAndTheirTraces))]
    public async Task A_key_does_what_its_control_does(string key, string trace)
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, Three);

        await page.PressAsync(key);

        Assert.Contains(trace, (await page.HashAsync()).Split('&'));
    }

    [Fact]
    public async Task Keys_reset_tune_and_bin_backwards_too()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        await page.PressAsync("ArrowRight");
        Assert.True(await page.PeriodAsync() > TestStar.Period);
        await page.PressAsync("ArrowLeft");
        Assert.Equal(TestStar.Period, await page.PeriodAsync(), 1e-15);
        await page.PressAsync("ArrowLeft");
        Assert.True(await page.PeriodAsync() < TestStar.Period);
        await page.PressAsync("0");
        Assert.Equal(TestStar.Period, await page.PeriodAsync());

        await page.PressAsync("+");
        await page.PressAsync("+");
        await page.PressAsync("-");
        Assert.Contains(", 10 bins", await page.TextAsync("#subtitle"));
    }

    [Fact]
    public async Task Keys_copy_and_tell_of_themselves()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        await page.PressAsync("c");
        await Assertions.Expect(page.Page.Locator("#said")).ToContainTextAsync("Copied 145120008365555264");
        Assert.Equal("145120008365555264, 0.2726629621689033", await page.ClipboardAsync());

        await page.PressAsync("?");
        Assert.Contains("copy psid and period", await page.TextAsync("dialog"));
        await page.PressAsync("2");
        await page.ClickAsync("Close");
        Assert.False(await page.Page.Locator("dialog").IsVisibleAsync());
        Assert.Equal(TestStar.Period, await page.PeriodAsync());
    }

    [Fact]
    public async Task The_key_for_simbad_follows_the_link()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);
        await page.Page.Context.RouteAsync(
            "https://simbad.u-strasbg.fr/**", route => route.FulfillAsync(new() { Body = "found" }));

        IPage opened = await page.Page.RunAndWaitForPopupAsync(() => page.Page.Keyboard.PressAsync("s"));

        Assert.StartsWith(
            "https://simbad.u-strasbg.fr/simbad/sim-coo?Coord=0.8365280032157898%2C++30.93",
            opened.Url,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_written_into_a_control_are_only_text()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        await page.Control("Period in days").FocusAsync();
        await page.PressAsync("w");

        Assert.True(await page.Control("Phase shown twice").IsCheckedAsync());
    }

    [Fact]
    public async Task A_copied_link_brings_everything_back()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, Three);
        foreach (string key in new[] { "n", "2", "w", "+", "+", "m", "z", "z", "e", "o", "r", "l" })
        {
            await page.PressAsync(key);
        }

        await Assertions.Expect(page.Page.Locator("#said")).ToHaveTextAsync("Copied the link");
        string link = await page.ClipboardAsync();
        await page.Page.GotoAsync("about:blank");
        await page.GoToAsync(new Uri(link).Fragment);

        Assert.Equal("126541217361397171 · Second", await page.TextAsync("#title"));
        Assert.Equal(2.5, await page.PeriodAsync());
        Assert.Equal(["g", "i", "g median", "i median"], await page.SeriesAsync());
        Assert.Equal("20", await page.Control("Bins (0 for none)").InputValueAsync());
        Assert.False(await page.Control("Phase shown twice").IsCheckedAsync());
        Assert.False(await page.Control("Error bars (bins: scatter)").IsCheckedAsync());
        Assert.Equal("time", await page.Control("Colours").InputValueAsync());
        Assert.Equal("maximum", await page.Control("Phase zero at").InputValueAsync());
        await page.ClickAsync("Reset");
        Assert.Equal(1.25, await page.PeriodAsync());
    }

    [Fact]
    public async Task A_link_that_makes_no_sense_opens_the_page_as_it_starts()
    {
        await using OpenPage page = await OpenPage.OpenAsync(
            browser, [View], "#psid=1&period=-3&chosen=x&bins=many&cycles=9&zero=never&bands=&statistic=mode");

        Assert.Empty(page.Errors);
        Assert.Equal(TestStar.Period, await page.PeriodAsync());
        Assert.Equal("0", await page.Control("Bins (0 for none)").InputValueAsync());
        Assert.True(await page.Control("Phase shown twice").IsCheckedAsync());
        Assert.Equal("first", await page.Control("Phase zero at").InputValueAsync());
        Assert.Empty(await page.SeriesAsync());
    }

    [Fact]
    public async Task Several_stars_are_stepped_through_each_with_its_own_period()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, Three);
        await page.WriteAsync("Bins (0 for none)", "20");

        await page.ClickAsync("Next star");
        Assert.Equal("126541217361397171 · Second", await page.TextAsync("#title"));
        Assert.Equal(1.25, await page.PeriodAsync());
        Assert.Equal("20", await page.Control("Bins (0 for none)").InputValueAsync());

        await page.ChooseAsync("Star", "3 of 3: 126541217361397172");
        Assert.Equal("synthetic (demo sky)", await page.TextAsync("#synthetic"));
        await page.ClickAsync("Next star");
        Assert.Equal("145120008365555264", await page.TextAsync("#title"));
        Assert.False(await page.Page.Locator("#synthetic").IsVisibleAsync());
        await page.ClickAsync("Previous star");
        Assert.Equal("126541217361397172", await page.TextAsync("#title"));
    }

    private static string PeriodTrace(double period) => FormattableString.Invariant($"period={period}");
}
