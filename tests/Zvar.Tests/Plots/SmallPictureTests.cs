using SkiaSharp;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

public class SmallPictureTests
{
    private static readonly LightCurve Star = TestStar.Make(targetName: "Andromeda 7", synthetic: true);

    public static TheoryData<int, int> Sizes { get; } = new()
    {
        { 100, 100 }, { 160, 120 }, { 120, 300 }, { 240, 180 }, { 320, 240 }, { 480, 330 }, { 800, 520 }, { 1600, 100 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void What_is_written_stands_in_the_picture_and_over_nothing_else(int width, int height)
    {
        var style = new PictureStyle { Width = width, Height = height };
        foreach (Picture picture in Kinds(style))
        {
            var svg = new SvgDrawing(picture.ToSvg());
            IReadOnlyList<(string Text, SKRect Place)> written = svg.Written;

            Assert.All(written, one => Assert.True(
                new SKRect(0, 0, (float)svg.Width, (float)svg.Height).Contains(one.Place),
                $"'{one.Text}' ends outside of {width} by {height}."));
            for (int i = 0; i < written.Count; i++)
            {
                Assert.All(written.Skip(i + 1), other => Assert.False(
                    written[i].Place.IntersectsWith(other.Place),
                    $"'{written[i].Text}' and '{other.Text}' stand on one another in {width} by {height}."));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Both_axes_keep_a_number_and_what_is_synthetic_says_so(int width, int height)
    {
        var style = new PictureStyle { Width = width, Height = height };
        foreach (Picture picture in Kinds(style))
        {
            var svg = new SvgDrawing(picture.ToSvg());
            Assert.Contains("synthetic (demo sky)", svg.Text);
            Assert.True(
                svg.Written.Count(one => double.TryParse(one.Text, out _)) >= 2, $"{width} by {height}: {svg.Text}");
        }
    }

    [Fact]
    public void Legend_and_subtitle_go_before_the_title_does()
    {
        string At(int width, int height) => new SvgDrawing(Picture.OfFolds(
            [new FoldView(Star, TestStar.Period)], new PictureStyle { Width = width, Height = height }).ToSvg()).Text;

        Assert.Contains("g (76)", At(480, 330));
        Assert.Contains("6.54 hours (0.2726630 d, ZVAR's), phase 0 at BJD 2458263.98192", At(480, 330));
        Assert.DoesNotContain("g (76)", At(160, 120));
        Assert.DoesNotContain("6.54 hours", At(160, 120));
        Assert.Contains("145120008", At(100, 100));
    }

    [Fact]
    public void Letters_are_smaller_in_less_room_but_never_too_small()
    {
        double SizeAt(int width, int height) => Picture.OfFolds(
            [new FoldView(Star, TestStar.Period)], new PictureStyle { Width = width, Height = height })
            .ToSvg().Split("font-size=\"").Skip(1)
            .Min(text => double.Parse(text.Split('"')[0], System.Globalization.CultureInfo.InvariantCulture));

        Assert.InRange(SizeAt(100, 100), 6, 7);
        Assert.InRange(SizeAt(480, 330), 9, 10);
        Assert.InRange(SizeAt(800, 520), 11, 11);
    }

    private static Picture[] Kinds(PictureStyle style)
    {
        var fold = new FoldView(Star, TestStar.Period);
        var curve = new LightCurveView(Star);
        GaiaMatch[] matches =
        [
            .. Enumerable.Range(0, 6).Select(i => new GaiaMatch
            {
                Psid = 145120008365555264 + i,
                Catalog = "gaia",
                PhotGMeanMag = 14 + (0.1 * i),
                PhotBpMeanMag = 15,
                PhotRpMeanMag = 14 - (0.05 * i),
                Parallax = 1,
                ParallaxError = i % 2 == 0 ? 0.1 : 1,
                Synthetic = true,
            }),
        ];
        return
        [
            Picture.OfFolds([fold], style),
            Picture.OfFolds([fold with { Bins = 20, Statistic = BinStatistic.Median, Cycles = 1 }], style),
            Picture.OfLightCurves([curve], style),
            Picture.OfLightCurves([curve with { Quantity = PhotometryFormat.Flux }], style),
            Picture.OfColorMagnitude(matches, style),
        ];
    }
}
