namespace Zvar;

/// <summary>How a false-alarm probability was found.</summary>
public enum FalseAlarmKind
{
    /// <summary>The upper bound of Baluev (2008, MNRAS 385, 1279) for the Lomb–Scargle periodogram of Gaussian noise.</summary>
    Baluev,

    /// <summary>Of Gaussian noise with frequencies taken as independent: too small where points lie far out.</summary>
    Gaussian,

    /// <summary>Of the highest powers of the same light curve with its magnitudes shuffled, with a Gumbel distribution.</summary>
    Shuffled,
}
