namespace Zvar.Plots;

// Where SIMBAD tells what lies within two arcseconds of a star.
internal static class SimbadLink
{
    // Null where the star's position is not known.
    internal static string? Of(LightCurve lightCurve) => lightCurve.Object is not { } star
        ? null
        : FormattableString.Invariant($"https://simbad.u-strasbg.fr/simbad/sim-coo?Coord={star.Ra}%2C++{star.Dec}")
            + "&CooFrame=FK5&CooEpoch=2000&CooEqui=2000&CooDefinedFrames=none&Radius=2&Radius.unit=arcsec"
            + "&submit=submit+query&CoordList=";
}
