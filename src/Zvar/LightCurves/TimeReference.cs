namespace Zvar;

/// <summary>Where light is timed: a Julian date counts its arrival there.</summary>
public enum TimeReference
{
    /// <summary>A table does not say.</summary>
    Unknown,

    /// <summary>On Earth, or wherever a table that says no more has its clock: JD, also one that came as MJD.</summary>
    Jd,

    /// <summary>At the Sun: HJD.</summary>
    Hjd,

    /// <summary>At the solar system's barycentre: BJD.</summary>
    Bjd,
}
