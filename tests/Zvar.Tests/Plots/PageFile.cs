using System.Text;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

// A page as its user finds it in a file.
internal static class PageFile
{
    public static string Write<TView>(ViewPage<TView> page, params IEnumerable<TView> views)
    {
        foreach (TView view in views)
        {
            page.Add(view);
        }

        using var stream = new MemoryStream();
        page.Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
