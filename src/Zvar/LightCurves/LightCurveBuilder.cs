namespace Zvar;

/// <summary>Gathers exposures into the columns of a <see cref="LightCurve"/>.</summary>
/// <param name="psid">The star's id.</param>
/// <param name="capacity">How many exposures to expect; more may come.</param>
public sealed class LightCurveBuilder(long psid, int capacity = 256)
{
    private PhotometryColumns _columns = Allocate(capacity);
    private int _count;
    private double _firstTime = double.PositiveInfinity;

    /// <summary>How many exposures have been added.</summary>
    public int Count => _count;

    /// <summary>Whether the exposures are made up: from the demo sky.</summary>
    public bool Synthetic { get; set; }

    /// <summary>Adds one exposure.</summary>
    public void Add(in PhotometryRow row)
    {
        if (_count == _columns.Count)
        {
            _columns.Resize(Math.Max(16, 2 * _count));
        }

        int i = _count++;
        _columns.Time[i] = row.Time;
        _columns.Mag[i] = row.Mag;
        _columns.MagErr[i] = row.MagErr;
        _columns.LimitingMag[i] = row.LimitingMag;
        _columns.Flux[i] = row.Flux;
        _columns.FluxErr[i] = row.FluxErr;
        _columns.Snr[i] = row.Snr;
        _columns.MagZeroPoint[i] = row.MagZeroPoint;
        _columns.ReferenceMag[i] = row.ReferenceMag;
        _columns.Band[i] = row.Band;
        _columns.Field[i] = row.Field;
        _columns.Ccd[i] = row.Ccd;
        _columns.Quad[i] = row.Quad;
        if (row.Time < _firstTime)
        {
            _firstTime = row.Time;
        }
    }

    /// <summary>
    /// Says when the star was first observed, where the added exposures are what a cut has left of more: see
    /// <see cref="LightCurve.FirstTime"/>.
    /// </summary>
    public void StartAt(double firstTime) => _firstTime = Math.Min(_firstTime, firstTime);

    /// <summary>The light curve of what was added. The builder is empty afterwards.</summary>
    public LightCurve Build()
    {
        if (_count != _columns.Count)
        {
            _columns.Resize(_count);
        }

        var lightCurve = new LightCurve(psid, _columns, double.IsFinite(_firstTime) ? _firstTime : double.NaN)
        {
            Synthetic = Synthetic,
        };
        _columns = new PhotometryColumns();
        _count = 0;
        _firstTime = double.PositiveInfinity;
        return lightCurve;
    }

    private static PhotometryColumns Allocate(int capacity)
    {
        var columns = new PhotometryColumns();
        columns.Resize(capacity);
        return columns;
    }
}
