namespace Zvar;

/// <summary>The form in which photometry is asked for. Both hold the same data; see <see cref="Photometry"/>.</summary>
public enum PhotometryFormat
{
    /// <summary>Magnitudes, with the limiting magnitude of non-detections.</summary>
    Mag,

    /// <summary>Difference fluxes, with the zero point and the reference magnitude.</summary>
    Flux,
}
