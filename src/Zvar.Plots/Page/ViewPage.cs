namespace Zvar.Plots;

/// <summary>
/// A page for a browser in the making: one file that asks for nothing elsewhere and works off line. What is added is
/// packed at once and no longer held; the page's reader steps through it in the order in which it was added.
/// </summary>
/// <typeparam name="TView">What one diagram shows.</typeparam>
public abstract class ViewPage<TView>
{
    private readonly PageDocument _document;
    private readonly string _plural;
    private readonly Func<TView, PageStar> _pack;
    private readonly List<PageStar> _stars = [];

    private protected ViewPage(PageDocument document, string plural, Func<TView, PageStar> pack) =>
        (_document, _plural, _pack) = (document, plural, pack);

    /// <summary>How many diagrams it has.</summary>
    public int Count => _stars.Count;

    /// <summary>Takes one more diagram.</summary>
    /// <exception cref="ArgumentException">It has more bands than a page holds; the page is as it was.</exception>
    public void Add(TView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        _stars.Add(_pack(view));
    }

    /// <summary>Writes the page, as HTML in UTF-8.</summary>
    /// <exception cref="InvalidOperationException">It has no diagram.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (_stars.Count == 0)
        {
            throw new InvalidOperationException("There is nothing to show.");
        }

        string title = _stars is [var only] ? only.Title : $"{_stars.Count} {_plural}";
        _document.Write(stream, title, _stars, WriteVetting(_stars));
    }

    // What the scripts are told of a vetting, as JSON; null for a page that is none.
    private protected virtual string WriteVetting(IReadOnlyList<PageStar> stars) => "null";
}
