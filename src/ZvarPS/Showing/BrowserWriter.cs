using System.Text;

namespace ZvarPS;

/// <summary>Opens views in the browser, as one page to step through.</summary>
/// <typeparam name="TView">What one diagram shows.</typeparam>
internal sealed class BrowserWriter<TView>(OutputTarget target, bool passThru, ViewDrawing<TView> drawing)
    : IViewWriter<TView>
{
    private readonly List<TView> _views = [];

    public void Add(TView view) => _views.Add(view);

    public void Finish()
    {
        if (_views.Count == 0)
        {
            return;
        }

        string first = drawing.NameOf(_views[0]);
        string name = _views.Count == 1 ? first : $"{first} and {_views.Count - 1} more";
        string? file = target.Write(
            name + FileKind.Page.Ending, FileKind.Page.Name, () => Encoding.UTF8.GetBytes(drawing.ToPage(_views)));
        if (file is null)
        {
            return;
        }

        bool opened = Browser.TryOpen(file);
        if (passThru || !opened)
        {
            target.Give(file);
        }
    }
}
