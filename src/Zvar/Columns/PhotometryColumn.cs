namespace Zvar;

/// <summary>
/// The columns a light curve keeps, one value an exposure; <see cref="PhotometryTable"/> says what each is. First come
/// the doubles, then the whole numbers, then the band, so that a number of this list is a place among its own kind.
/// </summary>
public enum PhotometryColumn
{
    /// <summary>BJD in days.</summary>
    Time,

    /// <summary>AB magnitude.</summary>
    Mag,

    /// <summary>Error of the magnitude.</summary>
    MagErr,

    /// <summary>Limiting magnitude of a non-detection.</summary>
    LimitingMag,

    /// <summary>Difference flux in the survey's own units.</summary>
    Flux,

    /// <summary>Error of the difference flux.</summary>
    FluxErr,

    /// <summary>Signal-to-noise ratio of the total flux.</summary>
    Snr,

    /// <summary>Zero point.</summary>
    MagZeroPoint,

    /// <summary>Reference magnitude.</summary>
    ReferenceMag,

    /// <summary>Survey field.</summary>
    Field,

    /// <summary>CCD, 1 to 16.</summary>
    Ccd,

    /// <summary>Quadrant of the CCD, 1 to 4.</summary>
    Quad,

    /// <summary>Filter.</summary>
    Band,
}
