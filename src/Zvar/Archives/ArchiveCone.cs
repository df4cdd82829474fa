namespace Zvar;

/// <summary>A cone search that an archive answers whole.</summary>
/// <param name="Ra">Right ascension of its centre in degrees.</param>
/// <param name="Dec">Declination of its centre in degrees.</param>
/// <param name="Radius">Its radius in arcseconds.</param>
/// <param name="Filter">What its objects were asked to be.</param>
/// <param name="Source">Of whom it was asked.</param>
/// <param name="Asked">When.</param>
public sealed record ArchiveCone(
    double Ra, double Dec, double Radius, ConeFilter Filter, string Source, DateTimeOffset Asked);
