namespace Zvar;

/// <summary>What clock times are told by. UTC and TDB differ by about 69 seconds today.</summary>
public enum TimeScale
{
    /// <summary>A table does not say.</summary>
    Unknown,

    /// <summary>Coordinated universal time.</summary>
    Utc,

    /// <summary>Barycentric dynamical time.</summary>
    Tdb,

    /// <summary>Barycentric coordinate time, which Gaia has.</summary>
    Tcb,
}
