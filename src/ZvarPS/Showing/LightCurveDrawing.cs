using Zvar.Plots;

namespace ZvarPS;

/// <summary>How light curves against time are drawn.</summary>
internal sealed class LightCurveDrawing : ViewDrawing<LightCurveView>
{
    internal override string NameOf(LightCurveView view) => view.GetFileName();

    internal override ViewPage<LightCurveView> BeginPage() => new LightCurvePage();

    internal override Picture ToPicture(IReadOnlyList<LightCurveView> views, PictureStyle style) =>
        Picture.OfLightCurves(views, style);

    internal override IReadOnlyList<string> ToText(LightCurveView view, int width, int height) =>
        LightCurveText.Draw(view, width, height, color: false);

    internal override void Open(TerminalViewer viewer, IReadOnlyList<LightCurveView> views) =>
        viewer.Run(new LightCurveSession(views));
}
