namespace Zvar;

/// <summary>
/// What there is to tell of the tables whose rows were read: it is counted until all have come, and told once.
/// </summary>
public sealed class TableNotes
{
    private readonly OrderedDictionary<string, int> _bad = [];
    private readonly OrderedDictionary<(RowNotes Note, string Column), int> _noted = [];
    private readonly Dictionary<string, int> _rows = [];
    private readonly OrderedDictionary<string, double> _severalPeriods = [];
    private readonly OrderedDictionary<(double Offset, string Column), bool> _offsets = [];
    private readonly OrderedDictionary<string, bool> _sources = [];
    private readonly OrderedDictionary<string, string> _mixed = [];
    private readonly List<string> _withoutMedian = [];

    internal TableNotes()
    {
    }

    /// <summary>
    /// What the tables were taken for, what was done with the times, and what rows were no exposures: for those who
    /// ask.
    /// </summary>
    public IEnumerable<string> Remarks =>
    [
        .. _sources.Keys.Select(source => $"The rows were taken for those of {source}."),
        .. _offsets.Keys.Select(one => FormattableString.Invariant(
            $"{one.Offset} was added to the times of the column {Excerpt.Of(one.Column)}, for full Julian dates.")),
        .. _noted.Select(noted => Remark(noted.Key.Note, noted.Key.Column, noted.Value)).OfType<string>(),
    ];

    /// <summary>What was left out, or read as something else than it seems: for a warning.</summary>
    public IEnumerable<string> Warnings =>
    [
        .. _bad.Select(flag => FormattableString.Invariant(
            $"{flag.Value:N0} rows were left out: their column {Excerpt.Of(flag.Key)} says that they are bad.")),
        .. _noted.Select(noted => Warn(noted.Key.Note, noted.Key.Column, noted.Value)).OfType<string>(),
        .. _withoutMedian.Take(1).Select(star => WithoutMedian(star, _withoutMedian.Count - 1)),
        .. _mixed.Take(1).Select(star => Mixed(star.Key, star.Value, _mixed.Count - 1)),
        .. _severalPeriods.Take(1).Select(star => SeveralPeriods(star.Key, star.Value, _severalPeriods.Count - 1)),
        .. StarsById is { } byId ? [ByNumber(byId.Column, byId.Stars)] : Array.Empty<string>(),
    ];

    // The column whose numbers were taken for those of stars, where it may be others, and how many.
    internal (string Column, int Stars)? StarsById { get; set; }

    internal void AddSource(string? source)
    {
        if (source is not null)
        {
            _sources[source] = true;
        }
    }

    internal void CountBad(string flag) => _bad[flag] = _bad.GetValueOrDefault(flag) + 1;

    internal void AddSeveralPeriods(string star, double first) => _severalPeriods[star] = first;

    internal void AddMixed(string star, string what) => _mixed[star] = what;

    internal void AddWithoutMedian(string star) => _withoutMedian.Add(star);

    internal void Count(PhotometrySeries series, RowNotes notes)
    {
        TimeColumn time = series.Time;
        const RowNotes NothingAdded = RowNotes.FullTime | RowNotes.EmptyTime;
        if (time.Offset != 0 && (notes & NothingAdded) == 0)
        {
            _offsets.TryAdd((time.Offset, time.Name), true);
        }

        string brightness = series.Brightness.Column;
        _rows[brightness] = _rows.GetValueOrDefault(brightness) + 1;
        if (notes != RowNotes.None)
        {
            Count(notes, RowNotes.EmptyMag, brightness);
            Count(notes, RowNotes.ImpossibleMag, brightness);
            Count(notes, RowNotes.NoPositiveFlux, brightness);
            Count(notes, RowNotes.LimitByError, series.Brightness.ErrorColumn ?? brightness);
            Count(notes, RowNotes.FullTime, time.Name);
            Count(notes, RowNotes.EmptyTime, time.Name);
            Count(notes, RowNotes.TimeAsMjd, time.Name);
        }
    }

    private void Count(RowNotes notes, RowNotes note, string column)
    {
        if ((notes & note) != 0)
        {
            _noted[(note, column)] = _noted.GetValueOrDefault((note, column)) + 1;
        }
    }

    // An empty cell now and then is an exposure that has no magnitude, and nothing to tell.
    private string? Warn(RowNotes note, string column, int count)
    {
        string name = Excerpt.Of(column);
        return note switch
        {
            RowNotes.EmptyMag => count < _rows[column] ? null : FormattableString.Invariant(
                $"There is no magnitude in the rows that came, {count:N0} in all: their column {name} is empty. ")
                + "Where several blanks separate the columns of a file, see about_ZvarPS_Folding for how to read it.",
            RowNotes.ImpossibleMag => FormattableString.Invariant(
                $"{count:N0} rows have no magnitude: their column {name} says what stands for none, as 99 and -999 do."),
            RowNotes.NoPositiveFlux => FormattableString.Invariant(
                $"{count:N0} rows have no magnitude: the flux in their column {name} is zero or negative."),
            RowNotes.FullTime => FormattableString.Invariant(
                $"{count:N0} times of the column {name} are full Julian dates already: nothing was added to them."),
            RowNotes.LimitByError => FormattableString.Invariant(
                $"{count:N0} magnitudes were taken as limits: their error in the column {name} is 99 or more."),
            _ => null,
        };
    }

    private static string? Remark(RowNotes note, string column, int count) => note switch
    {
        RowNotes.EmptyTime => FormattableString.Invariant(
            $"{count:N0} rows are no exposures: their column {Excerpt.Of(column)} is empty."),
        RowNotes.TimeAsMjd => FormattableString.Invariant(
            $"{count:N0} times of the column {Excerpt.Of(column)} were taken for MJDs: 2400000.5 was added to them."),
        _ => null,
    };

    private static string ByNumber(string column, int stars) => FormattableString.Invariant(
        $"The rows were taken for those of {stars:N0} stars, as many as their column {Excerpt.Of(column)} has values.")
        + " If it says something else, leave it out.";

    private static string SeveralPeriods(string star, double first, int others) => FormattableString.Invariant(
        $"The rows of {Excerpt.Of(star)} have several periods: it was folded at the first, {first} d.")
        + $" Say which with -Period.{SoWith(others)}";

    private static string Mixed(string star, string what, int others) =>
        $"The rows of {Excerpt.Of(star)} do not count alike: {what}. They were put together as they are.{SoWith(others)}";

    private static string WithoutMedian(string star, int others) =>
        $"There are no relative magnitudes of {Excerpt.Of(star)}: the median of its fluxes is not positive."
        + SoWith(others);

    private static string SoWith(int others) =>
        others > 0 ? FormattableString.Invariant($" So it is with {others:N0} more stars.") : "";
}
