namespace Zvar;

/// <summary>A direction on the sky: right ascension and declination in degrees (ICRS).</summary>
public readonly record struct SkyPosition
{
    private const double DegreesToRadians = Math.PI / 180;

    /// <summary>Makes a position from degrees.</summary>
    /// <param name="ra">Right ascension, 0 to 360 degrees; 360 is read as 0.</param>
    /// <param name="dec">Declination, -90 to 90 degrees.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is off the sphere.</exception>
    public SkyPosition(double ra, double dec)
    {
        if (!(ra >= 0 && ra <= 360))
        {
            throw new ArgumentOutOfRangeException(
                nameof(ra), FormattableString.Invariant($"A right ascension is 0 to 360 degrees, not {ra}."));
        }

        if (!(dec >= -90 && dec <= 90))
        {
            throw new ArgumentOutOfRangeException(
                nameof(dec), FormattableString.Invariant($"A declination is -90 to 90 degrees, not {dec}."));
        }

        // Adding zero makes a zero of a negative zero, which would be written with its sign.
        Ra = ra == 360 ? 0 : ra + 0.0;
        Dec = dec + 0.0;
    }

    /// <summary>Right ascension in degrees, 0 up to but not including 360.</summary>
    public double Ra { get; }

    /// <summary>Declination in degrees, -90 to 90.</summary>
    public double Dec { get; }

    /// <summary>
    /// The angle between two directions in arcseconds, by Vincenty's form of the great-circle formula, which keeps
    /// its precision below 0.1 arcsec, at the poles, across RA 0/360 and for opposite points.
    /// </summary>
    public double SeparationTo(SkyPosition other)
    {
        (double sinDec1, double cosDec1) = Math.SinCos(Dec * DegreesToRadians);
        (double sinDec2, double cosDec2) = Math.SinCos(other.Dec * DegreesToRadians);
        (double sinRa, double cosRa) = Math.SinCos((other.Ra - Ra) * DegreesToRadians);
        double east = cosDec2 * sinRa;
        double north = (cosDec1 * sinDec2) - (sinDec1 * cosDec2 * cosRa);
        double along = (sinDec1 * sinDec2) + (cosDec1 * cosDec2 * cosRa);
        return Math.Atan2(Math.Sqrt((east * east) + (north * north)), along) / DegreesToRadians * 3600;
    }

    /// <summary>The direction reached by going a distance along a great circle.</summary>
    /// <param name="positionAngle">Where to go, in degrees from north through east.</param>
    /// <param name="distance">How far, in arcseconds.</param>
    public SkyPosition Offset(double positionAngle, double distance)
    {
        (double sinDec, double cosDec) = Math.SinCos(Dec * DegreesToRadians);
        (double sinAngle, double cosAngle) = Math.SinCos(positionAngle * DegreesToRadians);
        (double sinDistance, double cosDistance) = Math.SinCos(distance / 3600 * DegreesToRadians);
        double north = (cosDec * cosDistance) - (sinDec * sinDistance * cosAngle);
        double east = sinDistance * sinAngle;
        double up = (sinDec * cosDistance) + (cosDec * sinDistance * cosAngle);
        double ra = (Ra + (Math.Atan2(east, north) / DegreesToRadians)) % 360;
        double dec = Math.Atan2(up, Math.Sqrt((north * north) + (east * east))) / DegreesToRadians;
        return new SkyPosition(ra < 0 ? ra + 360 : ra, dec);
    }

    /// <summary>The position in degrees, as in <c>0.836528 +30.937197</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Ra:0.000000} {Dec:+0.000000;-0.000000;+0.000000}");
}
