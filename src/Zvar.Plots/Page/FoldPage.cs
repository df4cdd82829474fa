namespace Zvar.Plots;

/// <summary>Folds as one page for a browser, to be played with.</summary>
/// <param name="vetting">What the stars are vetted with on it; null for a page that is no vetting.</param>
public sealed class FoldPage(Vetting? vetting = null)
    : ViewPage<FoldView>(Document, "folded light curves", PageData.Pack)
{
    private static readonly PageDocument Document = new(
        figures: "fold-figures.html",
        controls: "fold-controls.html",
        points: "fold-points.html",
        scripts:
        [
            "folding.js", "extreme.js", "fold-content.js", "periodogram-figure.js", "verdict-file.js",
            "verdict-store.js", "vetting.js", "small-fold.js", "contact.js", "color-magnitude-figure.js", "context.js",
            "fold-page.js",
        ],
        errors: "Error bars (bins: scatter)",
        copy: "Copy psid, period");

    private protected override string WriteVetting(IReadOnlyList<PageStar> stars) => vetting is null
        ? base.WriteVetting(stars)
        : PageData.WriteVetting(vetting, [.. stars.Select(star => star.Unmeasured)]);
}
