namespace Zvar.Plots;

/// <summary>A period that a star can be folded at, and whose it is.</summary>
/// <param name="Period">In days.</param>
/// <param name="Origin">Who found it.</param>
/// <param name="Whose">Who found it, in words, and what speaks for it in short.</param>
/// <param name="Label">The period where it is chosen among several: whose it is, and all that speaks for it.</param>
public sealed record FoldPeriod(double Period, PeriodOrigin Origin, string Whose, string Label)
{
    internal static FoldPeriod Of(ZvarPeriod entry) => new(
        entry.Period,
        PeriodOrigin.Zvar,
        "ZVAR's",
        FormattableString.Invariant(
            $"{Duration.ToText(entry.Period)}, ZVAR's (sig: {entry.Significance:0.00}, ")
            + FormattableString.Invariant($"strlen: {entry.StringLength:0.00}, bin: {entry.Bins}, ")
            + $"band: {Excerpt.Of(entry.Band)})");

    internal static FoldPeriod Of(PeriodCandidate candidate)
    {
        string found = $"{MethodName.Of(candidate.Method)}, {FalseAlarmText.Of(candidate)}";
        string[] says =
        [
            candidate.Component > 1 ? $"component {candidate.Component}, rank {candidate.Rank}" : $"rank {candidate.Rank}",
            found,
            .. candidate.Relation.Length > 0 ? [Excerpt.Of(candidate.Relation)] : Array.Empty<string>(),
            .. candidate.Alias.Length > 0 ? [$"alias: {Excerpt.Of(candidate.Alias)}"] : Array.Empty<string>(),
        ];
        return new FoldPeriod(
            candidate.Period,
            PeriodOrigin.Found,
            $"found here: {found}",
            $"{Duration.ToText(candidate.Period)}, found here ({string.Join(", ", says)})");
    }
}
