namespace Zvar;

/// <summary>
/// The numbers of one exposure, on their way into a <see cref="LightCurve"/>. Units as in
/// <see cref="PhotometryPoint"/>; NaN stands for what was not measured.
/// </summary>
public readonly record struct PhotometryRow
{
    /// <summary>Makes an empty row: everything not measured.</summary>
    public PhotometryRow()
    {
    }

    /// <summary>BJD in days.</summary>
    public double Time { get; init; } = double.NaN;

    /// <summary>AB magnitude.</summary>
    public double Mag { get; init; } = double.NaN;

    /// <summary>Error of the magnitude.</summary>
    public double MagErr { get; init; } = double.NaN;

    /// <summary>Limiting magnitude of a non-detection.</summary>
    public double LimitingMag { get; init; } = double.NaN;

    /// <summary>Difference flux.</summary>
    public double Flux { get; init; } = double.NaN;

    /// <summary>Error of the flux.</summary>
    public double FluxErr { get; init; } = double.NaN;

    /// <summary>Signal-to-noise ratio of the total flux.</summary>
    public double Snr { get; init; } = double.NaN;

    /// <summary>Zero point (magzp).</summary>
    public double MagZeroPoint { get; init; } = double.NaN;

    /// <summary>Reference magnitude (mag_ref).</summary>
    public double ReferenceMag { get; init; } = double.NaN;

    /// <summary>Band: g, r or i.</summary>
    public string Band { get; init; } = "";

    /// <summary>Survey field.</summary>
    public int Field { get; init; }

    /// <summary>CCD, 1 to 16.</summary>
    public int Ccd { get; init; }

    /// <summary>Quadrant, 1 to 4.</summary>
    public int Quad { get; init; }

    /// <summary>
    /// Makes a row from the flux format: magnitude, error and total signal-to-noise ratio by the formulas of
    /// <see cref="Photometry"/>, and no magnitude below <see cref="Photometry.DetectionSnr"/>.
    /// </summary>
    public static PhotometryRow FromFlux(
        double time, double flux, double fluxErr, double magZeroPoint, double referenceMag)
    {
        double total = Photometry.TotalFlux(flux, referenceMag);
        double snr = total / fluxErr;
        bool detected = snr >= Photometry.DetectionSnr;
        return new PhotometryRow
        {
            Time = time,
            Mag = detected ? Photometry.Magnitude(total, magZeroPoint) : double.NaN,
            MagErr = detected ? Photometry.MagnitudeError(total, fluxErr) : double.NaN,
            Flux = flux,
            FluxErr = fluxErr,
            Snr = snr,
            MagZeroPoint = magZeroPoint,
            ReferenceMag = referenceMag,
        };
    }
}
