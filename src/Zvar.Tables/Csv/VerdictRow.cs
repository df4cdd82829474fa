using System.Globalization;

namespace Zvar.Tables;

// The rows of a file of verdicts, by the names of its columns.
internal sealed class VerdictRow
{
    // Where each column is; -1 where there is none.
    private readonly Dictionary<string, int> _places;
    private readonly bool _hasDecimalCommas;
    private string[] _cells = [];

    // A decimal comma is one where commas do not part the columns.
    internal VerdictRow(string[] columns, bool hasDecimalCommas)
    {
        var names = new ColumnNames(columns);
        string? star = names.Find("psid") ?? names.Find("targetname");
        if (names.Find("label") is null || star is null)
        {
            throw new TableException(
                TableError.TableNotUnderstood,
                $"The file has no verdicts: they have a column Label, and Psid or TargetName (its columns: {names}).");
        }

        _places = VerdictFile.Columns.ToDictionary(
            column => column, column => Array.IndexOf(columns, names.Find(column.ToLowerInvariant())));
        _hasDecimalCommas = hasDecimalCommas;
    }

    // Null for a row that says nothing.
    internal Verdict? Read(string[] cells, long line)
    {
        _cells = cells;
        var verdict = new Verdict
        {
            Psid = Cell(nameof(Verdict.Psid), line, PsidCell.Read),
            Label = Text(nameof(Verdict.Label)),
            Period = Cell(nameof(Verdict.Period), line, ReadPeriod),
            Epoch = Cell(nameof(Verdict.Epoch), line, ReadNumber),
            Note = Text(nameof(Verdict.Note)),
            Labeller = Text(nameof(Verdict.Labeller)),
            Time = Cell(nameof(Verdict.Time), line, ReadTime),
            TargetName = Text(nameof(Verdict.TargetName)),
            Synthetic = Cell(nameof(Verdict.Synthetic), line, ReadTruth),
        };
        return verdict.Label.Length + verdict.Note.Length > 0 ? verdict : null;
    }

    // A cell that a row lacks at its end is empty.
    private string Raw(string column) =>
        _places[column] is >= 0 and int place && place < _cells.Length ? _cells[place] : "";

    private string Text(string column) => SpreadsheetText.Unescape(Raw(column));

    private T Cell<T>(string column, long line, Func<string, T> read)
    {
        try
        {
            return read(Raw(column));
        }
        catch (FormatException error)
        {
            throw new TableException(
                TableError.TableDamaged, $"Line {line}, column {column}: {error.Message}", error);
        }
    }

    private double? ReadNumber(string cell)
    {
        string text = _hasDecimalCommas ? cell.Replace(',', '.') : cell;
        return Number.IsMissing(text) ? null : Number.Parse(text);
    }

    private double? ReadPeriod(string cell) => ReadNumber(cell) is not <= 0 and var period
        ? period
        : throw new FormatException($"A period is more than 0 days, not '{Excerpt.Of(cell)}'.");

    // As it is written here, or as Export-Csv and spreadsheets write one, in the session's culture.
    private static DateTimeOffset ReadTime(string cell)
    {
        bool isIso = cell.Length > 4 && cell[4] == '-';
        return string.IsNullOrWhiteSpace(cell) ? default
            : DateTimeOffset.TryParse(
                cell,
                isIso ? CultureInfo.InvariantCulture : CultureInfo.CurrentCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out DateTimeOffset time)
            ? time
            : throw new FormatException($"'{Excerpt.Of(cell)}' is not a time, as in 2026-11-27T18:03:11Z.");
    }

    private static bool ReadTruth(string cell) => !string.IsNullOrWhiteSpace(cell)
        && (bool.TryParse(cell, out bool truth)
            ? truth
            : throw new FormatException($"'{Excerpt.Of(cell)}' is neither True nor False."));
}
