namespace Zvar.Demo;

// A field of the demo survey. As many fields as the survey has processed cover the whole sky here, so each is half
// again as wide as the survey's own; CCDs and quadrants divide it as they do there. Below 1000 the primary grid, above
// it the secondary one, half a field off and mostly not processed.
internal sealed class DemoField
{
    private const int Rows = 17;
    private const double Height = 180.0 / Rows;

    // The grid is numbered so that the notebook's star lies in the field it really lies in.
    private const int NotebookField = 648;
    private const int NotebookRow = 11;
    private const int FirstSecondaryField = 1001;
    private const double SecondaryProcessed = 0.06;
    private const double ProcessedInI = 0.12;

    private static readonly DemoField[][] Primary = MakeGrid(Rows + 1, shift: 0, NotebookField, NotebookRow);
    private static readonly DemoField[][] Secondary = MakeGrid(Rows, shift: 0.5, FirstSecondaryField, firstRow: 0);

    private readonly bool _isProcessed;

    private DemoField(int number, SkyPosition centre)
    {
        Number = number;
        Centre = centre;
        var random = new DeterministicRandom(number, (long)RandomStream.Field);
        IsSecondary = number >= FirstSecondaryField;
        _isProcessed = !IsSecondary || random.Chance(SecondaryProcessed);
        Bands = !IsSecondary && number != NotebookField && random.Chance(ProcessedInI) ? ["g", "r", "i"] : ["g", "r"];
    }

    internal int Number { get; }

    internal SkyPosition Centre { get; }

    internal bool IsSecondary { get; }

    internal string[] Bands { get; }

    // All processed fields, by their numbers.
    internal static IEnumerable<DemoField> GetAll() =>
        Primary.Concat(Secondary).SelectMany(row => row).Where(field => field._isProcessed);

    // The processed fields a position lies in: one of the primary grid, and sometimes one of the secondary.
    internal static IEnumerable<DemoField> Covering(SkyPosition position)
    {
        yield return FieldAt(Primary, position, 0.5);
        DemoField secondary = FieldAt(Secondary, position, 0);
        if (secondary._isProcessed)
        {
            yield return secondary;
        }
    }

    // CCDs run from east to west and then from north to south; quadrants 1 north-east, 2 north-west, 3 south-west,
    // 4 south-east.
    internal (int Ccd, int Quad) LocateOnDetector(SkyPosition position)
    {
        const double ToRadians = Math.PI / 180;
        (double sinDec, double cosDec) = Math.SinCos(position.Dec * ToRadians);
        (double sinCentre, double cosCentre) = Math.SinCos(Centre.Dec * ToRadians);
        (double sinRa, double cosRa) = Math.SinCos((position.Ra - Centre.Ra) * ToRadians);
        double depth = (sinCentre * sinDec) + (cosCentre * cosDec * cosRa);
        double east = cosDec * sinRa / depth / ToRadians;
        double north = ((cosCentre * sinDec) - (sinCentre * cosDec * cosRa)) / depth / ToRadians;
        int column = Math.Clamp((int)((0.5 - (east / Height)) * 8), 0, 7);
        int row = Math.Clamp((int)((0.5 - (north / Height)) * 8), 0, 7);
        int ccd = (4 * (row / 2)) + (column / 2) + 1;
        int quad = (row % 2, column % 2) switch { (0, 0) => 1, (0, _) => 2, (_, 1) => 3, _ => 4 };
        return (ccd, quad);
    }

    private static DemoField FieldAt(DemoField[][] grid, SkyPosition position, double shift)
    {
        int row = Math.Min(grid.Length - 1, (int)(((position.Dec + 90) / Height) + shift));
        int fields = grid[row].Length;
        return grid[row][(int)Math.Round(position.Ra / 360 * fields) % fields];
    }

    private static DemoField[][] MakeGrid(int rows, double shift, int firstNumber, int firstRow)
    {
        var counts = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            counts[row] = Math.Max(1, (int)Math.Ceiling(360 * Math.Cos(DecOf(row, shift) * Math.PI / 180) / Height));
        }

        int number = firstNumber - counts[..firstRow].Sum();
        var grid = new DemoField[rows][];
        for (int row = 0; row < rows; row++)
        {
            grid[row] = new DemoField[counts[row]];
            for (int i = 0; i < counts[row]; i++)
            {
                grid[row][i] = new DemoField(number++, new SkyPosition(360.0 * i / counts[row], DecOf(row, shift)));
            }
        }

        return grid;
    }

    private static double DecOf(int row, double shift) => Math.Min(90, ((row + shift) * Height) - 90);
}
