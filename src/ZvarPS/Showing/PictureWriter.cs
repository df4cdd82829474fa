using System.Management.Automation;
using System.Text;
using Zvar.Plots;

namespace ZvarPS;

/// <summary>
/// Shows diagrams as pictures: all on a sheet in the one file that was named, or a file for each in a folder.
/// </summary>
/// <typeparam name="TView">What one diagram shows.</typeparam>
internal sealed class PictureWriter<TView>(
    PSCmdlet cmdlet,
    OutputTarget place,
    PictureFormat format,
    bool passThru,
    Func<TView, string> nameOf,
    Func<IReadOnlyList<TView>, Picture> draw) : IViewWriter<TView>
{
    private readonly List<TView> _sheet = [];
    private bool _warned;

    private string Extension => format == PictureFormat.Svg ? ".svg" : ".png";

    public void Add(TView view)
    {
        if (place.File is null)
        {
            Write([view]);
        }
        else
        {
            _sheet.Add(view);
        }
    }

    public void Finish()
    {
        if (_sheet.Count > 0)
        {
            Write(_sheet);
        }
    }

    private void Write(List<TView> views)
    {
        string what = views.Count == 1 ? "a picture" : $"a picture of {views.Count} diagrams";
        string? file = place.Write(nameOf(views[0]) + Extension, what, () => Draw(views));

        // A file nobody named has to be told of.
        if (file is not null && (passThru || !place.IsNamed))
        {
            place.Give(file);
        }
    }

    private byte[] Draw(List<TView> views)
    {
        if (!_warned && Picture.FontWarning is { } warning)
        {
            cmdlet.WriteWarning(warning);
            _warned = true;
        }

        Picture picture = draw(views);
        return format == PictureFormat.Svg ? Encoding.UTF8.GetBytes(picture.ToSvg()) : picture.ToPng();
    }
}
