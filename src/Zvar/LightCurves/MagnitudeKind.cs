namespace Zvar;

/// <summary>What the magnitudes of a light curve are.</summary>
public enum MagnitudeKind
{
    /// <summary>AB magnitudes, as ZVAR has them.</summary>
    Ab,

    /// <summary>Magnitudes in which Vega is about zero, as Gaia has them.</summary>
    Vega,

    /// <summary>As their table has them, which does not say what is zero.</summary>
    AsGiven,

    /// <summary>
    /// Of fluxes without a zero point: 0 is the median of the star in its band, so that they tell of changes alone.
    /// </summary>
    Relative,

    /// <summary>
    /// Of the difference between an image and a reference image, in AB magnitudes: not of the star, unless it is absent
    /// from the reference.
    /// </summary>
    Difference,
}
