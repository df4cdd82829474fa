namespace Zvar.Plots;

// How diagrams share a sheet: in how many columns and rows, of how many pixels it is, and how many of them stand for
// one of a screen.
internal sealed record SheetLayout(int Columns, int Rows, int Width, int Height, double Scale)
{
    // A picture of one diagram, where no size is given.
    private const int SingleWidth = 800;
    private const int SingleHeight = 520;

    // A page of many: A4 across, 297 mm by 210 mm at 96 pixels an inch, and the least room for a diagram on it.
    private const int PageWidth = 1123;
    private const int PageHeight = 794;
    private const int PagedWidth = 360;
    private const int PagedHeight = 250;

    // The smallest diagram of a sheet that can be read.
    private const int LeastWidth = 120;
    private const int LeastHeight = 90;

    private const double LargestFittingScale = 2;

    internal FigureSize Cell => new((float)(Width / Scale / Columns), (float)(Height / Scale / Rows));

    // One sheet for all.
    internal static SheetLayout OfSheet(int count, PictureStyle style)
    {
        (int cellWidth, int cellHeight) = CommonSize(count);
        int columns = count switch { 1 => 1, <= 4 => 2, <= 9 => 3, _ => 4 };
        if (style is { Width: > 0, Height: > 0 })
        {
            columns = BestColumns(count, style.Width, style.Height);
        }

        int rows = (count + columns - 1) / columns;
        double shape = (double)cellWidth * columns / (cellHeight * rows);
        double scale = style.Scale > 0 ? style.Scale : LargestFittingScale;
        (int width, int height) = (style.Width, style.Height) switch
        {
            (0, 0) => (Pixels(cellWidth * columns * scale), Pixels(cellHeight * rows * scale)),
            (0, var given) => (Pixels(given * shape), given),
            (var given, 0) => (given, Pixels(given / shape)),
            var given => given,
        };
        return new SheetLayout(columns, rows, width, height, ScaleOf(style, count, width / columns, height / rows));
    }

    // As many pages as are needed, all alike.
    internal static SheetLayout OfPages(int count, PictureStyle style)
    {
        if (count == 1)
        {
            return OfSheet(count, style);
        }

        double scale = style.Scale > 0 ? style.Scale : LargestFittingScale;
        int width = style.Width > 0 ? style.Width : Pixels(PageWidth * scale);
        int height = style.Height > 0 ? style.Height : Pixels(PageHeight * scale);
        scale = ScaleOf(style, count, width, height);
        int columns = Math.Max(1, (int)(width / scale / PagedWidth));
        int rows = Math.Max(1, (int)(height / scale / PagedHeight));
        if (count <= columns * rows)
        {
            columns = BestColumns(count, width, height);
            rows = (count + columns - 1) / columns;
        }

        return new SheetLayout(columns, rows, width, height, scale);
    }

    // Why so many diagrams are not drawn on this one sheet, in words for whoever gave its size; null if they are.
    internal string? Refuse(int count)
    {
        const string Advice = "draw fewer at a time, or ask for a PDF, which has pages";
        if (Width > PictureStyle.MaxSide || Height > PictureStyle.MaxSide)
        {
            return $"A sheet of {count} diagrams would be {Width} by {Height} pixels; a picture has at most"
                + $" {PictureStyle.MaxSide} a side: give a smaller Width and Height, {Advice}.";
        }

        if (count == 1 || (Cell.Width >= LeastWidth && Cell.Height >= LeastHeight))
        {
            return null;
        }

        double more = Math.Max(LeastWidth / Cell.Width, LeastHeight / Cell.Height);
        (int width, int height) = (Pixels(Width * more), Pixels(Height * more));
        string size = Math.Max(width, height) <= PictureStyle.MaxSide
            ? $"a Width of {width} and a Height of {height} would do; else "
            : "";
        return $"{count} diagrams on a sheet of {Width} by {Height} pixels are too small to be read: {size}{Advice}.";
    }

    // The grid whose cells leave a diagram of the common shape most room.
    private static int BestColumns(int count, int width, int height) =>
        Enumerable.Range(1, count).MaxBy(columns => Math.Min(
            width / columns / FigureSize.CommonWidth,
            height / ((count + columns - 1) / columns) / FigureSize.CommonHeight));

    // Letters, lines and marks are twice as large as on a screen where there is room for them, and never smaller.
    private static double ScaleOf(PictureStyle style, int count, int cellWidth, int cellHeight)
    {
        (int width, int height) = CommonSize(count);
        return style.Scale > 0
            ? style.Scale
            : Math.Clamp(Math.Min((double)cellWidth / width, (double)cellHeight / height), 1, LargestFittingScale);
    }

    private static (int Width, int Height) CommonSize(int count) => count == 1
        ? (SingleWidth, SingleHeight)
        : ((int)FigureSize.CommonWidth, (int)FigureSize.CommonHeight);

    private static int Pixels(double length) => (int)Math.Ceiling(length);
}
