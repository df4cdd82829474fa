using Zvar.Plots;

namespace ZvarPS;

/// <summary>How folds are drawn.</summary>
internal sealed class FoldDrawing : ViewDrawing<FoldView>
{
    internal override string NameOf(FoldView view) => view.GetFileName();

    internal override ViewPage<FoldView> BeginPage() => new FoldPage();

    internal override Picture ToPicture(IReadOnlyList<FoldView> views, PictureStyle style) =>
        Picture.OfFolds(views, style);

    internal override IReadOnlyList<string> ToText(FoldView view, int width, int height) =>
        FoldText.Draw(view, width, height, color: false);

    internal override void Open(TerminalViewer viewer, IReadOnlyList<FoldView> views) =>
        viewer.Run(new FoldSession(views));
}
