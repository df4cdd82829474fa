namespace Zvar;

/// <summary>Where photometry is from, and what its numbers are therefore.</summary>
/// <param name="TimeSystem">How its times are counted.</param>
/// <param name="MagnitudeKind">What its magnitudes are.</param>
/// <param name="Source">
/// Which survey its table was taken for, and by which columns, as in <c>ZTF at IRSA (oid, hjd, mag, filtercode)</c>;
/// null for what is ZVAR's own.
/// </param>
public sealed record PhotometryOrigin(TimeSystem TimeSystem, MagnitudeKind MagnitudeKind, string? Source)
{
    /// <summary>That of ZVAR's own light curves: BJD and AB magnitudes.</summary>
    public static PhotometryOrigin Zvar { get; } = new(TimeSystem.Bjd, MagnitudeKind.Ab, Source: null);

    /// <summary>That of photometry from both: what is not the same in them is not known of all of it.</summary>
    /// <param name="other">The other.</param>
    public PhotometryOrigin With(PhotometryOrigin other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this == other
            ? this
            : new PhotometryOrigin(
                TimeSystem == other.TimeSystem ? TimeSystem : default,
                MagnitudeKind == other.MagnitudeKind ? MagnitudeKind : MagnitudeKind.AsGiven,
                Source == other.Source ? Source : $"{Source ?? "ZVAR"}; {other.Source ?? "ZVAR"}");
    }
}
