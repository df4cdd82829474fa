namespace Zvar.Archive;

/// <summary>
/// The size of a cone, a power of two of arcseconds: those of one size are found in zones as high as they are wide, a
/// few of which are near a place.
/// </summary>
internal static class ConeSize
{
    // Wider than the sky.
    private const int Largest = 20;

    internal static int Of(double radius) => Math.Clamp((int)Math.Ceiling(Math.Log2(Math.Max(1, radius))), 0, Largest);

    /// <summary>The largest radius of a size, in arcseconds.</summary>
    internal static double LargestOf(int size) => 1 << size;

    /// <summary>The zone of a cone's centre among those of its size.</summary>
    internal static int ZoneOf(ConeTarget target) => SkyZone.Of(target.Position.Dec, LargestOf(Of(target.Radius)));
}
