namespace Zvar;

/// <summary>
/// A period found in a light curve. It is none of the service's, which are <see cref="ZvarPeriod"/>: the service's
/// significance has no published definition, and the two are never compared by number.
/// </summary>
public sealed record PeriodCandidate
{
    private readonly LightCurve _lightCurve;

    /// <summary>Makes a candidate of a light curve, whose star it names.</summary>
    /// <param name="lightCurve">The light curve it was found in.</param>
    public PeriodCandidate(LightCurve lightCurve)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        _lightCurve = lightCurve;
        (Psid, TargetName, Synthetic) = (lightCurve.Psid, lightCurve.TargetName, lightCurve.Synthetic);
    }

    /// <summary>The star's id; 0 where a table has none.</summary>
    public long Psid { get; }

    /// <summary>The name of the position the star was found around, or what a table calls it; null where there was none.</summary>
    public string? TargetName { get; }

    /// <summary>Its place among the candidates, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>The period in days.</summary>
    public required double Period { get; init; }

    /// <summary>The standard error of the period in days.</summary>
    public required double PeriodErr { get; init; }

    /// <summary>The frequency in cycles a day.</summary>
    public required double Frequency { get; init; }

    /// <summary>The method that it is least likely by to be a chance; its power and probability are those given here.</summary>
    public required PeriodogramMethod Method { get; init; }

    /// <summary>The share of the chi² about the bands' means that the method's model takes away, 0 to 1.</summary>
    public required double Power { get; init; }

    /// <summary>
    /// The probability that noise alone gives such a power at any frequency of the search by any of its methods: the
    /// smallest of the methods' times their number.
    /// </summary>
    public required double FalseAlarmProbability { get; init; }

    /// <summary>Which probability that is.</summary>
    public required FalseAlarmKind FalseAlarmKind { get; init; }

    /// <summary>
    /// -log10 of the false-alarm probability, computed by logarithms: it goes on where the probability is too small for a
    /// number.
    /// </summary>
    public required double Significance { get; init; }

    /// <summary>
    /// What the candidates are ranked by, the smallest first: the Bayesian information criterion of the best of a family
    /// of models, the smoothness of the fold and the power with 20 bins.
    /// </summary>
    public required double Score { get; init; }

    /// <summary>How much higher the score of the next candidate is; infinite for the only one.</summary>
    public required double Gap { get; init; }

    /// <summary>In words what speaks against the rank, as a gap below 10 does; empty where nothing does.</summary>
    public string Ambiguous { get; init; } = "";

    /// <summary>What it is to the first candidate, as in <c>P/2</c> or <c>2P</c>; empty where it is nothing.</summary>
    public string Relation { get; init; } = "";

    /// <summary>What the period may be an alias of, as in <c>day</c>; empty where it may be none.</summary>
    public string Alias { get; init; } = "";

    /// <summary>
    /// Which of the periods of the star it is, from 1: the second is found when the first is taken out with its harmonics.
    /// </summary>
    public int Component { get; init; } = 1;

    /// <summary>The exposures used.</summary>
    public required int Points { get; init; }

    /// <summary>The bands used, by wavelength, as in <c>g r i</c>.</summary>
    public required string Bands { get; init; }

    /// <summary>Whether it is made up: from the demo sky.</summary>
    public bool Synthetic { get; }

    /// <summary>The light curve it was found in. No property: a table of candidates has numbers and texts alone.</summary>
    public LightCurve GetLightCurve() => _lightCurve;

    /// <summary>The period in a word, as in <c>6.54 hours (rank 1, LombScargle, FAP 1e-20)</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Duration.ToText(Period)} (rank {Rank}, {Method}, FAP {FalseAlarmProbability:0e+0})");
}
