namespace Zvar.Plots;

// A candidate period where one is chosen among several: what it is, and what speaks for it.
internal static class PeriodLabel
{
    internal static string Of(ZvarPeriod entry) => FormattableString.Invariant(
        $"{Duration.ToText(entry.Period)} (sig: {entry.Significance:0.00}, strlen: {entry.StringLength:0.00}, ")
        + FormattableString.Invariant($"bin: {entry.Bins}, band: {Excerpt.Of(entry.Band)})");
}
