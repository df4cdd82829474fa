using System.Globalization;
using System.Text;
using nietras.SeparatedValues;

namespace Zvar.Tables;

/// <summary>
/// The file of verdicts: comma-separated values as RFC 4180 has them, in UTF-8 with its mark, so that spreadsheets read
/// it as it is meant. The columns are those of <see cref="Columns"/>; a psid is written as
/// <see cref="Psid.NameOf"/> has it, a time as in <c>2026-11-27T18:03:11Z</c>; and a text of which a spreadsheet would
/// make a formula or a number has an apostrophe before it, which reading takes off again.
/// </summary>
public static class VerdictFile
{
    /// <summary>The names of the columns, in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        nameof(Verdict.Psid), nameof(Verdict.Label), nameof(Verdict.Period), nameof(Verdict.Epoch),
        nameof(Verdict.Note), nameof(Verdict.Labeller), nameof(Verdict.Time), nameof(Verdict.TargetName),
        nameof(Verdict.Synthetic),
    ];

    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>Writes verdicts. The stream stays open.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(Stream output, IEnumerable<Verdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        using var text = new StreamWriter(output, Encoding.UTF8, leaveOpen: true) { NewLine = "\r\n" };
        text.WriteLine(string.Join(',', Columns));
        foreach (Verdict verdict in verdicts)
        {
            text.WriteLine(string.Join(',', CellsOf(verdict)));
        }
    }

    /// <summary>
    /// Reads verdicts, of a file as <see cref="Write"/> writes it, or as a spreadsheet has saved it again: with other
    /// signs between the columns, which may be in any order and case. Of columns there are Label, and Psid or
    /// TargetName; the others may be missing.
    /// </summary>
    /// <returns>The verdicts, but for the rows that have neither label nor note.</returns>
    /// <exception cref="TableException">
    /// It is no such table, or there is something in it that cannot be read; the message names line and column.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<Verdict> Read(Stream input)
    {
        string text = ReadText(input);
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        char delimiter = DelimiterOf(text);
        using SepReader rows = DelimitedReader.Guard(() => Sep.New(delimiter)
            .Reader(options => options with { HasHeader = false, DisableColCountCheck = true }).FromText(text));
        return DelimitedReader.Guard(() => ReadRows(rows, delimiter));
    }

    private static string ReadText(Stream input)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        using var text = new StreamReader(
            input, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        try
        {
            return text.ReadToEnd();
        }
        catch (DecoderFallbackException error)
        {
            throw new TableException(
                TableError.TableNotUnderstood,
                "The file is not in UTF-8: let the program that wrote it save it as 'CSV UTF-8'.",
                error);
        }
    }

    private static char DelimiterOf(string text)
    {
        string names = text.Split('\n', 2)[0];
        return Delimiters.MaxBy(delimiter => names.Count(letter => letter == delimiter));
    }

    private static List<Verdict> ReadRows(SepReader rows, char delimiter)
    {
        List<Verdict> verdicts = [];
        VerdictRow? row = null;
        while (rows.MoveNext())
        {
            string[] cells = new string[rows.Current.ColCount];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = DelimitedReader.Unquote(rows.Current[i].ToString());
            }

            if (row is null)
            {
                row = new VerdictRow(cells, hasDecimalCommas: delimiter != ',');
            }
            else if (row.Read(cells, rows.Current.LineNumberFrom) is { } verdict)
            {
                verdicts.Add(verdict);
            }
        }

        return verdicts;
    }

    private static IEnumerable<string> CellsOf(Verdict verdict)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        yield return verdict.Psid > 0 ? Psid.NameOf(verdict.Psid) : "";
        yield return TextOf(verdict.Label);
        yield return verdict.Period?.ToString("R", invariant) ?? "";
        yield return verdict.Epoch?.ToString("R", invariant) ?? "";
        yield return TextOf(verdict.Note);
        yield return TextOf(verdict.Labeller);
        yield return verdict.GetTimeText();
        yield return TextOf(verdict.TargetName);
        yield return verdict.Synthetic ? "True" : "False";
    }

    private static string TextOf(string text) => text.Length == 0 ? "" : CsvText.Quote(SpreadsheetText.Escape(text));
}
