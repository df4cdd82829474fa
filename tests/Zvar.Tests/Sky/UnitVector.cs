namespace Zvar.Tests.Sky;

/// <summary>A direction as a vector of length one: another way to tell what lies in a cone.</summary>
internal readonly record struct UnitVector(double X, double Y, double Z)
{
    private const double ArcsecondsToRadians = Math.PI / 180 / 3600;

    internal static UnitVector Of(SkyPosition position)
    {
        (double sinRa, double cosRa) = Math.SinCos(position.Ra * Math.PI / 180);
        (double sinDec, double cosDec) = Math.SinCos(position.Dec * Math.PI / 180);
        return new UnitVector(cosDec * cosRa, cosDec * sinRa, sinDec);
    }

    internal bool IsWithin(double arcseconds, UnitVector other)
    {
        double chord = 2 * Math.Sin(arcseconds * ArcsecondsToRadians / 2);
        double x = X - other.X, y = Y - other.Y, z = Z - other.Z;
        return (x * x) + (y * y) + (z * z) <= chord * chord * (1 + 1e-12);
    }

    /// <summary>One of the two points at a distance from both directions; swap these for the other.</summary>
    internal UnitVector CrossingOfRims(UnitVector other, double arcseconds)
    {
        double dot = (X * other.X) + (Y * other.Y) + (Z * other.Z);
        double along = Math.Cos(arcseconds * ArcsecondsToRadians) / (1 + dot);
        double nx = (Y * other.Z) - (Z * other.Y);
        double ny = (Z * other.X) - (X * other.Z);
        double nz = (X * other.Y) - (Y * other.X);
        double left = Math.Max(0, 1 - (along * along * 2 * (1 + dot)));
        double across = Math.Sqrt(left / ((nx * nx) + (ny * ny) + (nz * nz)));
        return new UnitVector(
            (along * (X + other.X)) + (across * nx),
            (along * (Y + other.Y)) + (across * ny),
            (along * (Z + other.Z)) + (across * nz));
    }
}
