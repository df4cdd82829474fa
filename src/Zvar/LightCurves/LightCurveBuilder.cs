using System.Runtime.CompilerServices;

namespace Zvar;

/// <summary>
/// Gathers exposures into the columns of a <see cref="LightCurve"/>. One builder can make many light curves, one after
/// the other, and keeps its room between them.
/// </summary>
/// <param name="psid">The star's id.</param>
/// <param name="capacity">How many exposures to expect; more may come.</param>
public sealed class LightCurveBuilder(long psid, int capacity = 256)
{
    private readonly PhotometryColumns _columns = new(capacity);
    private long _psid = psid;
    private int[] _rows = [];
    private int _count;
    private double _firstTime = double.PositiveInfinity;
    private double _lastTime = double.NegativeInfinity;
    private bool _isByTime = true;

    /// <summary>How many exposures have been added.</summary>
    public int Count => _count;

    /// <summary>Whether the exposures are made up: from the demo sky.</summary>
    public bool Synthetic { get; set; }

    /// <summary>Where the exposures are from: ZVAR, unless somebody says otherwise.</summary>
    public PhotometryOrigin Origin { get; set; } = PhotometryOrigin.Zvar;

    /// <summary>Forgets what was added and begins the light curve of another star.</summary>
    /// <param name="psid">The star's id.</param>
    public void Begin(long psid)
    {
        _psid = psid;
        _count = 0;
        _firstTime = double.PositiveInfinity;
        _lastTime = double.NegativeInfinity;
        _isByTime = true;
    }

    /// <summary>Adds one exposure.</summary>
    public void Add(PhotometryRow row) => Add(row.Numbers, row.Integers, row.Band);

    /// <summary>Adds one exposure from its cells.</summary>
    /// <param name="numbers">The doubles, in the order of <see cref="PhotometryColumn"/>.</param>
    /// <param name="integers">The whole numbers, in the same order.</param>
    /// <param name="band">The band.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<double> numbers, ReadOnlySpan<int> integers, string band)
    {
        if (_count == _columns.Count)
        {
            _columns.Resize(Math.Max(16, 2 * _count));
        }

        int i = _count++;
        _columns.Set(i, numbers, integers, band);
        double time = numbers[(int)PhotometryColumn.Time];
        _isByTime &= time >= _lastTime;
        _lastTime = time;
        StartAt(time);
    }

    /// <summary>Adds all exposures of a light curve.</summary>
    internal void Add(LightCurve lightCurve)
    {
        Span<double> numbers = stackalloc double[PhotometryTable.NumberColumns];
        for (int i = 0; i < lightCurve.Points; i++)
        {
            for (int column = 0; column < numbers.Length; column++)
            {
                numbers[column] = lightCurve.GetNumbers((PhotometryColumn)column)[i];
            }

            Add(numbers, [lightCurve.Field[i], lightCurve.Ccd[i], lightCurve.Quad[i]], lightCurve.Band[i]);
        }
    }

    /// <summary>
    /// Says when the star was first observed, where the added exposures are what a cut has left of more: see
    /// <see cref="LightCurve.FirstTime"/>.
    /// </summary>
    /// <param name="firstTime">
    /// In days; NaN, the first time of an empty light curve, says nothing, and no more does what is not finite.
    /// </param>
    public void StartAt(double firstTime)
    {
        if (firstTime < _firstTime && firstTime > double.NegativeInfinity)
        {
            _firstTime = firstTime;
        }
    }

    /// <summary>
    /// The light curve of what was added, by time; exposures of the same time stay in the order they were added. The
    /// builder is empty afterwards.
    /// </summary>
    /// <param name="cuts">What to leave out of it; null to keep everything.</param>
    public LightCurve Build(QualityCuts? cuts = null)
    {
        Span<int> rows = RowsByTime();
        if (cuts is not null)
        {
            rows = cuts.Keep(_columns, rows);
        }

        var lightCurve = new LightCurve(
            _psid, _columns.Take(rows), double.IsFinite(_firstTime) ? _firstTime : double.NaN)
        {
            Synthetic = Synthetic,
            Origin = Origin,
        };
        Begin(_psid);
        return lightCurve;
    }

    private Span<int> RowsByTime()
    {
        if (_rows.Length < _count)
        {
            _rows = new int[_columns.Count];
        }

        Span<int> rows = _rows.AsSpan(0, _count);
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
        }

        double[] time = _columns.Numbers(PhotometryColumn.Time);
        return _isByTime ? rows : rows.ToArray().OrderBy(row => time[row]).ToArray();
    }
}
