namespace Zvar.Plots;

/// <summary>Folds as one page for a browser, to be played with.</summary>
public sealed class FoldPage() : ViewPage<FoldView>(Document, "folded light curves", PageData.Pack)
{
    private static readonly PageDocument Document = new(
        figures: "fold-figures.html",
        controls: "fold-controls.html",
        points: "fold-points.html",
        scripts: ["folding.js", "extreme.js", "fold-content.js", "periodogram-figure.js", "fold-page.js"],
        errors: "Error bars (bins: scatter)",
        copy: "Copy psid, period");
}
