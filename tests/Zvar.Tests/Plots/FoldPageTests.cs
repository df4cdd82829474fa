using Microsoft.Playwright;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

public class FoldPageTests(Chromium browser) : IClassFixture<Chromium>
{
    private static readonly FoldView View = new(TestStar.Make(), TestStar.Period);

    [Fact]
    public async Task The_page_is_one_file_that_asks_for_nothing()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        Assert.Empty(page.Errors);
        Assert.Equal([page.Address.AbsoluteUri], page.Requests);
    }

    [Fact]
    public void Fifty_thousand_points_fit_a_page_of_two_and_a_half_megabytes()
    {
        string page = PageFile.Write(new FoldPage(), new FoldView(TestStar.Make(50_000), TestStar.Period));

        Assert.InRange(page.Length, 1_000_000, 2_500_000);
    }

    [Fact]
    public async Task The_head_says_whose_fold_it_is()
    {
        await using OpenPage page = await OpenPage.OpenAsync(
            browser, [new FoldView(TestStar.Make(targetName: "Andromeda 7", synthetic: true), TestStar.Period)]);

        Assert.Equal("145120008365555264 · Andromeda 7", await page.TextAsync("#title"));
        Assert.Equal("6.54 hours (0.2726630 d, ZVAR's), phase 0 at BJD 2458263.98192", await page.TextAsync("#subtitle"));
        Assert.Equal("synthetic (demo sky)", await page.TextAsync("#synthetic"));
        Assert.Equal("145120008365555264 · Andromeda 7 (period: 6.54 hours)", await page.Page.TitleAsync());
    }

    [Fact]
    public async Task A_star_of_the_sky_is_not_called_synthetic()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        Assert.False(await page.Page.Locator("#synthetic").IsVisibleAsync());
        Assert.False(await page.Page.Locator("#objects").IsVisibleAsync());
    }

    [Theory]
    [InlineData("First", BinStatistic.Mean, 900)]
    [InlineData("Minimum", BinStatistic.Mean, 900)]
    [InlineData("Minimum", BinStatistic.Mean, 90)]
    [InlineData("Maximum", BinStatistic.Median, 900)]
    [InlineData("Maximum", BinStatistic.Median, 300)]
    [InlineData("2458263.5", BinStatistic.Median, 900)]
    public async Task The_page_folds_as_the_library_does(string zero, BinStatistic statistic, int points)
    {
        var view = new FoldView(TestStar.Make(points), TestStar.Period)
        {
            Bins = 40,
            Statistic = statistic,
            EpochChoice = EpochChoice.Parse(zero),
        };
        await using OpenPage page = await OpenPage.OpenAsync(browser, [view]);

        await AssertFoldedAsAsync(page, view);
        await page.ClickAsync("Twice the period");
        await AssertFoldedAsAsync(page, view with { Period = 2 * TestStar.Period });
        await page.ClickAsync("Reset");
        await page.ClickAsync("A third of the period");
        await AssertFoldedAsAsync(page, view with { Period = TestStar.Period / 3 });
    }

    [Fact]
    public async Task Colours_follow_the_bands_and_the_readers_system()
    {
        await using OpenPage light = await OpenPage.OpenAsync(browser, [View]);
        await using OpenPage dark = await OpenPage.OpenAsync(
            browser, [View], options: new() { ColorScheme = ColorScheme.Dark });

        Assert.True(await light.ShowsAsync("#fold", 0x00, 0x87, 0x6C));
        Assert.True(await light.ShowsAsync("#fold", 0xC1, 0x27, 0x2D));
        Assert.True(await light.ShowsAsync("#fold", 0xE0, 0x8A, 0x00));
        Assert.False(await dark.ShowsAsync("#fold", 0x00, 0x87, 0x6C));
        Assert.True(await dark.ShowsAsync("#fold", 0x35, 0xC7, 0x9A));

        await light.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await light.SettleAsync();
        Assert.True(await light.ShowsAsync("#fold", 0x35, 0xC7, 0x9A));
    }

    [Fact]
    public async Task The_mark_under_the_pointer_tells_its_values()
    {
        // One point only, so that whatever is drawn is that one: phase 0.25 of one cycle, alone between the margins.
        var builder = new LightCurveBuilder(145120008365555264);
        builder.Add(new PhotometryRow { Time = 2458000.25, Mag = 17.5, MagErr = 0.02, Band = "g" });
        var view = new FoldView(builder.Build(), 1) { Cycles = 1, EpochChoice = EpochChoice.At(2458000) };
        await using OpenPage page = await OpenPage.OpenAsync(browser, [view]);
        double[] mark = await page.Page.EvaluateAsync<double[]>(
            """
            () => {
              const canvas = document.querySelector('#fold canvas');
              const place = canvas.getBoundingClientRect();
              const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              let x = 0, y = 0, count = 0;
              for (let i = 0; i < pixels.length / 4; i++) {
                if (pixels[4 * i + 3] > 150) {
                  x += i % canvas.width; y += Math.floor(i / canvas.width); count++;
                }
              }
              return [place.left + (x / count) + 0.5, place.top + (y / count) + 0.5];
            }
            """);

        await page.Page.Mouse.MoveAsync((float)mark[0], (float)mark[1]);

        await Assertions.Expect(page.Page.Locator("#fold .tip"))
            .ToHaveTextAsync("g 17.500 ± 0.020, phase 0.2500, BJD 2458000.25000");
    }

    [Fact]
    public async Task A_zoom_moves_the_marks_with_the_axes_and_a_double_click_undoes_it()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View with { Cycles = 1 }]);
        const string Range = "() => document.querySelector('#fold .plot').layout.xaxis.range";
        LocatorBoundingBoxResult box = (await page.Page.Locator("#fold").BoundingBoxAsync())!;
        byte[] before = await page.Page.Locator("#fold").ScreenshotAsync();

        await page.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 3));
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 3 / 4), box.Y + (box.Height * 2 / 3), new() { Steps = 5 });
        await page.Page.Mouse.UpAsync();
        await page.Page.WaitForFunctionAsync($"() => ({Range})()[1] < 0.9");
        double[] zoomed = await page.Page.EvaluateAsync<double[]>(Range);
        Assert.InRange(zoomed[0], 0.3, 0.6);

        await page.Page.Mouse.DblClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Page.WaitForFunctionAsync($"() => ({Range})()[1] === 1");
        await page.Page.Mouse.MoveAsync(0, 0);
        await page.SettleAsync();
        Assert.Equal(before, await page.Page.Locator("#fold").ScreenshotAsync());
    }

    [Fact]
    public async Task The_light_curve_as_observed_stands_beneath_coloured_by_time()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        string[] series = await page.Page.EvaluateAsync<string[]>(
            "() => document.querySelector('#observed .plot').data.map(trace => `${trace.name}: ${trace.x.length}`)");

        Assert.Equal(
            ["g: 76", "g not detected: 4", "r: 76", "r not detected: 4", "i: 76", "i not detected: 4"], series);
        Assert.True(await page.ShowsAsync("#observed", 0x27, 0x34, 0x8B));
        Assert.True(await page.ShowsAsync("#observed", 0xD9, 0xAD, 0x1F));
        Assert.False(await page.ShowsAsync("#observed", 0x00, 0x87, 0x6C));
    }

    [Theory]
    [InlineData("500px", "300px")]
    [InlineData("70%", "420px")]
    public async Task Marks_and_axes_take_a_new_size_together(string width, string height)
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, [View]);

        await page.Page.EvaluateAsync(
            """
            ([width, height]) => {
              const stage = document.querySelector('#fold');
              stage.style.width = width;
              stage.style.height = height;
            }
            """,
            new[] { width, height });
        await page.SettleAsync();

        double[] sizes = await page.Page.EvaluateAsync<double[]>(
            """
            () => {
              const stage = document.querySelector('#fold');
              const canvas = stage.querySelector('canvas');
              const axes = stage.querySelector('.main-svg');
              return [stage.clientWidth, canvas.width, axes.clientWidth, stage.clientHeight, canvas.height, axes.clientHeight];
            }
            """);
        Assert.Equal([sizes[0], sizes[0], sizes[0], sizes[3], sizes[3], sizes[3]], sizes);
        Assert.Equal(double.Parse(height[..^2], System.Globalization.CultureInfo.InvariantCulture), sizes[3]);
    }

    [Fact]
    public async Task The_title_of_an_axis_stands_beside_its_longest_numbers()
    {
        // Magnitudes so close together that their ticks have three decimals.
        var builder = new LightCurveBuilder(145120008365555264);
        for (int i = 0; i < 50; i++)
        {
            builder.Add(new PhotometryRow { Time = 2458000 + i, Mag = 17.123 + (0.0004 * (i % 9)), Band = "g" });
        }

        await using OpenPage page = await OpenPage.OpenAsync(browser, [new FoldView(builder.Build(), 7.3)]);

        double[] places = await page.Page.EvaluateAsync<double[]>(
            """
            () => {
              const plot = document.querySelector('#fold .plot');
              const numbers = [...plot.querySelectorAll('.ytick text')];
              const title = plot.querySelector('.ytitle').getBoundingClientRect();
              return [
                plot.getBoundingClientRect().left, title.left, title.right,
                Math.min(...numbers.map(number => number.getBoundingClientRect().left)),
                Math.max(...numbers.map(number => number.textContent.split('.')[1]?.length ?? 0)),
              ];
            }
            """);
        Assert.InRange(places[4], 3, 5);
        Assert.True(places[0] <= places[1], "The title leaves the figure.");
        Assert.True(places[2] < places[3], "The title stands on the numbers.");
    }

    [Fact]
    public async Task A_phone_shows_it_all_without_scrolling_sideways()
    {
        await using OpenPage page = await OpenPage.OpenAsync(
            browser,
            [View, View],
            options: new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true });

        Assert.Equal(360, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.True(await page.ShowsAsync("#fold", 0xC1, 0x27, 0x2D));
    }

    [Fact]
    public async Task A_name_that_looks_like_html_is_only_text()
    {
        const string Name = "</script><img src=x onerror='document.title=1'>&amp;";
        await using OpenPage page = await OpenPage.OpenAsync(
            browser, [new FoldView(TestStar.Make(targetName: Name), TestStar.Period)]);

        Assert.Equal($"145120008365555264 · {Name}", await page.TextAsync("#title"));
        Assert.Equal(0, await page.Page.Locator("img").CountAsync());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_star_that_was_never_seen_has_a_page_too()
    {
        var view = new FoldView(TestStar.Unseen(), 1) { Bins = 10 };
        await using OpenPage page = await OpenPage.OpenAsync(browser, [view]);

        Assert.Empty(page.Errors);
        Assert.Empty(await page.SeriesAsync());
        Assert.Contains(
            "No detections in the bands shown.", await page.Page.Locator("#fold").GetAttributeAsync("aria-label"));
    }

    [Fact]
    public void A_page_of_nothing_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => PageFile.Write(new FoldPage()));

    private static async Task AssertFoldedAsAsync(OpenPage page, FoldView view)
    {
        foreach (string band in view.Bands)
        {
            PhasePoint[] points = [.. view.GetPoints().Where(point => point.Band == band)];
            double[] phases = await page.AcrossAsync(band);
            Assert.Equal(points.Length * view.Cycles, phases.Length);
            Assert.All(points.Zip(phases), pair => Assert.Equal(pair.First.Phase, pair.Second, 1e-9));
            Assert.All(
                points.Zip(phases.Skip(points.Length)), pair => Assert.Equal(pair.First.Phase + 1, pair.Second, 1e-9));

            PhasePoint[] bins = [.. view.GetBins().Where(bin => bin.Band == band)];
            string statistic = view.Statistic == BinStatistic.Median ? "median" : "mean";
            double[] binPhases = await page.AcrossAsync($"{band} {statistic}");
            double[] binMags = await page.UpAsync($"{band} {statistic}");
            Assert.Equal(bins.Length * view.Cycles, binMags.Length);
            Assert.All(bins.Zip(binPhases), pair => Assert.Equal(pair.First.Phase, pair.Second, 1e-9));
            Assert.All(bins.Zip(binMags), pair => Assert.Equal(pair.First.Mag, pair.Second, 1e-9));
        }
    }
}
