namespace Zvar.Plots;

/// <summary>Periodograms as one page for a browser.</summary>
public sealed class PeriodogramPage() : ViewPage<PeriodogramView>(Document, "periodograms", PageData.Pack)
{
    private static readonly PageDocument Document = new(
        figures: "periodogram-figures.html",
        controls: "periodogram-controls.html",
        points: null,
        scripts: ["periodogram-figure.js", "periodogram-page.js"],
        errors: "Error bars",
        copy: "Copy psid, period");
}
