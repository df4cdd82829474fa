namespace Zvar;

/// <summary>
/// One exposure of one star: a row of a <see cref="LightCurve"/>, made when somebody asks for rows. NaN stands for what
/// was not measured.
/// </summary>
public sealed class PhotometryPoint
{
    private readonly LightCurve _curve;
    private readonly int _row;

    internal PhotometryPoint(LightCurve curve, int row)
    {
        _curve = curve;
        _row = row;
    }

    /// <summary>The star's id.</summary>
    public long Psid => _curve.Psid;

    /// <summary>BJD in days.</summary>
    public double Time => _curve.Time[_row];

    /// <summary>AB magnitude; NaN for a non-detection.</summary>
    public double Mag => _curve.Mag[_row];

    /// <summary>Error of the magnitude.</summary>
    public double MagErr => _curve.MagErr[_row];

    /// <summary>Limiting magnitude of a non-detection, in the mag format.</summary>
    public double LimitingMag => _curve.LimitingMag[_row];

    /// <summary>Difference flux in the survey's own units, not janskys.</summary>
    public double Flux => _curve.Flux[_row];

    /// <summary>Error of the difference flux.</summary>
    public double FluxErr => _curve.FluxErr[_row];

    /// <summary>Signal-to-noise ratio of the total flux, whatever the format.</summary>
    public double Snr => _curve.Snr[_row];

    /// <summary>Signal-to-noise ratio of the difference flux: flux over its error.</summary>
    public double DifferenceSnr => Flux / FluxErr;

    /// <summary>Whether the star was detected: whether there is a magnitude.</summary>
    public bool Detected => !double.IsNaN(Mag);

    /// <summary>Band: g, r or i.</summary>
    public string Band => _curve.Band[_row];

    /// <summary>Survey field.</summary>
    public int Field => _curve.Field[_row];

    /// <summary>CCD, 1 to 16.</summary>
    public int Ccd => _curve.Ccd[_row];

    /// <summary>Quadrant of the CCD, 1 to 4.</summary>
    public int Quad => _curve.Quad[_row];

    /// <summary>Zero point (magzp), in the flux format.</summary>
    public double MagZeroPoint => _curve.MagZeroPoint[_row];

    /// <summary>Reference magnitude (mag_ref), in the flux format.</summary>
    public double ReferenceMag => _curve.ReferenceMag[_row];

    /// <summary>The name of the position the star was found around; null where there was none.</summary>
    public string? TargetName => _curve.TargetName;

    /// <summary>Whether it is made up: from the demo sky.</summary>
    public bool Synthetic => _curve.Synthetic;

    internal int Row => _row;

    /// <summary>The light curve this is a row of, with the star it knows and the first time before any cut.</summary>
    public LightCurve GetLightCurve() => _curve;

    /// <summary>The same numbers as a row to build another light curve from.</summary>
    public PhotometryRow ToRow()
    {
        var row = new PhotometryRow { Band = Band };
        for (int column = 0; column < PhotometryTable.NumberColumns; column++)
        {
            row.Numbers[column] = _curve.Columns.Numbers((PhotometryColumn)column)[_row];
        }

        for (int column = 0; column < PhotometryTable.IntegerColumns; column++)
        {
            var integers = (PhotometryColumn)(PhotometryTable.NumberColumns + column);
            row.Integers[column] = _curve.Columns.Integers(integers)[_row];
        }

        return row;
    }

    /// <summary>The point in a word.</summary>
    public override string ToString() => FormattableString.Invariant($"{Time:0.00000} {Excerpt.Of(Band)} ")
        + (Detected, double.IsNaN(LimitingMag)) switch
        {
            (true, _) => FormattableString.Invariant($"{Mag:0.000} ± {MagErr:0.000}"),
            (false, false) => FormattableString.Invariant($"fainter than {LimitingMag:0.000}"),
            _ => "not detected",
        };
}
