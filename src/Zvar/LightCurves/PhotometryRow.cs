using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Zvar;

/// <summary>
/// The numbers of one exposure, on their way into a <see cref="LightCurve"/>. Units as in
/// <see cref="PhotometryPoint"/>; NaN stands for what was not measured.
/// </summary>
public struct PhotometryRow : IEquatable<PhotometryRow>
{
    private NumberCells _numbers;
    private IntegerCells _integers;

    /// <summary>Makes an empty row: everything not measured.</summary>
    public PhotometryRow() => Numbers.Fill(double.NaN);

    /// <summary>BJD in days.</summary>
    public double Time
    {
        readonly get => Get(PhotometryColumn.Time);
        init => Set(PhotometryColumn.Time, value);
    }

    /// <summary>AB magnitude.</summary>
    public double Mag
    {
        readonly get => Get(PhotometryColumn.Mag);
        init => Set(PhotometryColumn.Mag, value);
    }

    /// <summary>Error of the magnitude.</summary>
    public double MagErr
    {
        readonly get => Get(PhotometryColumn.MagErr);
        init => Set(PhotometryColumn.MagErr, value);
    }

    /// <summary>Limiting magnitude of a non-detection.</summary>
    public double LimitingMag
    {
        readonly get => Get(PhotometryColumn.LimitingMag);
        init => Set(PhotometryColumn.LimitingMag, value);
    }

    /// <summary>Difference flux.</summary>
    public double Flux
    {
        readonly get => Get(PhotometryColumn.Flux);
        init => Set(PhotometryColumn.Flux, value);
    }

    /// <summary>Error of the flux.</summary>
    public double FluxErr
    {
        readonly get => Get(PhotometryColumn.FluxErr);
        init => Set(PhotometryColumn.FluxErr, value);
    }

    /// <summary>Signal-to-noise ratio of the total flux.</summary>
    public double Snr
    {
        readonly get => Get(PhotometryColumn.Snr);
        init => Set(PhotometryColumn.Snr, value);
    }

    /// <summary>Zero point (magzp).</summary>
    public double MagZeroPoint
    {
        readonly get => Get(PhotometryColumn.MagZeroPoint);
        init => Set(PhotometryColumn.MagZeroPoint, value);
    }

    /// <summary>Reference magnitude (mag_ref).</summary>
    public double ReferenceMag
    {
        readonly get => Get(PhotometryColumn.ReferenceMag);
        init => Set(PhotometryColumn.ReferenceMag, value);
    }

    /// <summary>Band: g, r or i, or another survey's.</summary>
    public string Band { readonly get; set; } = "";

    /// <summary>Survey field.</summary>
    public int Field
    {
        readonly get => GetInteger(PhotometryColumn.Field);
        init => SetInteger(PhotometryColumn.Field, value);
    }

    /// <summary>CCD, 1 to 16.</summary>
    public int Ccd
    {
        readonly get => GetInteger(PhotometryColumn.Ccd);
        init => SetInteger(PhotometryColumn.Ccd, value);
    }

    /// <summary>Quadrant, 1 to 4.</summary>
    public int Quad
    {
        readonly get => GetInteger(PhotometryColumn.Quad);
        init => SetInteger(PhotometryColumn.Quad, value);
    }

    /// <summary>Its doubles, in the order of <see cref="PhotometryColumn"/>.</summary>
    [UnscopedRef]
    public Span<double> Numbers => _numbers;

    /// <summary>Its whole numbers, in the order of <see cref="PhotometryColumn"/>.</summary>
    [UnscopedRef]
    public Span<int> Integers => _integers;

    /// <summary>
    /// Makes a row from the flux format: magnitude, error and total signal-to-noise ratio by the formulas of
    /// <see cref="Photometry"/>, and no magnitude below <see cref="Photometry.DetectionSnr"/>.
    /// </summary>
    public static PhotometryRow FromFlux(
        double time, double flux, double fluxErr, double magZeroPoint, double referenceMag)
    {
        var row = new PhotometryRow
        {
            Time = time,
            Flux = flux,
            FluxErr = fluxErr,
            MagZeroPoint = magZeroPoint,
            ReferenceMag = referenceMag,
        };
        row.MeasureByFlux();
        return row;
    }

    /// <summary>
    /// Gives a row of the flux format its magnitude, error and total signal-to-noise ratio, as <see cref="FromFlux"/>;
    /// the format has no limiting magnitudes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MeasureByFlux()
    {
        double total = Photometry.TotalFlux(Flux, ReferenceMag);
        double snr = total / FluxErr;
        bool isDetected = snr >= Photometry.DetectionSnr;
        Set(PhotometryColumn.Snr, snr);
        Set(PhotometryColumn.Mag, isDetected ? Photometry.Magnitude(total, MagZeroPoint) : double.NaN);
        Set(PhotometryColumn.LimitingMag, double.NaN);
        Set(PhotometryColumn.MagErr, isDetected ? Photometry.MagnitudeError(total, FluxErr) : double.NaN);
    }

    /// <summary>Whether two rows have the same cells.</summary>
    public static bool operator ==(PhotometryRow left, PhotometryRow right) => left.Equals(right);

    /// <summary>Whether two rows differ in a cell.</summary>
    public static bool operator !=(PhotometryRow left, PhotometryRow right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(PhotometryRow other) => Numbers.SequenceEqual(other.Numbers)
        && Integers.SequenceEqual(other.Integers)
        && Band == other.Band;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PhotometryRow other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Time, Mag, Flux, Band, Field);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly double Get(PhotometryColumn column) => _numbers[(int)column];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Set(PhotometryColumn column, double value) => _numbers[(int)column] = value;

    private readonly int GetInteger(PhotometryColumn column) => _integers[(int)column - PhotometryTable.NumberColumns];

    private void SetInteger(PhotometryColumn column, int value) =>
        _integers[(int)column - PhotometryTable.NumberColumns] = value;

    [InlineArray(PhotometryTable.NumberColumns)]
    private struct NumberCells
    {
        private double _first;
    }

    [InlineArray(PhotometryTable.IntegerColumns)]
    private struct IntegerCells
    {
        private int _first;
    }
}
