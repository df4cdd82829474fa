namespace Zvar.Plots;

// A false-alarm probability in words, with its kind: it goes on where it is too small for a number.
internal static class FalseAlarmText
{
    private const double Smallest = 1e-300;

    internal static string Of(PeriodCandidate candidate) => candidate.FalseAlarmProbability >= Smallest
        ? FormattableString.Invariant($"{candidate.FalseAlarmKind} FAP {candidate.FalseAlarmProbability:0e+0}")
        : FormattableString.Invariant($"{candidate.FalseAlarmKind} FAP 1e-{candidate.Significance:0}");
}
