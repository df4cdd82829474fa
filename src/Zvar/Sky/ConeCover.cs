namespace Zvar;

/// <summary>Covers a wide cone by many small ones, on a hexagonal lattice laid out on the sphere.</summary>
/// <remarks>
/// Around the centre the sky is given a latitude and a longitude of its own, whose equator runs through the centre,
/// where distortion is least. With cones of radius r the rows lie 3r/2 apart in latitude, every other one shifted by
/// half a step of longitude. A cone reaches, at the latitude δ away from its own, longitudes to w on either side:
/// sin²(w/2) = (sin²(r/2) - sin²(δ/2)) / (cos b cos b'), which is never less than for w = g(δ), the cosines left out.
/// A latitude between two rows is closed where the two widths add up to half a step. g is concave and 0 at r, so
/// g(δ) + g(3r/2 - δ) is least at δ = r/2: a step of 2 g(r/2), in the plane √3 r, covers everything, at every latitude.
/// What is wasted is the plane's 21 %, the rows' crowding (4 % at the largest radius) and the rim.
/// </remarks>
public static class ConeCover
{
    /// <summary>The widest cone that is covered, in arcseconds: 30 degrees.</summary>
    public const double LargestRadius = 30 * 3600;

    private const double ArcsecondsToRadians = Math.PI / 180 / 3600;

    // What the cones overlap more than they must, so that rounding opens no hole where three of them meet.
    private const double Spare = 1e-6;

    /// <summary>
    /// The centres of cones that together hold every point of a wide cone. Some stars lie in more than one of them, and
    /// some outside the wide cone.
    /// </summary>
    /// <param name="center">The centre of the wide cone.</param>
    /// <param name="radius">Its radius in arcseconds, up to <see cref="LargestRadius"/>.</param>
    /// <param name="coneRadius">The radius of the small cones in arcseconds.</param>
    /// <returns>Row by row; the centre alone where one small cone is enough.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A radius is not positive, or the cone is too wide.</exception>
    public static IReadOnlyList<SkyPosition> Centers(SkyPosition center, double radius, double coneRadius)
    {
        if (!(radius > 0 && radius <= LargestRadius))
        {
            throw new ArgumentOutOfRangeException(nameof(radius), FormattableString.Invariant(
                $"The radius of a cone is more than 0 and at most {LargestRadius} arcseconds (30°), not {radius}."));
        }

        if (!(coneRadius > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(coneRadius), FormattableString.Invariant(
                $"The radius of the covering cones is more than 0 arcseconds, not {coneRadius}."));
        }

        if (radius <= coneRadius)
        {
            return [center];
        }

        double reach = (radius + coneRadius) * ArcsecondsToRadians;
        double cone = coneRadius * (1 - Spare) * ArcsecondsToRadians;
        double rowHeight = 1.5 * cone;
        double step = 2 * HalfWidth(cone, cone / 2);
        var centers = new List<SkyPosition>();
        int lastRow = (int)(reach / rowHeight);
        for (int row = -lastRow; row <= lastRow; row++)
        {
            double latitude = row * rowHeight;
            double shift = int.IsOddInteger(row) ? 0.5 : 0;
            double halfRow = HalfWidth(reach, latitude, Math.Cos(latitude)) / step;
            for (double place = Math.Ceiling(-halfRow - shift) + shift; place <= halfRow; place++)
            {
                centers.Add(At(center, place * step, latitude));
            }
        }

        return centers;
    }

    // How far in longitude a cone reaches at a latitude away from its own: w of the remarks, or g with cosines of 1.
    private static double HalfWidth(double radius, double away, double cosines = 1)
    {
        double sinRadius = Math.Sin(radius / 2);
        double sinAway = Math.Sin(away / 2);
        return 2 * Math.Asin(Math.Sqrt(((sinRadius * sinRadius) - (sinAway * sinAway)) / cosines));
    }

    private static SkyPosition At(SkyPosition center, double longitude, double latitude)
    {
        (double north, double cosLatitude) = Math.SinCos(latitude);
        (double sinLongitude, double cosLongitude) = Math.SinCos(longitude);
        double east = cosLatitude * sinLongitude;
        double distance = Math.Atan2(Math.Sqrt((east * east) + (north * north)), cosLatitude * cosLongitude);
        return center.Offset(Math.Atan2(east, north) * 180 / Math.PI, distance / ArcsecondsToRadians);
    }
}
