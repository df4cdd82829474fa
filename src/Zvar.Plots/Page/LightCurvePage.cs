namespace Zvar.Plots;

/// <summary>Light curves against time as one page for a browser.</summary>
public sealed class LightCurvePage() : ViewPage<LightCurveView>(Document, "light curves", PageData.Pack)
{
    private static readonly PageDocument Document = new(
        figures: "light-curve-figures.html",
        controls: null,
        points: "light-curve-points.html",
        scripts: ["light-curve-page.js"],
        errors: "Error bars",
        copy: "Copy psid");
}
