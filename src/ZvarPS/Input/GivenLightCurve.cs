using Zvar;

namespace ZvarPS;

/// <summary>A light curve that came down the pipeline.</summary>
/// <param name="LightCurve">The light curve, with its star and its own period as far as these are known.</param>
/// <param name="TimeOffset">What was added to the times of its table for full Julian dates, in days.</param>
internal readonly record struct GivenLightCurve(LightCurve LightCurve, double TimeOffset = 0)
{
    /// <summary>The periods found in it, best first, where they came with it.</summary>
    internal IReadOnlyList<PeriodCandidate> Candidates { get; init; } = [];

    /// <summary>Where phase zero is, as the row that named the star says; null where it says nothing.</summary>
    internal EpochChoice? Epoch { get; init; }

    /// <summary>What that row takes the star for; empty where it says nothing.</summary>
    internal string Label
    {
        get => field ?? "";
        init;
    }

    /// <summary>
    /// The period to fold at: what the parameter says, else the best of those found in it, else the light curve's own,
    /// else the most significant of the star; null where there is none.
    /// </summary>
    internal double? PeriodOr(double? parameter) => (parameter, Candidates) switch
    {
        ({ } given, _) => given,
        (_, [var best, ..]) => best.Period,
        _ => LightCurve.Period ?? LightCurve.Object?.GetBestPeriod()?.Period,
    };

    /// <summary>Where phase zero is, if what the parameter says may be a time as its table counts them.</summary>
    internal EpochChoice EpochAt(EpochChoice parameter) => parameter.AfterOffset(TimeOffset, LightCurve.FirstTime);
}
