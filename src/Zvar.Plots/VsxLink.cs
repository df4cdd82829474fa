namespace Zvar.Plots;

// Where the AAVSO's index of variable stars (VSX) tells what lies within ten arcseconds of a star.
internal static class VsxLink
{
    // Null where the star's position is not known.
    internal static string? Of(LightCurve lightCurve) => lightCurve.Object is not { } star
        ? null
        : FormattableString.Invariant($"https://vsx.aavso.org/index.php?view=results.get&coords={star.Ra}%20{star.Dec}")
            + "&format=d&size=10&unit=3&geom=r&order=9";
}
