using Zvar.Plots;

namespace ZvarPS;

/// <summary>How periodograms are drawn.</summary>
internal sealed class PeriodogramDrawing : ViewDrawing<PeriodogramView>
{
    internal override string NameOf(PeriodogramView view) => view.GetFileName();

    internal override ViewPage<PeriodogramView> BeginPage() => new PeriodogramPage();

    internal override Picture ToPicture(IReadOnlyList<PeriodogramView> views, PictureStyle style) =>
        Picture.OfPeriodograms(views, style);

    internal override IReadOnlyList<string> ToText(PeriodogramView view, int width, int height) =>
        PeriodogramText.Draw(view, width, height, color: false);

    internal override void Open(TerminalViewer viewer, IReadOnlyList<PeriodogramView> views) =>
        viewer.Run(new PeriodogramSession(views));
}
