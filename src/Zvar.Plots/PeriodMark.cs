namespace Zvar.Plots;

// A period that is marked in a periodogram, and what stands beside it.
internal readonly record struct PeriodMark(double Period, string Text, PeriodMarkKind Kind);
