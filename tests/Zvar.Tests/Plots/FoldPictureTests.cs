using SkiaSharp;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

public class FoldPictureTests
{
    private const string Green = "#00876C";
    private const string Red = "#C1272D";
    private const string Orange = "#E08A00";

    private static readonly FoldView View = new(TestStar.Make(), TestStar.Period);

    [Fact]
    public void A_png_has_the_size_asked_for_and_each_band_in_its_colour()
    {
        var style = new PictureStyle { Width = 900, Height = 500, Scale = 1.5 };

        using SKBitmap picture = Decode(Picture.OfFolds([View], style));

        Assert.Equal((900, 500), (picture.Width, picture.Height));
        Assert.Equal(SKColors.White, picture.GetPixel(1, 1));
        SKColor[] pixels = picture.Pixels;
        Assert.All([Green, Red, Orange], color => Assert.Contains(SKColor.Parse(color), pixels));
    }

    [Fact]
    public void A_png_without_a_size_fits_one_fold()
    {
        using SKBitmap picture = Decode(Picture.OfFolds([View], new PictureStyle()));

        Assert.Equal((1600, 1040), (picture.Width, picture.Height));
    }

    [Fact]
    public void The_dark_theme_is_light_on_dark()
    {
        using SKBitmap picture = Decode(Picture.OfFolds([View], new PictureStyle { Theme = PictureTheme.Dark }));

        Assert.Equal(SKColor.Parse("#14171C"), picture.GetPixel(1, 1));
        SKColor[] pixels = picture.Pixels;
        Assert.All(["#35C79A", "#FF6B5E", "#FFC04D"], color => Assert.Contains(SKColor.Parse(color), pixels));
    }

    [Fact]
    public void The_same_fold_gives_the_same_bytes()
    {
        Assert.Equal(
            Picture.OfFolds([View], new PictureStyle()).ToPng(), Picture.OfFolds([View], new PictureStyle()).ToPng());
        Assert.Equal(
            Picture.OfFolds([View], new PictureStyle()).ToSvg(), Picture.OfFolds([View], new PictureStyle()).ToSvg());
    }

    [Fact]
    public void An_svg_says_whose_fold_it_is_and_what_the_axes_are()
    {
        var svg = new SvgDrawing(Picture.OfFolds(
            [new FoldView(TestStar.Make(targetName: "Andromeda 7"), TestStar.Period)], new PictureStyle()).ToSvg());

        Assert.Equal((800, 520), (svg.Width, svg.Height));
        Assert.Contains("145120008365555264 · Andromeda 7", svg.Text);
        Assert.Contains("6.54 hours (0.2726630 d, ZVAR's), phase 0 at BJD 2458263.98192", svg.Text);
        Assert.Contains("Phase", svg.Text);
        Assert.Contains("AB magnitude", svg.Text);
        Assert.Contains("g (76)", svg.Text);
        Assert.DoesNotContain("synthetic", svg.Text);
    }

