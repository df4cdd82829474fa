using Zvar;
using Zvar.Plots;

namespace ZvarPS;

/// <summary>How folds are drawn.</summary>
/// <param name="vetting">What their vetting is begun with; null where they are only looked at.</param>
/// <param name="file">Keeps the verdicts that are given; null for nowhere.</param>
/// <param name="answers">Whether they are wanted by whatever comes next.</param>
internal sealed class FoldDrawing(Vetting? vetting = null, VerdictsFile? file = null, bool answers = false)
    : ViewDrawing<FoldView>
{
    /// <summary>The verdicts on what was shown in the terminal, in its order.</summary>
    internal IReadOnlyList<Verdict> Verdicts { get; private set; } = [];

    internal override bool Answers => answers;

    internal override string NameOf(FoldView view) => view.GetFileName();

    internal override ViewPage<FoldView> BeginPage() => new FoldPage(vetting);

    internal override Picture ToPicture(IReadOnlyList<FoldView> views, PictureStyle style) =>
        Picture.OfFolds(views, style);

    internal override IReadOnlyList<string> ToText(FoldView view, int width, int height) =>
        FoldText.Draw(view, width, height, color: false);

    internal override void Open(TerminalViewer viewer, IReadOnlyList<FoldView> views)
    {
        var session = new FoldSession(views, vetting);
        file?.Begin(session.AllVerdicts);
        FoldSession ended = viewer.Run(session, Keep);
        Verdicts = ended.GetVerdicts();
        file?.Finish();
    }

    private FoldSession Keep(FoldSession session) =>
        file?.Keep(session.AllVerdicts) is { } failure ? session.Tell(failure) : session;
}
