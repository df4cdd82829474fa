namespace ZvarPS;

/// <summary>What stands behind a connection.</summary>
public enum ConnectionKind
{
    /// <summary>A ZVAR service.</summary>
    Service,

    /// <summary>The synthetic demo sky.</summary>
    Demo,

    /// <summary>An archive, alone or with another connection behind it.</summary>
    Archive,

    /// <summary>A HATS catalogue.</summary>
    Hats,
}
