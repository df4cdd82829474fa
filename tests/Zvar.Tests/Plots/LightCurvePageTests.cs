using Microsoft.Playwright;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

public class LightCurvePageTests(Chromium browser) : IClassFixture<Chromium>
{
    private const string Stage = "#light-curve";

    private static readonly LightCurve Star = TestStar.Make(targetName: "Andromeda 7", synthetic: true);

    private static readonly LightCurveView View = new(Star);

    [Fact]
    public async Task The_page_is_one_file_that_asks_for_nothing()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        Assert.Empty(page.Errors);
        Assert.Equal([page.Address.AbsoluteUri], page.Requests);
        Assert.Equal("145120008365555264 · Andromeda 7", await page.TextAsync("#title"));
        Assert.Equal("synthetic (demo sky)", await page.TextAsync("#synthetic"));
        Assert.Equal("145120008365555264 · Andromeda 7 (light curve)", await page.Page.TitleAsync());
        Assert.False(await page.Page.GetByLabel("Period in days").IsVisibleAsync());
    }

    [Fact]
    public async Task It_shows_detections_and_limits_in_the_colours_of_their_bands()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);
        PhotometryPoint[] green = [.. Star.EnumeratePoints().Where(point => point.Band == "g" && point.Detected)];

        Assert.Equal(
            ["g", "g not detected", "r", "r not detected", "i", "i not detected"], await page.SeriesAsync(Stage));
        Assert.Equal(green.Select(point => point.Time - 2458000), await page.AcrossAsync("g", Stage));
        Assert.Equal(green.Select(point => point.Mag), await page.UpAsync("g", Stage));
        Assert.Equal(View.GetSubtitle(), await page.TextAsync("#subtitle"));
        Assert.True(await page.ShowsAsync(Stage, 0x00, 0x87, 0x6C));
        Assert.True(await page.ShowsAsync(Stage, 0xC1, 0x27, 0x2D));
    }

    [Fact]
    public async Task Fluxes_are_shown_instead_and_non_detections_hidden()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        await page.ChooseAsync("Exposures show", "difference fluxes");
        Assert.Equal("240 points", await page.TextAsync("#subtitle"));
        double[] fluxes = [.. Star.EnumeratePoints().Where(point => point.Band == "r" && point.Detected)
            .Select(point => point.Flux)];
        Assert.Equal(fluxes, await page.UpAsync("r", Stage));

        await page.SwitchAsync("Non-detections", false);
        Assert.Equal((View with { Quantity = PhotometryFormat.Flux, DetectionsOnly = true }).GetSubtitle(),
            await page.TextAsync("#subtitle"));
        Assert.Equal(["g", "r", "i"], await page.SeriesAsync(Stage));

        await page.ChooseAsync("Colours", "by time");
        Assert.False(await page.ShowsAsync(Stage, 0xC1, 0x27, 0x2D));
        Assert.True(await page.ShowsAsync(Stage, 0x27, 0x34, 0x8B));
    }

    [Theory]
    [InlineData("f", "quantity=flux")]
    [InlineData("d", "limits=0")]
    [InlineData("e", "errors=0")]
    [InlineData("o", "color=time")]
    [InlineData("g", "bands=r+i")]
    [InlineData("b", "bands=g")]
    [InlineData("n", "psid=126541217361397171")]
    public async Task A_key_does_what_its_control_does(string key, string trace)
    {
        await using OpenPage page = await OpenPage.OpenAsync(
            browser, [View, new LightCurveView(TestStar.Make(90, 126541217361397171))]);

        await page.PressAsync(key);

        Assert.Contains(trace, (await page.HashAsync()).Split('&'));
    }

    [Fact]
    public async Task A_link_brings_everything_back_for_two_light_curves_of_one_star()
    {
        LightCurveView[] twice = [View, new(TestStar.Make(90))];
        await using OpenPage page = await OpenPage.OpenAsync(browser, twice);
        foreach (string key in new[] { "n", "f", "d", "r", "l" })
        {
            await page.PressAsync(key);
        }

        string link = await page.ClipboardAsync();
        await page.Page.GotoAsync("about:blank");
        await page.GoToAsync(new Uri(link).Fragment);

        Assert.Equal("145120008365555264", await page.TextAsync("#title"));
        Assert.Equal("flux", await page.Control("Exposures show").InputValueAsync());
        Assert.Equal(["g", "i"], await page.SeriesAsync(Stage));
    }

    [Fact]
    public async Task Psid_command_and_picture_are_copied_and_saved()
    {
        LightCurve other = TestStar.Make(90, psid: 0, targetName: "V* 'x'");
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View, new LightCurveView(other)]);

        await page.ClickAsync("Copy psid");
        Assert.Equal("145120008365555264", await page.ClipboardAsync());
        await page.PressAsync("f");
        await page.PressAsync("d");
        await page.PressAsync("r");
        await page.ClickAsync("Copy command");
        Assert.Equal(
            "Show-ZvarLightCurve 145120008365555264 -Format Flux -DetectionsOnly -Band 'g', 'i' "
            + "-Path '145120008365555264-time.png'",
            await page.ClipboardAsync());
        IDownload download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Keyboard.PressAsync("v"));
        Assert.Equal("145120008365555264-time.png", download.SuggestedFilename);

        await page.PressAsync("n");
        await page.PressAsync("x");
        Assert.Equal(
            "$lightCurve | Show-ZvarLightCurve -Format Flux -DetectionsOnly -Path 'V_ ''x''-time.png'",
            await page.ClipboardAsync());
    }

    [Fact]
    public void A_page_of_nothing_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => PageFile.Write(new LightCurvePage()));
}
