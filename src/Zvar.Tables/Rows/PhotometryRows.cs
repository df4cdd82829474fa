namespace Zvar.Tables;

// The exposures of light curves, a row each, and single points.
internal sealed class PhotometryRows : TableRows
{
    private readonly long[] _psid = new long[TableBlock.MostRows];
    private readonly double[][] _numbers = Arrays<double>(PhotometryTable.NumberColumns);
    private readonly int[][] _integers = Arrays<int>(PhotometryTable.IntegerColumns);
    private readonly double[] _differenceSnr = new double[TableBlock.MostRows];
    private readonly bool[] _detected = new bool[TableBlock.MostRows];
    private readonly bool[] _synthetic = new bool[TableBlock.MostRows];
    private readonly string?[] _band = new string?[TableBlock.MostRows];
    private readonly string?[] _targetName = new string?[TableBlock.MostRows];
    private readonly List<Cells> _cells;
    private OriginCells? _origins;
    private bool _isFixed;

    internal PhotometryRows() => _cells = [.. PhotometryTable.Columns.Select(column => CellsOf(column.Name))];

    // What is not ZVAR's own says in columns of its own how its times are counted, what its magnitudes are, and whose
    // it is.
    public override TableHeader Header => _origins is null
        ? new TableHeader(nameof(PhotometryPoint), PhotometryTable.Columns)
        : new TableHeader(
            nameof(PhotometryPoint), [.. PhotometryTable.Columns.Select(OriginColumns.Beside), .. OriginColumns.All]);

    public override int Add(object row, int from)
    {
        if (row is PhotometryPoint point)
        {
            Add(point.GetLightCurve(), point.Row, 1);
            return 0;
        }

        var curve = (LightCurve)row;
        int some = Math.Min(curve.Points - from, TableBlock.MostRows - Count);
        Add(curve, from, some);
        return from + some < curve.Points ? from + some : 0;
    }

    private protected override IReadOnlyList<Cells> Cells()
    {
        _isFixed = true;
        return _origins is null ? _cells : [.. _cells, .. _origins.Cells];
    }

    private void Add(LightCurve curve, int from, int some)
    {
        AddOrigin(curve.Origin, some);
        _psid.AsSpan(Count, some).Fill(curve.Psid);
        _synthetic.AsSpan(Count, some).Fill(curve.Synthetic);
        _targetName.AsSpan(Count, some).Fill(curve.TargetName);
        for (int column = 0; column < _numbers.Length; column++)
        {
            Span<double> to = _numbers[column].AsSpan(Count, some);
            ReadOnlySpan<double> measured = curve.Columns.Measured((PhotometryColumn)column);
            if (measured.IsEmpty)
            {
                to.Fill(double.NaN);
            }
            else
            {
                measured.Slice(from, some).CopyTo(to);
            }
        }

        for (int column = 0; column < _integers.Length; column++)
        {
            curve.Columns.Integers((PhotometryColumn)(PhotometryTable.NumberColumns + column))
                .AsSpan(from, some).CopyTo(_integers[column].AsSpan(Count));
        }

        curve.Columns.Band.AsSpan(from, some).CopyTo(_band.AsSpan(Count)!);
        double[] mag = _numbers[(int)PhotometryColumn.Mag];
        double[] flux = _numbers[(int)PhotometryColumn.Flux];
        double[] fluxErr = _numbers[(int)PhotometryColumn.FluxErr];
        for (int i = Count; i < Count + some; i++)
        {
            _differenceSnr[i] = flux[i] / fluxErr[i];
            _detected[i] = !double.IsNaN(mag[i]);
        }

        Count += some;
    }

    private void AddOrigin(PhotometryOrigin origin, int some)
    {
        if (_origins is null && origin != PhotometryOrigin.Zvar)
        {
            if (_isFixed)
            {
                throw new TableException(
                    TableError.TableColumnsDiffer,
                    $"This light curve is from elsewhere ({Excerpt.Of(origin.Source)}), and those before it are ZVAR's: export them"
                    + " apart, or begin with it.");
            }

            _origins = new OriginCells();
            _origins.Add(PhotometryOrigin.Zvar, 0, Count);
        }

        _origins?.Add(origin, Count, some);
    }

    private Cells CellsOf(string column) => column switch
    {
        nameof(PhotometryPoint.Psid) => new Cells<long>(_psid),
        nameof(PhotometryPoint.DifferenceSnr) => new Cells<double>(_differenceSnr),
        nameof(PhotometryPoint.Detected) => new Cells<bool>(_detected),
        nameof(PhotometryPoint.Synthetic) => new Cells<bool>(_synthetic),
        nameof(PhotometryPoint.TargetName) => new Cells<string?>(_targetName),
        nameof(PhotometryPoint.Band) => new Cells<string?>(_band),
        _ => Enum.Parse<PhotometryColumn>(column) is var kept && (int)kept < PhotometryTable.NumberColumns
            ? new Cells<double>(_numbers[(int)kept])
            : new Cells<int>(_integers[(int)kept - PhotometryTable.NumberColumns]),
    };

    private static T[][] Arrays<T>(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new T[TableBlock.MostRows])];
}
