namespace Zvar.Plots;

/// <summary>
/// Light curves against time as one page for a browser: one file that asks for nothing elsewhere and works off line.
/// </summary>
public static class LightCurvePage
{
    private static readonly PageDocument Document = new(
        figures: "light-curve-figures.html",
        controls: null,
        points: "light-curve-points.html",
        scripts: ["light-curve-page.js"],
        errors: "Error bars",
        copy: "Copy psid");

    /// <summary>The page as HTML. Its reader steps through the light curves in the order given.</summary>
    /// <exception cref="ArgumentException">There is none, or one has more bands than a page holds.</exception>
    public static string Write(IReadOnlyList<LightCurveView> views)
    {
        ArgumentNullException.ThrowIfNull(views);
        if (views.Count == 0)
        {
            throw new ArgumentException("There is nothing to show.", nameof(views));
        }

        string title = views.Count == 1 ? views[0].GetTitle() : $"{views.Count} light curves";
        return Document.Write(title, PageData.Write(views));
    }
}
