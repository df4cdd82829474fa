namespace Zvar;

/// <summary>A position to search around.</summary>
/// <param name="Name">The user's name for it; names may repeat.</param>
/// <param name="Position">Where.</param>
/// <param name="Radius">How far around it, in arcseconds.</param>
public sealed record ConeTarget(string? Name, SkyPosition Position, double Radius);
