using System.Text.RegularExpressions;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

public partial class SheetTests
{
    private static readonly FoldView View = new(TestStar.Make(), TestStar.Period);

    [Fact]
    public void A_sheet_of_sixty_folds_fits_the_size_it_is_given()
    {
        FoldView[] stars = Stars(60);
        var picture = Picture.OfFolds(stars, new PictureStyle { Width = 1600, Height = 1200 });
        var svg = new SvgDrawing(picture.ToSvg());

        Assert.Equal((1600, 1200), (picture.Width, picture.Height));
        Assert.All(stars, star => Assert.Contains(star.GetTitle(), svg.Text));

        // Each has its points, and numbers along its axes.
        foreach ((string band, string color) in new[] { ("g", "#00876C"), ("r", "#C1272D"), ("i", "#E08A00") })
        {
            Assert.Equal(
                stars.Sum(star => 2 * star.GetPoints().Count(point => point.Band == band)), svg.MarksInTheData(color));
        }

        Assert.True(svg.Written.Count(one => double.TryParse(one.Text, out _)) >= 60 * 4);
    }

    [Fact]
    public void What_is_written_on_a_sheet_stands_over_nothing_else()
    {
        var svg = new SvgDrawing(
            Picture.OfFolds(Stars(60), new PictureStyle { Width = 1600, Height = 1200 }).ToSvg());

        for (int i = 0; i < svg.Written.Count; i++)
        {
            Assert.DoesNotContain(
                svg.Written.Skip(i + 1), other => svg.Written[i].Place.IntersectsWith(other.Place));
        }
    }

    [Theory]
    [InlineData(12, 400, 4000, 1)]
    [InlineData(12, 4000, 400, 12)]
    [InlineData(7, 1000, 1000, 2)]
    public void The_columns_follow_the_shape_of_the_sheet(int count, int width, int height, int columns)
    {
        var svg = new SvgDrawing(
            Picture.OfFolds(Stars(count), new PictureStyle { Width = width, Height = height, Scale = 1 }).ToSvg());

        Assert.Equal(
            columns,
            svg.Written.Where(one => one.Text.StartsWith("14512", StringComparison.Ordinal))
                .Select(one => one.Place.Left).Distinct().Count());
    }

    [Fact]
    public void A_sheet_too_small_to_be_read_says_what_size_would_do()
    {
        Picture small = Picture.OfFolds(Stars(60), new PictureStyle { Width = 400, Height = 300 });

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => small.ToSvg());

        Match size = SizeThatWouldDo().Match(error.Message);
        Assert.True(size.Success, error.Message);
        var style = new PictureStyle
        {
            Width = int.Parse(size.Groups[1].ValueSpan, provider: null),
            Height = int.Parse(size.Groups[2].ValueSpan, provider: null),
        };
        Assert.StartsWith("<?xml", Picture.OfFolds(Stars(60), style).ToSvg(), StringComparison.Ordinal);
        Assert.DoesNotContain("scale", error.Message);
    }

    [Fact]
    public void One_side_alone_brings_the_other()
    {
        Assert.Equal(650, Picture.OfFolds([View], new PictureStyle { Width = 1000 }).Height);
        Assert.Equal(1000, Picture.OfFolds([View], new PictureStyle { Height = 650 }).Width);
    }

    [Fact]
    public void A_pdf_holds_its_text_as_text()
    {
        var pdf = new PdfDrawing(Picture.OfFolds(
            [new FoldView(TestStar.Make(targetName: "Andromeda 7"), TestStar.Period)], new PictureStyle()).ToPdf());

        string page = Assert.Single(pdf.Pages);
        Assert.Contains("145120008365555264 · Andromeda 7", page);
        Assert.Contains("6.54 hours (0.2726630 d, ZVAR's), phase 0 at BJD 2458263.98192", page);
        Assert.Contains("AB magnitude", page);
        Assert.Equal(0, pdf.Images);
        Assert.Contains("/MediaBox [0 0 600 390]", pdf.Source);
    }

    [Fact]
    public void Many_diagrams_go_over_as_many_pages_as_they_need()
    {
        FoldView[] stars = Stars(60);

        var pdf = new PdfDrawing(Picture.OfFolds(stars, new PictureStyle()).ToPdf());

        Assert.Equal(7, pdf.Pages.Count);
        for (int i = 0; i < stars.Length; i++)
        {
            Assert.Contains(stars[i].GetTitle(), pdf.Pages[i / 9]);
        }

        Assert.Single(new PdfDrawing(Picture.OfFolds(Stars(4), new PictureStyle()).ToPdf()).Pages);
        Assert.True(
            new PdfDrawing(Picture.OfFolds(stars, new PictureStyle { Width = 1000, Height = 700 }).ToPdf()).Pages.Count
            > 7);
    }

    [Fact]
    public void The_same_folds_give_the_same_pdf_which_knows_no_time_of_writing()
    {
        byte[] pdf = Picture.OfFolds(Stars(3), new PictureStyle()).ToPdf();

        Assert.Equal(pdf, Picture.OfFolds(Stars(3), new PictureStyle()).ToPdf());
        Assert.DoesNotContain("Date", new PdfDrawing(pdf).Source);
    }

    [Fact]
    public void Light_curves_and_colour_magnitude_diagrams_are_pdfs_too()
    {
        var gaia = new GaiaMatch { Psid = 0, Catalog = "gaia", Id = "4472832130942575872" };
        Assert.Contains(
            "BJD - 2458000 (days)",
            Assert.Single(new PdfDrawing(Picture.OfLightCurves(
                [new LightCurveView(View.LightCurve)], new PictureStyle()).ToPdf()).Pages));
        Assert.Contains(
            "BP - RP (mag)",
            Assert.Single(new PdfDrawing(Picture.OfColorMagnitude([gaia], new PictureStyle()).ToPdf()).Pages));
    }

    private static FoldView[] Stars(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
            new FoldView(TestStar.Make(60, 145120008365555264 + i), TestStar.Period)),
    ];

    [GeneratedRegex("a Width of ([0-9]+) and a Height of ([0-9]+) would do")]
    private static partial Regex SizeThatWouldDo();
}
