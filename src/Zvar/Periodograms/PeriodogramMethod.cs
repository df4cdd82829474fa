namespace Zvar;

/// <summary>A way to tell how well a frequency describes a light curve.</summary>
public enum PeriodogramMethod
{
    /// <summary>
    /// Fast Periodicity Weighting with 5 phase bins: the chi² that the means of the bins take away (Finkbeiner, Prince
    /// and Whitebook 2025, PASP 137, 054504).
    /// </summary>
    Fpw5,

    /// <summary>Fast Periodicity Weighting with 10 phase bins.</summary>
    Fpw10,

    /// <summary>Fast Periodicity Weighting with 20 phase bins.</summary>
    Fpw20,

    /// <summary>
    /// The generalised Lomb–Scargle periodogram: a sine with a floating mean (Zechmeister and Kürster 2009, A&amp;A 496,
    /// 577).
    /// </summary>
    LombScargle,
}
