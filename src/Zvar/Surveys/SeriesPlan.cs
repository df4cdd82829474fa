namespace Zvar;

// How a survey's table has one series of exposures, by the names of its columns in letters and digits alone. What is
// null is found by the names that all tables have.
internal sealed record SeriesPlan
{
    // The column of the times, the better first.
    internal string[]? Time { get; init; }

    // What is added to them; null for what the name says.
    internal double? TimeOffset { get; init; }

    // How they are counted; null for what the name says.
    internal TimeSystem? TimeSystem { get; init; }

    // Whether the header of the file says what is added.
    internal bool TimeZeroInHeader { get; init; }

    // Whether the column is called time and has MJDs, as those that look like them are then.
    internal bool MayBeMjd { get; init; }

    // Whether rows without a time or a brightness are nothing to wonder at.
    internal bool MayBeEmpty { get; init; }

    internal string[]? Mag { get; init; }

    internal string[]? MagErr { get; init; }

    // The magnitude beyond which an exposure sees nothing.
    internal string[]? Limit { get; init; }

    // The column of fluxes that magnitudes are made of, or, beside magnitudes, their errors alone.
    internal string[]? Flux { get; init; }

    internal string[]? FluxErr { get; init; }

    // The zero point of the fluxes: one for all, or a column.
    internal double? ZeroPoint { get; init; }

    internal string? ZeroPointColumn { get; init; }

    // Whether the fluxes were measured at a place where there may be nothing: what is not detected is a limit.
    internal bool IsForced { get; init; }

    // Whether each file has a scale of its own, so that fluxes of two cannot be compared.
    internal bool IsScaledByFile { get; init; }

    // The columns of the bands; empty where there are none.
    internal string[]? Bands { get; init; }

    // The band where no column says one.
    internal string Band { get; init; } = "";

    internal MagnitudeKind Kind { get; init; } = MagnitudeKind.AsGiven;

    // By what rows are bad; null for the flags that all tables have.
    internal QualityFlag[]? Flags { get; init; }
}
