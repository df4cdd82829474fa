using Microsoft.Playwright;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

public class FoldPageControlTests(Chromium browser) : IClassFixture<Chromium>
{
    private const string Copied = "145120008365555264, 0.2726629621689033";

    private static readonly FoldView View = new(TestStar.Make(), TestStar.Period);

    [Fact]
    public async Task Buttons_multiply_the_period_and_reset_it()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);
        foreach ((string button, double factor) in new[]
        {
            ("Twice the period", 2.0), ("Three times the period", 3),
            ("Half the period", 1 / 2.0), ("A third of the period", 1 / 3.0),
        })
        {
            await page.ClickAsync(button);
            Assert.Equal(TestStar.Period * factor, await page.PeriodAsync(), 1e-15);
            Assert.Contains(Duration.ToText(TestStar.Period * factor), await page.TextAsync("#subtitle"));
            await page.ClickAsync("Reset");
            Assert.Equal(TestStar.Period, await page.PeriodAsync());
        }
    }

    [Fact]
    public async Task Keys_act_again_after_a_click_on_a_switch_and_not_while_it_is_used_with_keys()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);
        await page.Control("Phase shown twice").ClickAsync();
        await page.PressAsync("2");
        Assert.Equal(TestStar.Period * 2, await page.PeriodAsync());

        await page.PressAsync("Tab");
        await page.Control("Phase shown twice").FocusAsync();
        await page.PressAsync("Space");
        await page.PressAsync("2");
        Assert.Equal(TestStar.Period * 2, await page.PeriodAsync());
    }

    [Fact]
    public async Task The_periods_of_the_star_are_offered_by_significance_and_say_whose_they_are()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);
        ILocator list = page.Control("Candidate periods");

        Assert.Equal(
            [
                "6.54 hours, ZVAR's (sig: 48.87, strlen: 11.69, bin: 5, band: g)",
                "3.27 hours, ZVAR's (sig: 41.20, strlen: 11.69, bin: 10, band: r)",
                "1.25 days, ZVAR's (sig: 12.50, strlen: 11.69, bin: 20, band: g)",
            ],
            await list.Locator("option").AllInnerTextsAsync());

        await page.ChooseAsync("Candidate periods", "1.25 days, ZVAR's (sig: 12.50, strlen: 11.69, bin: 20, band: g)");
        Assert.Equal(1.25, await page.PeriodAsync());
        await page.ClickAsync("Twice the period");
        await page.ClickAsync("Reset");
        Assert.Equal(1.25, await page.PeriodAsync());
    }

    [Fact]
    public async Task A_period_that_is_none_of_the_stars_is_offered_beside_them()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [new FoldView(TestStar.Make(), 0.7)]);
        ILocator list = page.Control("Candidate periods");

        Assert.Equal(4, await list.Locator("option").CountAsync());
        Assert.Equal("16.80 hours (given)", await list.Locator("option:checked").InnerTextAsync());
    }

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("6.5h", 6.5 / 24)]
    [InlineData("5 min", 5.0 / 1440)]
    [InlineData("300s", 300.0 / 86400)]
    [InlineData("10d", 10)]
    public async Task A_period_is_typed_as_people_write_it(string text, double days)
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        await page.WriteAsync("Period in days", text);

        Assert.Equal(days, await page.PeriodAsync());
        Assert.Equal(days, Duration.ParseDays(text));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("soon")]
    public async Task What_is_no_period_is_refused_and_changes_nothing(string text)
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        await page.WriteAsync("Period in days", text);

        Assert.Equal($"'{text}' is not a period. Write one of: {Duration.Forms}.", await page.TextAsync("#said"));
        Assert.Contains("6.54 hours", await page.TextAsync("#subtitle"));
        Assert.Equal("true", await page.Control("Period in days").GetAttributeAsync("aria-invalid"));
    }

    [Fact]
    public async Task The_slider_moves_the_last_exposure_by_as_many_cycles_as_it_says()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);
        double baseline = View.LightCurve.Time.Max() - View.LightCurve.Time.Min();
        ILocator slider = page.Control("Fine tuning");

        await slider.FillAsync("0.5");
        await page.SettleAsync();

        double period = await page.PeriodAsync();
        Assert.Equal(0.5, (baseline / TestStar.Period) - (baseline / period), 1e-9);

        await slider.FillAsync("0");
        await page.SettleAsync();
        Assert.Equal(TestStar.Period, await page.PeriodAsync(), 1e-15);
    }

    [Fact]
    public async Task Bins_are_zero_to_a_thousand()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);
        Assert.Equal(["g", "r", "i"], await page.SeriesAsync());

        await page.WriteAsync("Bins (0 for none)", "20");
        Assert.Equal(["g", "r", "i", "g mean", "r mean", "i mean"], await page.SeriesAsync());
        Assert.Contains(", 20 bins", await page.TextAsync("#subtitle"));

        await page.WriteAsync("Bins (0 for none)", "5000");
        Assert.Equal("1000", await page.Control("Bins (0 for none)").InputValueAsync());
        await page.WriteAsync("Bins (0 for none)", "-3");
        Assert.Equal("0", await page.Control("Bins (0 for none)").InputValueAsync());
        Assert.Equal(["g", "r", "i"], await page.SeriesAsync());
    }

    [Fact]
    public async Task Bins_show_medians_when_asked()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View with { Bins = 1, Bands = ["g"] }]);

        await page.ChooseAsync("Bins show", "the median");

        double[] mags = [.. View.LightCurve.EnumeratePoints()
            .Where(point => point.Band == "g" && point.Detected).Select(point => point.Mag).Order()];
        double median = (mags[(mags.Length / 2) - 1] + mags[mags.Length / 2]) / 2;
        Assert.Equal([median, median], await page.UpAsync("g median"));
    }

    [Fact]
    public async Task The_phase_is_shown_once_or_twice()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);
        Assert.Equal(2 * 76, (await page.AcrossAsync("g")).Length);

        await page.SwitchAsync("Phase shown twice", false);

        double[] phases = await page.AcrossAsync("g");
        Assert.Equal(76, phases.Length);
        Assert.All(phases, phase => Assert.InRange(phase, 0, 1));
    }

    [Fact]
    public async Task The_legend_switches_bands()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);
        ILocator red = page.Page.GetByRole(AriaRole.Button, new() { Name = "r (76)" });
        Assert.Equal("true", await red.GetAttributeAsync("aria-pressed"));

        await page.ClickAsync("r (76)");

        Assert.Equal(["g", "i"], await page.SeriesAsync());
        Assert.Equal("false", await red.GetAttributeAsync("aria-pressed"));
        Assert.False(await page.ShowsAsync("#fold", 0xC1, 0x27, 0x2D));
        await page.ClickAsync("r (76)");
        Assert.Equal(["g", "r", "i"], await page.SeriesAsync());
    }

    [Fact]
    public async Task Phase_zero_is_chosen_or_typed()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        await page.ChooseAsync("Phase zero at", "maximum light");
        double maximum = (View with { EpochChoice = EpochChoice.Maximum }).Epoch;
        Assert.Contains(FormattableString.Invariant($"BJD {maximum:0.00000}"), await page.TextAsync("#subtitle"));

        await page.ChooseAsync("Phase zero at", "this BJD");
        await page.WriteAsync("BJD of phase zero", "2458300.25");
        Assert.Contains("phase 0 at BJD 2458300.25000", await page.TextAsync("#subtitle"));
        Assert.Equal("time", await page.Control("Phase zero at").InputValueAsync());

        await page.WriteAsync("BJD of phase zero", "yesterday");
        Assert.Equal("'yesterday' is not an epoch. Write a BJD, as in 2458263.98.", await page.TextAsync("#said"));
        Assert.Contains("phase 0 at BJD 2458300.25000", await page.TextAsync("#subtitle"));

        await page.ChooseAsync("Phase zero at", "the first exposure");
        Assert.Contains("phase 0 at BJD 2458263.98192", await page.TextAsync("#subtitle"));
    }

    [Fact]
    public async Task Points_are_coloured_by_time_and_lose_their_errors_when_asked()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);
        Task<int> Painted() => page.Page.EvaluateAsync<int>(
            """
            () => {
              const canvas = document.querySelector('#fold canvas');
              const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              return pixels.filter((value, i) => i % 4 === 3 && value > 0).length;
            }
            """);
        int withErrors = await Painted();

        await page.SwitchAsync("Error bars (bins: scatter)", false);
        Assert.True(await Painted() < withErrors);

        await page.ChooseAsync("Colours", "by time");
        Assert.False(await page.ShowsAsync("#fold", 0xC1, 0x27, 0x2D));
        Assert.True(await page.ShowsAsync("#fold", 0x27, 0x34, 0x8B));
    }

    [Fact]
    public async Task Psid_and_period_are_copied()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        await page.ClickAsync("Copy psid, period");

        await Assertions.Expect(page.Page.Locator("#said")).ToHaveTextAsync($"Copied {Copied}");
        Assert.Equal(Copied, await page.ClipboardAsync());
    }

    [Fact]
    public async Task Without_the_clipboard_of_new_browsers_the_old_way_copies()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);
        await page.Page.EvaluateAsync(
            "() => navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))");

        await page.ClickAsync("Copy psid, period");

        await Assertions.Expect(page.Page.Locator("#said")).ToHaveTextAsync($"Copied {Copied}");
        Assert.Equal(Copied, await page.ClipboardAsync());
    }

    [Fact]
    public async Task The_command_that_draws_the_view_is_copied()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);
        await page.ClickAsync("Twice the period");
        await page.WriteAsync("Bins (0 for none)", "20");
        await page.ChooseAsync("Bins show", "the median");
        await page.Page.Keyboard.PressAsync("r");
        await page.Page.Keyboard.PressAsync("w");

        await page.ClickAsync("Copy command");

        await Assertions.Expect(page.Page.Locator("#said")).ToHaveTextAsync("Copied the command");
        Assert.Matches(
            @"^Show-ZvarFold 145120008365555264 -Period 0\.545325\d+ -Epoch 24\d{5}\.\d{6} -Bins 20 -Statistic Median -Cycles 1 -Band 'g', 'i' "
            + @"-Path '145120008365555264\.png'$",
            await page.ClipboardAsync());
    }

    [Fact]
    public async Task A_picture_of_the_view_is_saved_with_its_marks_and_its_title()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        IDownload download = await page.Page.RunAndWaitForDownloadAsync(
            () => page.Page.GetByRole(AriaRole.Button, new() { Name = "Save picture" }).ClickAsync());

        Assert.Equal("145120008365555264.png", download.SuggestedFilename);
        await using Stream saved = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await saved.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        int[] seen = await page.Page.EvaluateAsync<int[]>(
            """
            async picture => {
              const image = new Image();
              image.src = `data:image/png;base64,${picture}`;
              await image.decode();
              const canvas = document.createElement("canvas");
              [canvas.width, canvas.height] = [image.width, image.height];
              const paper = canvas.getContext("2d");
              paper.drawImage(image, 0, 0);
              const color = document.querySelector("#fold canvas").clientWidth;
              const dark = (top, height) => paper.getImageData(0, top, image.width, height).data
                .filter((part, at) => at % 4 === 1 && part < 100).length;
              const green = paper.getImageData(0, 88, image.width, image.height - 88).data
                .filter((part, at, all) => at % 4 === 1 && part - all[at - 1] > 50 && part - all[at + 1] > 20).length;
              return [image.width / color, dark(0, 88), green];
            }
            """,
            Convert.ToBase64String(bytes.ToArray()));
        Assert.Equal(2, seen[0]);
        Assert.True(seen[1] > 500, "There is no title.");
        Assert.True(seen[2] > 500, "There are no marks in g.");
    }

    [Fact]
    public async Task Simbad_is_asked_about_the_stars_position()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        Assert.Equal(
            "https://simbad.u-strasbg.fr/simbad/sim-coo?Coord=0.8365280032157898%2C++30.937196731567383&CooFrame=FK5"
            + "&CooEpoch=2000&CooEqui=2000&CooDefinedFrames=none&Radius=2&Radius.unit=arcsec&submit=submit+query"
            + "&CoordList=",
            await page.Page.GetByRole(AriaRole.Link, new() { Name = "SIMBAD" }).GetAttributeAsync("href"));
    }

    [Fact]
    public async Task A_star_whose_position_is_not_known_has_no_link()
    {
        var builder = new LightCurveBuilder(145120008365555264);
        builder.Add(new PhotometryRow { Time = 2458000.25, Mag = 17.5, MagErr = 0.02, Band = "g" });
        await using OpenPage page = await OpenPage.OpenAsync(browser, [new FoldView(builder.Build(), 1)]);

        Assert.False(await page.Page.Locator("#simbad").IsVisibleAsync());
    }
}
