using Zvar;

namespace ZvarPS;

/// <summary>
/// What there is to tell of the tables whose rows were read: it is counted until all have come, and told once.
/// </summary>
internal sealed class TableNotes
{
    private readonly Dictionary<string, int> _bad = [];
    private readonly Dictionary<(RowNotes Note, string Column), int> _noted = [];
    private readonly Dictionary<string, int> _rows = [];
    private readonly Dictionary<string, double> _severalPeriods = [];
    private readonly HashSet<(double Offset, string Column)> _offsets = [];

    /// <summary>The column whose numbers were taken for those of stars, where it may be others, and how many.</summary>
    internal (string Column, int Stars)? StarsById { get; set; }

    /// <summary>What was done with the times, for the verbose stream.</summary>
    internal IEnumerable<string> Remarks => _offsets.Select(one => FormattableString.Invariant(
        $"{one.Offset} was added to the times of the column {Excerpt.Of(one.Column)}, for full Julian dates."));

    /// <summary>What was left out, or read as something else than it seems, for a warning.</summary>
    internal IEnumerable<string> Warnings =>
    [
        .. _bad.Select(flag => FormattableString.Invariant(
            $"{flag.Value:N0} rows were left out: their column {Excerpt.Of(flag.Key)} says that they are bad.")),
        .. _noted.Select(noted => Describe(noted.Key.Note, noted.Key.Column, noted.Value)).OfType<string>(),
        .. _severalPeriods.Take(1).Select(star => Describe(star.Key, star.Value, _severalPeriods.Count - 1)),
        .. StarsById is { } byId ? [Describe(byId.Column, byId.Stars)] : Array.Empty<string>(),
    ];

    /// <summary>Counts a row that its survey says is bad.</summary>
    internal void CountBad(string flag) => _bad[flag] = _bad.GetValueOrDefault(flag) + 1;

    /// <summary>Notes that a star's rows have another period than the first.</summary>
    internal void AddSeveralPeriods(string star, double first) => _severalPeriods[star] = first;

    /// <summary>Counts a row that was read.</summary>
    internal void Count(PhotometryHeader header, RowNotes notes)
    {
        if (header.TimeOffset != 0 && !notes.HasFlag(RowNotes.FullTime))
        {
            _offsets.Add((header.TimeOffset, header.TimeColumn));
        }

        _rows[header.MagColumn] = _rows.GetValueOrDefault(header.MagColumn) + 1;
        if (notes != RowNotes.None)
        {
            Count(notes, RowNotes.EmptyMag, header.MagColumn);
            Count(notes, RowNotes.ImpossibleMag, header.MagColumn);
            Count(notes, RowNotes.LimitByError, header.MagErrColumn!);
            Count(notes, RowNotes.FullTime, header.TimeColumn);
        }
    }

    private void Count(RowNotes notes, RowNotes note, string column)
    {
        if (notes.HasFlag(note))
        {
            _noted[(note, column)] = _noted.GetValueOrDefault((note, column)) + 1;
        }
    }

    private static string Describe(string column, int stars) => FormattableString.Invariant(
        $"The rows were taken for those of {stars:N0} stars, as many as their column {Excerpt.Of(column)} has values.")
        + " If it says something else, leave it out.";

    private static string Describe(string star, double first, int others) => FormattableString.Invariant(
        $"The rows of {Excerpt.Of(star)} have several periods: it was folded at the first, {first} d.")
        + " Say which with -Period."
        + (others > 0 ? FormattableString.Invariant($" So it is with {others:N0} more stars.") : "");

    // An empty cell now and then is an exposure that has no magnitude, and nothing to tell.
    private string? Describe(RowNotes note, string column, int count)
    {
        string name = Excerpt.Of(column);
        return note switch
        {
            RowNotes.EmptyMag => count < _rows[column] ? null : FormattableString.Invariant(
                $"There is no magnitude in the rows that came, {count:N0} in all: their column {name} is empty. ")
                + "Where several blanks separate the columns of a file, see about_ZvarPS_Folding for how to read it.",
            RowNotes.ImpossibleMag => FormattableString.Invariant(
                $"{count:N0} rows have no magnitude: their column {name} says what stands for none, as 99 and -999 do."),
            RowNotes.FullTime => FormattableString.Invariant(
                $"{count:N0} times of the column {name} are full Julian dates already: nothing was added to them."),
            _ => FormattableString.Invariant(
                $"{count:N0} magnitudes were taken as limits: their error in the column {name} is 99 or more."),
        };
    }
}
