using System.Globalization;
using System.Text;
using Zvar.Plots;

namespace ZvarPS;

/// <summary>Shows folds as one page to step through: written where -Path says, else opened in the browser.</summary>
internal sealed class PageWriter(OutputTarget place, bool passThru) : IViewWriter<FoldView>
{
    private readonly List<FoldView> _folds = [];

    public void Add(FoldView view) => _folds.Add(view);

    public void Finish()
    {
        if (_folds.Count == 0)
        {
            return;
        }

        string first = _folds[0].LightCurve.Psid.ToString(CultureInfo.InvariantCulture);
        string name = _folds.Count == 1 ? $"{first}.html" : $"{first} and {_folds.Count - 1} more.html";
        string? file = place.Write(name, "a page", () => Encoding.UTF8.GetBytes(FoldPage.Write(_folds)));
        if (file is null)
        {
            return;
        }

        bool opened = !place.IsNamed && Browser.TryOpen(file);
        if (passThru || (!opened && !place.IsNamed))
        {
            place.Give(file);
        }
    }
}
