using Zvar.Plots;

namespace Zvar.Tests.Plots;

/// <summary>What stands along the axes of light curves that are not ZVAR's.</summary>
public class AxisTests
{
    private static readonly PhotometryOrigin Hjd =
        new(new TimeSystem(TimeReference.Hjd), MagnitudeKind.Relative, "a table (hjd, counts)");

    [Theory]
    [InlineData("HJD", MagnitudeKind.Relative, "HJD - 2458000 (days)", "Relative magnitude")]
    [InlineData("BJD (TDB)", MagnitudeKind.Vega, "BJD (TDB) - 2458000 (days)", "Vega magnitude")]
    [InlineData("JD (UTC)", MagnitudeKind.AsGiven, "JD (UTC) - 2458000 (days)", "Magnitude")]
    [InlineData("time", MagnitudeKind.Difference, "Time - 2458000 (days)", "AB magnitude of the difference")]
    public void Axes_say_what_the_light_curve_says(string system, MagnitudeKind kind, string time, string magnitude)
    {
        LightCurve curve = CurveOf(new PhotometryOrigin(TimeSystem.Parse(system), kind, "a table"));
        var picture = new SvgDrawing(Picture.OfLightCurves([new LightCurveView(curve)], new PictureStyle()).ToSvg());
        Assert.Contains(time, picture.Text);
        Assert.Contains(magnitude, picture.Text);
        Assert.Contains(magnitude, new SvgDrawing(Picture.OfFolds([new FoldView(curve, 1)], new PictureStyle()).ToSvg()).Text);
    }

    [Fact]
    public void So_do_the_terminal_and_the_page()
    {
        LightCurve curve = CurveOf(Hjd);
        string[] text = [.. LightCurveText.Draw(new LightCurveView(curve), 80, 24, color: false)];
        Assert.Contains("HJD-2458000", text[^1]);
        Assert.Contains("rel. mag", text[^1]);
        Assert.Contains("rel. mag", FoldText.Draw(new FoldView(curve, 1), 80, 24, color: false)[^1]);
        string page = PackedStar.Read(PageFile.Write(new LightCurvePage(), new LightCurveView(curve)), 0);
        Assert.Contains("HJD - 2458000 (days)", page);
        Assert.Contains("Relative magnitude", page);
    }

    [Fact]
    public void A_fold_counts_its_phase_zero_so_and_keeps_it_when_it_comes_computed()
    {
        LightCurve curve = CurveOf(Hjd);
        Assert.Contains("phase 0 at HJD 2458000.50000", new FoldView(curve, 1).GetSubtitle());
        var computed = FoldView.OfPhasePoints([.. new Fold(curve, 1, curve.FirstTime).EnumeratePoints()]);
        Assert.Contains("phase 0 at HJD 2458000.50000", computed.GetSubtitle());
        Assert.Equal(MagnitudeKind.Relative, computed.LightCurve.MagnitudeKind);
    }

    private static LightCurve CurveOf(PhotometryOrigin origin)
    {
        var builder = new LightCurveBuilder(0) { Origin = origin };
        for (int i = 0; i < 5; i++)
        {
            builder.Add(new PhotometryRow { Time = 2458000.5 + (0.3 * i), Mag = 0.1 * i, MagErr = 0.01, Band = "V" });
        }

        return builder.Build().Of(zvarObject: null, "mine");
    }
}
