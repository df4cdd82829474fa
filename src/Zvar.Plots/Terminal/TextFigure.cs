using System.Text;

namespace Zvar.Plots;

// A diagram as text: a head of two lines, axes with round numbers, marks in Braille characters between them.
internal sealed class TextFigure
{
    internal const int MinWidth = 40;
    internal const int MinHeight = 10;

    // Title and subtitle above the axes; the axis and its numbers below.
    private const int LinesAround = 4;

    // How many columns a tick's number and the air about it take; the title of the axis stands between two of them.
    private const int ColumnsPerTick = 12;
    private const int ColumnsAroundTitle = 6;
    private const int LinesPerTick = 3;

    private readonly int _width;
    private readonly int _rows;
    private readonly int _margin;
    private readonly bool _color;
    private readonly string _upTitle;
    private readonly string _acrossTitle;
    private readonly TextScale _up;
    private readonly TextScale _across;
    private readonly BrailleCanvas _canvas;
    private readonly char[] _top;
    private readonly IReadOnlyDictionary<string, BandStyle> _styles;

    // Axes between their ends; the first end of the upward one is at the top.
    internal TextFigure(
        int width,
        int height,
        bool color,
        (string Title, double First, double Last, int MostTicks) across,
        (string Title, double First, double Last) up,
        IReadOnlyDictionary<string, BandStyle> styles)
        : this(width, height, color, up, (across.Title, room => new TextScale(
            across.First,
            across.Last,
            Math.Min(across.MostTicks, room / Math.Max(ColumnsPerTick, across.Title.Length + ColumnsAroundTitle)))), styles)
    {
    }

    // The axis across is made for the columns there are.
    internal TextFigure(
        int width,
        int height,
        bool color,
        (string Title, double First, double Last) up,
        (string Title, Func<int, TextScale> Of) across,
        IReadOnlyDictionary<string, BandStyle> styles)
    {
        _width = Math.Max(width, MinWidth);
        _rows = Math.Max(height, MinHeight) - LinesAround;
        _color = color;
        _styles = styles;
        (_acrossTitle, _upTitle) = (across.Title, up.Title);
        _up = new TextScale(up.First, up.Last, _rows / LinesPerTick);
        _margin = Math.Max(_upTitle.Length, _up.Ticks.Max(tick => tick.Text.Length)) + 1;
        _across = across.Of(_width - _margin);
        _canvas = new BrailleCanvas(_width - _margin - 2, _rows);
        _top = new char[_width - _margin - 2];
        Array.Fill(_top, ' ');
    }

    // Marks a point; a large mark is two dots by two.
    internal void Mark(double x, double y, string band, bool large)
    {
        int column = _across.PlaceOf(x, _canvas.Width);
        int row = _up.PlaceOf(y, _canvas.Height);
        for (int i = 0; i < (large ? 4 : 1); i++)
        {
            _canvas.Set(column + (i % 2), row + (i / 2), band);
        }
    }

    // Marks a line upward from the axis to a point.
    internal void MarkLine(double x, double y, string band)
    {
        int column = _across.PlaceOf(x, _canvas.Width);
        for (int row = Math.Max(0, _up.PlaceOf(y, _canvas.Height)); row < _canvas.Height; row++)
        {
            _canvas.Set(column, row, band);
        }
    }

    // A few letters in the uppermost row, where nothing is drawn.
    internal void Write(double x, string text)
    {
        int start = _across.PlaceOf(x, _width - _margin - 2) - (text.Length / 2);
        bool IsFree(int place) => place < 0 || place >= _top.Length || _top[place] == ' ';
        if (start >= 0
            && start + text.Length <= _top.Length
            && Enumerable.Range(start - 1, text.Length + 2).All(IsFree))
        {
            text.CopyTo(0, _top, start, text.Length);
        }
    }

    // As many lines as high, none wider than the width.
    internal IReadOnlyList<string> Draw(
        string title, string subtitle, bool synthetic, IEnumerable<(string Band, string Text)> legend) =>
        Draw(title, subtitle, synthetic, tag: "", tagColor: "", legend);

    // The same with a tag behind the title.
    internal IReadOnlyList<string> Draw(
        string title,
        string subtitle,
        bool synthetic,
        string tag,
        string tagColor,
        IEnumerable<(string Band, string Text)> legend)
    {
        string?[] labels = new string?[_rows];
        foreach ((double value, string text) in _up.Ticks)
        {
            labels[_up.PlaceOf(value, _rows)] = text;
        }

        Func<string, string>? colorOf = _color ? band => _styles[band].Terminal : null;
        return
        [
            Head(title, synthetic, tag, tagColor, [.. legend]),
            Ellipsis.Cut(subtitle, _width),
            .. Enumerable.Range(0, _rows).Select(row =>
                (labels[row] ?? "").PadLeft(_margin) + (labels[row] is null ? '│' : '┤')
                + (row == 0 && HasTop ? new string(_top).TrimEnd() : _canvas.Row(row, colorOf))),
            .. Foot(),
        ];
    }

    private bool HasTop => Array.Exists(_top, letter => letter != ' ');

    // The title to the left, and the bands to the right as far as there is room; the tag, and that it is synthetic, are
    // never cut off.
    private string Head(
        string title, bool synthetic, string tag, string tagColor, IReadOnlyList<(string Band, string Text)> bands)
    {
        string note = synthetic ? " synthetic (demo sky)" : "";
        string mark = tag.Length == 0 ? "" : _color ? $" {tagColor}{tag}\u001b[0m" : $" {tag}";
        int around = note.Length + (tag.Length == 0 ? 0 : tag.Length + 1);
        string shown = Ellipsis.Cut(title, _width - around);
        string head = shown + mark + note;
        int room = _width - shown.Length - around - bands.Sum(band => band.Text.Length + 2);
        if (room < 0)
        {
            return head;
        }

        IEnumerable<string> texts = bands.Select(
            band => "  " + (_color ? $"{_styles[band.Band].Terminal}{band.Text}\u001b[0m" : band.Text));
        return (head + new string(' ', room) + string.Concat(texts)).TrimEnd();
    }

    private IEnumerable<string> Foot()
    {
        int columns = _width - _margin - 2;
        var axis = new StringBuilder(new string('─', columns));
        var numbers = new StringBuilder(_upTitle.PadLeft(_margin).PadRight(_width));
        foreach ((double value, string text) in _across.Ticks)
        {
            int place = _across.PlaceOf(value, columns);
            axis[place] = '┬';
            int start = Math.Clamp(_margin + 1 + place - (text.Length / 2), _margin + 1, _width - text.Length);
            for (int i = 0; i < text.Length; i++)
            {
                numbers[start + i] = text[i];
            }
        }

        yield return new string(' ', _margin) + '└' + axis;
        yield return Named(numbers.ToString());
    }

    // Names the axis in its right quarter, where no number stands, else wherever none does.
    private string Named(string numbers)
    {
        string name = $" {_acrossTitle} ";
        int right = numbers.Length * 3 / 4;
        int last = numbers.Length - name.Length;
        foreach (int start in Enumerable.Range(right, Math.Max(0, last - right + 1))
            .Concat(Enumerable.Range(_margin + 1, Math.Max(0, Math.Min(right - 1, last) - _margin))))
        {
            if (string.IsNullOrWhiteSpace(numbers.Substring(start, name.Length)))
            {
                return numbers.Remove(start, name.Length).Insert(start, name).TrimEnd();
            }
        }

        return numbers.TrimEnd();
    }
}
