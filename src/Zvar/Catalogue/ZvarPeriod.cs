namespace Zvar;

/// <summary>
/// A candidate period of an object, found in one of its match files by Fast Periodicity Weighting (Finkbeiner, Prince
/// and Whitebook 2025, PASP 137, 054504) with 5, 10 or 20 phase bins.
/// </summary>
public sealed record ZvarPeriod
{
    /// <summary>The object's id.</summary>
    public required long Psid { get; init; }

    /// <summary>The survey field.</summary>
    public int Field { get; init; }

    /// <summary>The CCD, 1 to 16.</summary>
    public int Ccd { get; init; }

    /// <summary>The quadrant of the CCD, 1 to 4.</summary>
    public int Quad { get; init; }

    /// <summary>The band it was found in.</summary>
    public string Band { get; init; } = "";

    /// <summary>The period in days.</summary>
    public required double Period { get; init; }

    /// <summary>The service's significance, normalised in an unpublished way; NaN where it gives none.</summary>
    public double Significance { get; init; } = double.NaN;

    /// <summary>The service's string length, whose definition is not published; NaN where it gives none.</summary>
    public double StringLength { get; init; } = double.NaN;

    /// <summary>The number of phase bins: 5, 10 or 20.</summary>
    public int Bins { get; init; }

    /// <summary>Whether it is made up: from the demo sky.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The period in a word, as in <c>6.54 hours (48.87, g)</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Duration.ToText(Period)} ({Significance:0.00}, {Excerpt.Of(Band)})");
}
