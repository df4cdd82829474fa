namespace Zvar;

/// <summary>
/// Flux and magnitude are the same data. The survey's difference flux, its error, and the zero point and magnitude of
/// the reference image give the magnitude; for a detection the magnitude gives them back.
/// </summary>
/// <remarks>
/// f_ref = 10^(-0.4 mag_ref), f_tot = f_ref + flux, mag = magzp - 2.5 log10(f_tot),
/// magerr = (2.5 / ln 10) fluxerr / f_tot. Fluxes are in the survey's own units, not janskys.
/// </remarks>
public static class Photometry
{
    /// <summary>2.5 / ln 10: a relative flux error times this is a magnitude error.</summary>
    public const double MagnitudesPerRelativeFlux = 1.0857362047581296;

    /// <summary>Below this signal-to-noise ratio of the total flux an exposure is a non-detection.</summary>
    public const double DetectionSnr = 1;

    /// <summary>The total flux: the reference image's and the difference.</summary>
    /// <param name="flux">The difference flux.</param>
    /// <param name="referenceMag">The magnitude of the reference image (mag_ref), in the frame of the flux.</param>
    public static double TotalFlux(double flux, double referenceMag) => Math.Pow(10, -0.4 * referenceMag) + flux;

    /// <summary>The AB magnitude of a total flux; NaN where the flux is not positive.</summary>
    public static double Magnitude(double totalFlux, double magZeroPoint) =>
        totalFlux > 0 ? magZeroPoint - (2.5 * Math.Log10(totalFlux)) : double.NaN;

    /// <summary>The error of that magnitude; NaN where the flux is not positive.</summary>
    public static double MagnitudeError(double totalFlux, double fluxErr) =>
        totalFlux > 0 ? MagnitudesPerRelativeFlux * fluxErr / totalFlux : double.NaN;

    /// <summary>The signal-to-noise ratio of a flux whose magnitude has some error; NaN where that is NaN.</summary>
    public static double SignalToNoise(double magnitudeError) => MagnitudesPerRelativeFlux / magnitudeError;

    /// <summary>The reference flux of a detection, from its total signal-to-noise ratio and its fluxes.</summary>
    public static double ReferenceFlux(double snr, double flux, double fluxErr) => (snr * fluxErr) - flux;

    /// <summary>The reference magnitude (mag_ref) of a detection; NaN where its flux is not positive.</summary>
    public static double ReferenceMag(double snr, double flux, double fluxErr) =>
        Magnitude(ReferenceFlux(snr, flux, fluxErr), 0);

    /// <summary>The zero point (magzp) of a detection, from its magnitude and its total flux.</summary>
    public static double MagZeroPoint(double mag, double snr, double fluxErr) =>
        mag + (2.5 * Math.Log10(snr * fluxErr));
}
