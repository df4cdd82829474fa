namespace Zvar.Tables.Samp;

/// <summary>Another program at the hub.</summary>
/// <param name="Id">What the hub calls it.</param>
/// <param name="Name">What it calls itself; its id where it does not.</param>
public sealed record SampPeer(string Id, string Name)
{
    /// <summary>Whether a name is its own, or the hub's for it.</summary>
    public bool IsCalled(string name) =>
        Name.Equals(name, StringComparison.OrdinalIgnoreCase) || Id.Equals(name, StringComparison.Ordinal);
}
