namespace Zvar.Plots;

/// <summary>
/// Periodograms as one page for a browser: one file that asks for nothing elsewhere and works off line.
/// </summary>
public static class PeriodogramPage
{
    private static readonly PageDocument Document = new(
        figures: "periodogram-figures.html",
        controls: "periodogram-controls.html",
        points: null,
        scripts: ["periodogram-figure.js", "periodogram-page.js"],
        errors: "Error bars",
        copy: "Copy psid, period");

    /// <summary>The page as HTML. Its reader steps through the periodograms in the order given.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string Write(IReadOnlyList<PeriodogramView> views)
    {
        ArgumentNullException.ThrowIfNull(views);
        if (views.Count == 0)
        {
            throw new ArgumentException("There is nothing to show.", nameof(views));
        }

        string title = views.Count == 1 ? views[0].GetTitle() : $"{views.Count} periodograms";
        return Document.Write(title, PageData.Write(views));
    }
}
