namespace Zvar;

/// <summary>Why a light curve has no period to find.</summary>
public enum PeriodSearchError
{
    /// <summary>There are fewer exposures than the models of all methods have parameters.</summary>
    TooFewPoints,

    /// <summary>All magnitudes of each band are the same.</summary>
    NoVariation,

    /// <summary>No period of the range fits between the first exposure and the last.</summary>
    BaselineTooShort,

    /// <summary>The range and the oversampling ask for more frequencies than there may be.</summary>
    GridTooLarge,
}
