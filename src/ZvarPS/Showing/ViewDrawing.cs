using Zvar.Plots;

namespace ZvarPS;

/// <summary>How views of a kind are drawn, whatever they are written to.</summary>
/// <typeparam name="TView">What one diagram shows.</typeparam>
internal abstract class ViewDrawing<TView>
{
    /// <summary>The name of a file for a view, without ending.</summary>
    internal abstract string NameOf(TView view);

    /// <summary>Begins a page to step through views.</summary>
    internal abstract ViewPage<TView> BeginPage();

    /// <summary>A picture of some views.</summary>
    internal abstract Picture ToPicture(IReadOnlyList<TView> views, PictureStyle style);

    /// <summary>A view as lines of text.</summary>
    internal abstract IReadOnlyList<string> ToText(TView view, int width, int height);

    /// <summary>Whether what is done in the terminal is answered with objects, for whatever comes next.</summary>
    internal virtual bool Answers => false;

    /// <summary>Shows some views in the terminal until the user has had enough.</summary>
    internal abstract void Open(TerminalViewer viewer, IReadOnlyList<TView> views);
}
