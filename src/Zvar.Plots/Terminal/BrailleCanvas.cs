using System.Text;

namespace Zvar.Plots;

// A drawing in Braille characters: each cell of the terminal is two dots wide and four high, and takes the colour of
// the series with most dots in it.
internal sealed class BrailleCanvas(int columns, int rows)
{
    private const char FirstPattern = '\u2800';
    private const string Reset = "\u001b[0m";

    // The bits of Unicode's Braille patterns, by row and column of the dot.
    private static readonly int[,] Bits = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

    private readonly Dictionary<string, int[,]> _dots = new(StringComparer.Ordinal);

    internal int Width => 2 * columns;

    internal int Height => 4 * rows;

    // Sets a dot, counted from the upper left; one outside is left out.
    internal void Set(int x, int y, string series)
    {
        if (x < 0 || y < 0 || x >= Width || y >= Height)
        {
            return;
        }

        if (!_dots.TryGetValue(series, out int[,]? cells))
        {
            _dots[series] = cells = new int[rows, columns];
        }

        cells[y / 4, x / 2] |= Bits[y % 4, x % 2];
    }

    // One row of characters, the cells in the colours of their series where there are colours.
    internal string Row(int row, Func<string, string>? colorOf)
    {
        var text = new StringBuilder();
        string current = "";
        for (int column = 0; column < columns; column++)
        {
            int bits = 0;
            string color = "";
            int most = 0;
            foreach ((string series, int[,] cells) in _dots)
            {
                int own = cells[row, column];
                bits |= own;
                if (colorOf is not null && int.PopCount(own) > most)
                {
                    most = int.PopCount(own);
                    color = colorOf(series);
                }
            }

            if (color != current)
            {
                text.Append(current.Length > 0 ? Reset : "").Append(color);
                current = color;
            }

            // Some fonts draw the empty pattern as hollow dots.
            text.Append(bits == 0 ? ' ' : (char)(FirstPattern + bits));
        }

        return text.Append(current.Length > 0 ? Reset : "").ToString().TrimEnd();
    }
}
