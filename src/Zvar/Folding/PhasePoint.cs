namespace Zvar;

/// <summary>A point of a folded light curve: one exposure, or a bin of them.</summary>
public sealed record PhasePoint
{
    /// <summary>The star's id.</summary>
    public required long Psid { get; init; }

    /// <summary>The name of the position the star was found around; null where there was none.</summary>
    public string? TargetName { get; init; }

    /// <summary>The band: g, r or i.</summary>
    public required string Band { get; init; }

    /// <summary>The phase, 0 up to 1; of a bin, its middle.</summary>
    public required double Phase { get; init; }

    /// <summary>The magnitude; of a bin, the mean or the median.</summary>
    public required double Mag { get; init; }

    /// <summary>
    /// The error of the magnitude; of a bin of several, the standard error of their mean or median, from their scatter.
    /// </summary>
    public required double MagErr { get; init; }

    /// <summary>How many exposures it stands for: 1, or those in the bin.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The time of phase zero.</summary>
    public required double Epoch { get; init; }

    /// <summary>The period it is folded at, in days.</summary>
    public required double Period { get; init; }

    /// <summary>Whether it is made up: from the demo sky.</summary>
    public bool Synthetic { get; init; }

    internal PhotometryOrigin Origin { get; init; } = PhotometryOrigin.Zvar;

    /// <summary>Where the exposures are from: how times and magnitudes are counted.</summary>
    public PhotometryOrigin GetOrigin() => Origin;

    /// <summary>The point in a word, as in <c>0.2500 g 17.417 ± 0.036</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Phase:0.0000} {Excerpt.Of(Band)} {Mag:0.000} ± {MagErr:0.000}");
}
