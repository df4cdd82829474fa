using SkiaSharp;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

public class OtherPictureTests
{
    private const string Green = "#00876C";

    [Fact]
    public void A_light_curve_shows_detections_and_the_limits_of_the_rest()
    {
        LightCurve curve = TestStar.Make();
        var svg = new SvgDrawing(Picture.OfLightCurves(
            [new LightCurveView(curve) { Bands = ["g"] }], new PictureStyle()).ToSvg());

        int detected = curve.EnumeratePoints().Count(point => point.Band == "g" && point.Detected);
        int missed = curve.EnumeratePoints().Count(point => point.Band == "g" && !point.Detected);
        Assert.Equal(detected, svg.MarksInTheData(Green));

        // One outline a limit, and one path for all the error bars.
        Assert.Equal(missed + 1, svg.OutlinesInTheData(Green));
        Assert.Contains($"{missed} non-detections", svg.Text);
        Assert.Contains("BJD - 2458000 (days)", svg.Text);
        Assert.Contains("AB magnitude", svg.Text);
    }

    [Fact]
    public void A_light_curve_in_flux_shows_every_exposure_the_brighter_the_higher()
    {
        LightCurve curve = TestStar.Make();
        var view = new LightCurveView(curve) { Bands = ["g"], Quantity = PhotometryFormat.Flux };
        var svg = new SvgDrawing(Picture.OfLightCurves([view], new PictureStyle()).ToSvg());
        double[] fluxes = [.. curve.EnumeratePoints().Where(point => point.Band == "g").Select(point => point.Flux)];

        Assert.Equal(fluxes.Length, svg.CirclesInTheData.Count);
        double[] heights = [.. svg.CirclesInTheData.Select(circle => circle.Y)];
        Assert.Equal(Array.IndexOf(fluxes, fluxes.Max()), Array.IndexOf(heights, heights.Min()));
        Assert.Contains("Difference flux (survey units)", svg.Text);
    }

    [Fact]
    public void Gaia_stars_stand_by_colour_and_absolute_magnitude()
    {
        // The ZVAR notebook's own star and Gaia source: M = 16.708706 + 5 log10(0.79958/1000) + 5 = 6.22.
        GaiaMatch dwarf = Star(145120008365555264, 16.708706, 17.312077, 15.944344, 0.7995832359862339, 0.06608167);
        GaiaMatch giant = Star(126541217361397171, 12, 12.7, 11.2, 0.25, 0.02);
        GaiaMatch nowhere = Star(126541217361397172, 15, 15.5, 14.5, -0.3, 0.02);

        var svg = new SvgDrawing(
            Picture.OfColorMagnitude([dwarf, giant with { Synthetic = true }, nowhere], new PictureStyle()).ToSvg());

        Assert.Equal(2, svg.CirclesInTheData.Count);
        Assert.True(svg.CirclesInTheData[1].Y < svg.CirclesInTheData[0].Y, "The giant is above the dwarf.");
        Assert.True(svg.CirclesInTheData[1].X > svg.CirclesInTheData[0].X, "The redder is to the right.");
        Assert.Contains("2 of 3 stars have a colour and a positive parallax", svg.Text);
        Assert.Contains("145120008365555264", svg.Text);
        Assert.Contains("synthetic (demo sky)", svg.Text);
    }

    [Fact]
    public void A_machine_with_a_font_has_nothing_to_be_warned_of()
    {
        Assert.SkipWhen(SKFontManager.Default.FontFamilyCount == 0, "There is no font on this machine.");
        Assert.Null(Picture.FontWarning);
    }

    private static GaiaMatch Star(long psid, double g, double bp, double rp, double parallax, double parallaxError) =>
        Assert.IsType<GaiaMatch>(CatalogMatch.Create(
            psid,
            "gaia",
            new CatalogRow("1", 0, 0, new Dictionary<string, object>
            {
                ["phot_g_mean_mag"] = g,
                ["phot_bp_mean_mag"] = bp,
                ["phot_rp_mean_mag"] = rp,
                ["parallax"] = parallax,
                ["parallax_error"] = parallaxError,
            }),
            null));
}