    [Fact]
    public void A_made_up_star_is_said_to_be_synthetic()
    {
        var view = new FoldView(TestStar.Make(synthetic: true), TestStar.Period);

        var svg = new SvgDrawing(Picture.OfFolds([view], new PictureStyle()).ToSvg());

        Assert.Contains("synthetic (demo sky)", svg.Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_detection_is_marked_once_a_cycle(int cycles)
    {
        var svg = new SvgDrawing(Picture.OfFolds([View with { Cycles = cycles }], new PictureStyle()).ToSvg());

        foreach ((string band, string color) in new[] { ("g", Green), ("r", Red), ("i", Orange) })
        {
            int detections = View.LightCurve.EnumeratePoints().Count(point => point.Band == band && point.Detected);
            Assert.Equal(detections * cycles, svg.MarksInTheData(color));
        }
    }

    [Fact]
    public void The_brighter_is_the_higher_and_phases_run_to_the_right()
    {
        FoldView green = View with { Bands = ["g"], Cycles = 1 };
        var svg = new SvgDrawing(Picture.OfFolds([green], new PictureStyle()).ToSvg());
        PhasePoint[] points = [.. green.GetPoints()];

        Assert.Equal(points.Length, svg.CirclesInTheData.Count);
        for (int i = 1; i < points.Length; i++)
        {
            (double x, double y, _) = svg.CirclesInTheData[i];
            (double x0, double y0, _) = svg.CirclesInTheData[0];
            Assert.Equal(Math.Sign(points[i].Mag - points[0].Mag), Math.Sign(y - y0));
            Assert.Equal(Math.Sign(points[i].Phase - points[0].Phase), Math.Sign(x - x0));
        }
    }

    [Fact]
    public void Only_the_bands_asked_for_are_drawn()
    {
        var svg = new SvgDrawing(Picture.OfFolds([View with { Bands = ["r"] }], new PictureStyle()).ToSvg());

        Assert.Equal(0, svg.MarksInTheData(Green));
        Assert.NotEqual(0, svg.MarksInTheData(Red));
        Assert.DoesNotContain("g (", svg.Text);
    }

    [Fact]
    public void Bins_stand_before_their_points_at_the_middle_of_their_phases()
    {
        FoldView binned = View with { Bands = ["g"], Cycles = 1, Bins = 10 };
        var plain = new SvgDrawing(Picture.OfFolds([binned with { Bins = 0 }], new PictureStyle()).ToSvg());
        var svg = new SvgDrawing(Picture.OfFolds([binned], new PictureStyle()).ToSvg());

        var bins = svg.CirclesInTheData.Skip(plain.CirclesInTheData.Count).ToList();

        Assert.Equal(10, bins.Count);
        double width = bins[1].X - bins[0].X;
        Assert.All(bins.Zip(bins.Skip(1)), pair => Assert.Equal(width, pair.Second.X - pair.First.X, 2));

        // Half a bin before the first middle is phase zero, where the first exposure is.
        Assert.Equal(plain.CirclesInTheData[0].X, bins[0].X - (width / 2), 2);
    }

    [Fact]
    public void A_sheet_holds_many_folds_in_one_picture()
    {
        FoldView[] stars = [.. Enumerable.Range(0, 7).Select(i => new FoldView(
            TestStar.Make(psid: 145120008365555264 + i), TestStar.Period))];
        var picture = Picture.OfFolds(stars, new PictureStyle());
        var svg = new SvgDrawing(picture.ToSvg());

        Assert.Equal((3 * 480 * 2, 3 * 330 * 2), (picture.Width, picture.Height));
        Assert.All(stars, star => Assert.Contains(star.GetTitle(), svg.Text));
        using SKBitmap decoded = Decode(picture);
        Assert.Equal((picture.Width, picture.Height), (decoded.Width, decoded.Height));
    }

    [Fact]
    public void A_sheet_that_no_picture_holds_is_refused()
    {
        FoldView[] stars = [.. Enumerable.Repeat(View, 200)];

        InvalidOperationException error =
            Assert.Throws<InvalidOperationException>(() => Picture.OfFolds(stars, new PictureStyle()).ToPng());
        Assert.Contains("draw fewer at a time", error.Message);
        Assert.Contains("Width and Height", error.Message);
        Assert.Throws<ArgumentException>(() => Picture.OfFolds([], new PictureStyle()));
    }

    [Fact]
    public void A_star_that_was_never_seen_gives_an_empty_diagram_that_says_so()
    {
        var svg = new SvgDrawing(Picture.OfFolds([new FoldView(TestStar.Unseen(), 1)], new PictureStyle()).ToSvg());

        Assert.Contains("1.00 days (1.000000 d), no detections", svg.Text);
        Assert.Equal(0, svg.MarksInTheData(Red));
    }

    [Fact]
    public void Numbers_are_written_with_points_whatever_the_language()
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        string english = Picture.OfFolds([View], new PictureStyle()).ToSvg();
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.Equal(english, Picture.OfFolds([View], new PictureStyle()).ToSvg());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static SKBitmap Decode(Picture picture) => SKBitmap.Decode(picture.ToPng());
}
