using System.Management.Automation;
using Zvar.Plots;

namespace ZvarPS;

/// <summary>
/// Writes views as pages to step through: all to the one file that was named, a page for each to a folder, or, where
/// nothing was named, all as one page that the browser opens.
/// </summary>
/// <typeparam name="TView">What one diagram shows.</typeparam>
/// <param name="cmdlet">The cmdlet that shows.</param>
/// <param name="target">Where to.</param>
/// <param name="passThru">Whether a file is given too that the user named, or sees.</param>
/// <param name="drawing">How views are drawn.</param>
internal sealed class PageWriter<TView>(
    PSCmdlet cmdlet, OutputTarget target, bool passThru, ViewDrawing<TView> drawing) : IViewWriter<TView>
{
    private readonly DistinctNames _names = new();
    private ViewPage<TView> _page = drawing.BeginPage();
    private string _first = "";

    public void Add(TView view)
    {
        try
        {
            _page.Add(view);
        }
        catch (ArgumentException error)
        {
            cmdlet.WriteError(ErrorRecords.TooManyDiagrams(error, target.File ?? target.Folder));
            return;
        }

        if (_page.Count == 1)
        {
            _first = drawing.NameOf(view);
        }

        if (target.IsNamed && target.File is null)
        {
            Finish();
            _page = drawing.BeginPage();
        }
    }

    public void Finish()
    {
        if (_page.Count == 0)
        {
            return;
        }

        string name = target.IsNamed || _page.Count == 1
            ? _names.Next(_first)
            : $"{_first} and {_page.Count - 1} more";
        string what = _page.Count == 1 ? FileKind.Page.Name : $"{FileKind.Page.Name} of {_page.Count} diagrams";
        if (target.Write(name + FileKind.Page.Ending, what, _page.Write) is not { } file)
        {
            return;
        }

        bool opened = !target.IsNamed && Browser.TryOpen(file);

        // A file that nobody named or sees has to be told of.
        if (passThru || !(target.IsNamed || opened))
        {
            target.Give(file);
        }
    }
}
