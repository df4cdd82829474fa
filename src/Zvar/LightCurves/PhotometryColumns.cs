using System.Runtime.CompilerServices;

namespace Zvar;

// The arrays behind a light curve: a builder fills them, a light curve shows them. A column of numbers in which nothing
// was measured, as some are in either format, takes no room until somebody looks at it.
internal sealed class PhotometryColumns
{
    // What an exposure takes at most.
    internal const int BytesOfRow =
        (PhotometryTable.NumberColumns * sizeof(double))
        + (PhotometryTable.IntegerColumns * sizeof(int))
        + sizeof(long);

    private readonly double[]?[] _numbers;
    private readonly int[][] _integers;
    private string[] _band;

    // Columns to be filled: all there, and nothing measured.
    internal PhotometryColumns(int size)
    {
        _numbers = new double[PhotometryTable.NumberColumns][];
        _integers = new int[PhotometryTable.IntegerColumns][];
        for (int column = 0; column < _numbers.Length; column++)
        {
            _numbers[column] = NothingMeasured(size);
        }

        for (int column = 0; column < _integers.Length; column++)
        {
            _integers[column] = new int[size];
        }

        _band = new string[size];
    }

    // Columns that are there: null for numbers of which none was measured.
    internal PhotometryColumns(double[]?[] numbers, int[][] integers, string[] band) =>
        (_numbers, _integers, _band) = (numbers, integers, band);

    internal int Count => _band.Length;

    internal string[] Band => _band;

    internal double[] Numbers(PhotometryColumn column) => _numbers[(int)column] ??= NothingMeasured(Count);

    // Nothing where none was measured.
    internal ReadOnlySpan<double> Measured(PhotometryColumn column) => _numbers[(int)column];

    internal int[] Integers(PhotometryColumn column) => _integers[(int)column - PhotometryTable.NumberColumns];

    // Writes one exposure; for columns to be filled.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Set(int i, ReadOnlySpan<double> numbers, ReadOnlySpan<int> integers, string band)
    {
        double[]?[] numberColumns = _numbers;
        for (int column = 0; column < numberColumns.Length; column++)
        {
            numberColumns[column]![i] = numbers[column];
        }

        int[][] integerColumns = _integers;
        for (int column = 0; column < integerColumns.Length; column++)
        {
            integerColumns[column][i] = integers[column];
        }

        _band[i] = band;
    }

    internal void Resize(int size)
    {
        for (int column = 0; column < _numbers.Length; column++)
        {
            Array.Resize(ref _numbers[column], size);
        }

        for (int column = 0; column < _integers.Length; column++)
        {
            Array.Resize(ref _integers[column], size);
        }

        Array.Resize(ref _band, size);
    }

    // The rows in some bands.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal ReadOnlySpan<int> RowsOf(ReadOnlySpan<string> bands)
    {
        string[] ofRow = _band;
        int[] rows = new int[ofRow.Length];
        int count = 0;
        for (int row = 0; row < ofRow.Length; row++)
        {
            foreach (string band in bands)
            {
                if (band == ofRow[row])
                {
                    rows[count++] = row;
                    break;
                }
            }
        }

        return rows.AsSpan(0, count);
    }

    // Some of the rows, in the order given.
    internal PhotometryColumns Take(ReadOnlySpan<int> rows)
    {
        double[]?[] numbers = new double[]?[_numbers.Length];
        for (int column = 0; column < numbers.Length; column++)
        {
            numbers[column] = TakeMeasured(_numbers[column], rows);
        }

        int[][] integers = new int[_integers.Length][];
        for (int column = 0; column < integers.Length; column++)
        {
            integers[column] = Take(_integers[column], rows);
        }

        return new PhotometryColumns(numbers, integers, Take(_band, rows));
    }

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
