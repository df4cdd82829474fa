namespace Zvar.Plots;

/// <summary>Who found a period.</summary>
public enum PeriodOrigin
{
    /// <summary>It was found here, by <see cref="PeriodSearch"/>.</summary>
    Found,

    /// <summary>It is one of those that ZVAR lists for the star.</summary>
    Zvar,
}
