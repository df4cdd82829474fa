namespace ZvarPS;

/// <summary>What stands behind a connection.</summary>
public enum ConnectionKind
{
    /// <summary>A ZVAR service.</summary>
    Service,

    /// <summary>The synthetic demo sky.</summary>
    Demo,
}
