namespace Zvar;

/// <summary>What is taken out of a light curve before its periods are searched.</summary>
[Flags]
public enum Detrending
{
    /// <summary>Nothing but the mean of each band.</summary>
    None = 0,

    /// <summary>A slow trend: of each band the parabola in time that fits it best.</summary>
    Trend = 1,

    /// <summary>The offsets of the match files: of each field, CCD, quadrant and band its own mean.</summary>
    Fields = 2,
}
