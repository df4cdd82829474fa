namespace Zvar;

/// <summary>Where a name is on the sky, and who said so.</summary>
/// <param name="Name">The name as it was asked about.</param>
/// <param name="ResolvedAs">What who resolved it calls the object; the name itself where it is a position.</param>
/// <param name="Ra">Right ascension in degrees (ICRS).</param>
/// <param name="Dec">Declination in degrees (ICRS).</param>
/// <param name="Resolver">The host and the service that resolved it; null where nobody was asked.</param>
public sealed record ResolvedName(string Name, string ResolvedAs, double Ra, double Dec, string? Resolver)
{
    /// <summary>The position.</summary>
    public SkyPosition GetPosition() => new(Ra, Dec);

    /// <summary>The name and its position.</summary>
    public override string ToString() => $"{Name} at {GetPosition()}";
}
