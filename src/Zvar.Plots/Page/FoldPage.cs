namespace Zvar.Plots;

/// <summary>
/// Folds as one page for a browser, to be played with: one file that asks for nothing elsewhere and works off line.
/// </summary>
public static class FoldPage
{
    private static readonly PageDocument Document = new(
        figures: "fold-figures.html",
        controls: "fold-controls.html",
        points: "fold-points.html",
        scripts: ["folding.js", "extreme.js", "fold-content.js", "periodogram-figure.js", "fold-page.js"],
        errors: "Error bars (bins: scatter)",
        copy: "Copy psid, period");

    /// <summary>The page as HTML. Its reader steps through the folds in the order given.</summary>
    /// <exception cref="ArgumentException">There is none, or one has more bands than a page holds.</exception>
    public static string Write(IReadOnlyList<FoldView> folds)
    {
        ArgumentNullException.ThrowIfNull(folds);
        if (folds.Count == 0)
        {
            throw new ArgumentException("There is nothing to show.", nameof(folds));
        }

        string title = folds.Count == 1 ? folds[0].GetTitle() : $"{folds.Count} folded light curves";
        return Document.Write(title, PageData.Write(folds));
    }
}
