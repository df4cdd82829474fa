using System.Runtime.CompilerServices;

namespace Zvar;

// The arrays behind a light curve: a builder fills them, a light curve shows them. A column of numbers in which nothing
// was measured, as some are in either format, takes no room until somebody looks at it.
internal sealed class PhotometryColumns
{
    private const int NumberColumns = 9;

    private readonly double[]?[] _numbers;
    private string[] _band;
    private int[] _field;
    private int[] _ccd;
    private int[] _quad;

    // Columns to be filled: all there, and nothing measured.
    internal PhotometryColumns(int size)
    {
        _numbers = new double[NumberColumns][];
        for (int column = 0; column < NumberColumns; column++)
        {
            _numbers[column] = NothingMeasured(size);
        }

        (_band, _field, _ccd, _quad) = (new string[size], new int[size], new int[size], new int[size]);
    }

    private PhotometryColumns(double[]?[] numbers, string[] band, int[] field, int[] ccd, int[] quad) =>
        (_numbers, _band, _field, _ccd, _quad) = (numbers, band, field, ccd, quad);

    internal int Count => _band.Length;

    internal double[] Time => Number(0);

    internal double[] Mag => Number(1);

    internal double[] MagErr => Number(2);

    internal double[] LimitingMag => Number(3);

    internal double[] Flux => Number(4);

    internal double[] FluxErr => Number(5);

    internal double[] Snr => Number(6);

    internal double[] MagZeroPoint => Number(7);

    internal double[] ReferenceMag => Number(8);

    internal string[] Band => _band;

    internal int[] Field => _field;

    internal int[] Ccd => _ccd;

    internal int[] Quad => _quad;

    internal void Resize(int size)
    {
        for (int column = 0; column < NumberColumns; column++)
        {
            Array.Resize(ref _numbers[column], size);
        }

        Array.Resize(ref _band, size);
        Array.Resize(ref _field, size);
        Array.Resize(ref _ccd, size);
        Array.Resize(ref _quad, size);
    }

    // Some of the rows, in the order given.
    internal PhotometryColumns Take(ReadOnlySpan<int> rows)
    {
        var numbers = new double[]?[NumberColumns];
        for (int column = 0; column < NumberColumns; column++)
        {
            numbers[column] = TakeMeasured(_numbers[column], rows);
        }

        return new PhotometryColumns(
            numbers, Take(_band, rows), Take(_field, rows), Take(_ccd, rows), Take(_quad, rows));
    }

    private double[] Number(int column) => _numbers[column] ??= NothingMeasured(Count);

    private static double[] NothingMeasured(int size)
    {
        double[] numbers = GC.AllocateUninitializedArray<double>(size);
        Array.Fill(numbers, double.NaN);
        return numbers;
    }

    // Null where none of the rows has a number.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[]? TakeMeasured(double[]? column, ReadOnlySpan<int> rows)
    {
        if (column is null)
        {
            return null;
        }

        foreach (int row in rows)
        {
            if (!double.IsNaN(column[row]))
            {
                return Take(column, rows);
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T[] Take<T>(T[] column, ReadOnlySpan<int> rows)
    {
        T[] taken = GC.AllocateUninitializedArray<T>(rows.Length);
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = column[rows[i]];
        }

        return taken;
    }
}
