namespace ZvarPS;

/// <summary>Shows how a radius is written; any other is typed.</summary>
public sealed class RadiusCompleter() : WordCompleter(
[
    ("5", "A bare number is in arcseconds"),
    ("5arcsec", "Arcseconds; also 5\""),
    ("10arcmin", "Arcminutes; also 10'"),
    ("1.5deg", "Degrees"),
]);
