namespace Zvar.Plots;

// Where Aladin Lite shows the sky about a star, three arcminutes of it.
internal static class AladinLink
{
    // Null where the star's position is not known.
    internal static string? Of(LightCurve lightCurve) => lightCurve.Object is not { } star
        ? null
        : FormattableString.Invariant(
            $"https://aladin.cds.unistra.fr/AladinLite/?target={star.Ra}%20{star.Dec}&fov=0.05");
}
