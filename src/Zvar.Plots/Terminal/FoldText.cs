using System.Text;

namespace Zvar.Plots;

/// <summary>A fold drawn as text, in Braille characters, for a terminal or a file.</summary>
public static class FoldText
{
    /// <summary>The fewest columns a fold is drawn in.</summary>
    public const int MinWidth = 40;

    /// <summary>The fewest lines a fold is drawn in.</summary>
    public const int MinHeight = 10;

    // Title and period above the axes; the axis and its numbers below.
    private const int LinesAround = 4;

    private const string AxisName = "AB mag";

    /// <summary>Draws a fold.</summary>
    /// <param name="fold">With bins their means are drawn, without them the points.</param>
    /// <param name="width">In columns; fewer than <see cref="MinWidth"/> are taken for that many.</param>
    /// <param name="height">In lines; fewer than <see cref="MinHeight"/> are taken for that many.</param>
    /// <param name="color">Whether the bands have their colours, by ANSI escape sequences.</param>
    /// <returns>As many lines as high, none wider than the width.</returns>
    public static IReadOnlyList<string> Draw(FoldView fold, int width, int height, bool color)
    {
        ArgumentNullException.ThrowIfNull(fold);
        width = Math.Max(width, MinWidth);
        int rows = Math.Max(height, MinHeight) - LinesAround;
        Fold folded = fold.GetFold();
        List<PhasePoint> points = [.. fold.Bins > 0 ? folded.Bin(fold.Bins) : folded.EnumeratePoints()];
        (double faintest, double brightest) = Range(points);
        var up = new TextScale(brightest, faintest, rows / 3);
        int margin = Math.Max(AxisName.Length, up.Ticks.Max(tick => tick.Text.Length)) + 1;
        var canvas = new BrailleCanvas(width - margin - 2, rows);
        var across = new TextScale(0, fold.Cycles, Math.Min(4 * fold.Cycles, (width - margin) / 12));
        Mark(canvas, points, fold, across, up);

        Func<string, string>? colorOf = color ? ColorOfBand : null;
        string?[] labels = new string?[rows];
        foreach ((double value, string text) in up.Ticks)
        {
            labels[up.PlaceOf(value, rows)] = text;
        }

        return
        [
            Head(fold, folded, width, colorOf),
            Cut(fold.GetSubtitle(), width),
            .. Enumerable.Range(0, rows).Select(row =>
                (labels[row] ?? "").PadLeft(margin) + (labels[row] is null ? '│' : '┤') + canvas.Row(row, colorOf)),
            .. Foot(across, margin, width),
        ];
    }

    private static (double Faintest, double Brightest) Range(List<PhasePoint> points)
    {
        if (points.Count == 0)
        {
            return (1, 0);
        }

        double faintest = points.Max(point => point.Mag);
        double brightest = points.Min(point => point.Mag);
        double air = Math.Max(0.01, (faintest - brightest) * 0.03);
        return (faintest + air, brightest - air);
    }

    private static void Mark(
        BrailleCanvas canvas, List<PhasePoint> points, FoldView fold, TextScale across, TextScale up)
    {
        for (int cycle = 0; cycle < fold.Cycles; cycle++)
        {
            foreach (PhasePoint point in points)
            {
                int x = across.PlaceOf(point.Phase + cycle, canvas.Width);
                int y = up.PlaceOf(point.Mag, canvas.Height);
                canvas.Set(x, y, point.Band);
                if (fold.Bins > 0)
                {
                    // A mean weighs more than a point: two dots by two.
                    canvas.Set(x + 1, y, point.Band);
                    canvas.Set(x, y + 1, point.Band);
                    canvas.Set(x + 1, y + 1, point.Band);
                }
            }
        }
    }

    // The star to the left, and its bands to the right if there is room; that it is synthetic is never cut off.
    private static string Head(FoldView fold, Fold folded, int width, Func<string, string>? colorOf)
    {
        string note = fold.LightCurve.Synthetic ? " synthetic (demo sky)" : "";
        string title = Cut(fold.GetTitle(), width - note.Length) + note;
        var bands = folded.EnumeratePoints().CountBy(point => point.Band).OrderBy(band => Band.Order(band.Key))
            .Select(band => (Band: band.Key, Text: $"{band.Key} ({band.Value})")).ToList();
        int room = width - title.Length - bands.Sum(band => band.Text.Length + 2);
        if (room < 0)
        {
            return title;
        }

        IEnumerable<string> legend = bands.Select(
            band => "  " + (colorOf is null ? band.Text : $"{colorOf(band.Band)}{band.Text}\u001b[0m"));
        return (title + new string(' ', room) + string.Concat(legend)).TrimEnd();
    }

    private static IEnumerable<string> Foot(TextScale across, int margin, int width)
    {
        int columns = width - margin - 2;
        var axis = new StringBuilder(new string('─', columns));
        var numbers = new StringBuilder(AxisName.PadLeft(margin).PadRight(width));
        foreach ((double value, string text) in across.Ticks)
        {
            int place = across.PlaceOf(value, columns);
            axis[place] = '┬';
            int start = Math.Clamp(margin + 1 + place - (text.Length / 2), margin + 1, width - text.Length);
            for (int i = 0; i < text.Length; i++)
            {
                numbers[start + i] = text[i];
            }
        }

        yield return new string(' ', margin) + '└' + axis;
        yield return Named(numbers.ToString());
    }

    // Names the axis in the middle of its right half, where no number stands.
    private static string Named(string numbers)
    {
        const string Name = " phase ";
        for (int start = numbers.Length * 3 / 4; start + Name.Length <= numbers.Length; start++)
        {
            if (string.IsNullOrWhiteSpace(numbers.Substring(start, Name.Length)))
            {
                return numbers.Remove(start, Name.Length).Insert(start, Name).TrimEnd();
            }
        }

        return numbers.TrimEnd();
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    // The terminal's own green, red and yellow, which its user has chosen to be read.
    private static string ColorOfBand(string band) => band switch
    {
        "g" => "\u001b[32m",
        "r" => "\u001b[31m",
        "i" => "\u001b[33m",
        _ => "\u001b[36m",
    };
}
