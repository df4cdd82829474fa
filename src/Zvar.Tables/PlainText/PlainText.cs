using System.Text;

namespace Zvar.Tables;

// Tables of plain text in the forms that surveys give them: separated by a sign or by blanks, with or without remarks
// after # before them, and those of IPAC with bars over the columns.
internal static class PlainText
{
    // The line with the names is among the first.
    private const int MostRemarks = 1000;
    private const int LongestLine = 1 << 20;

    private static readonly char[] Delimiters = ['\t', ';', ',', '|'];

    internal static TableReader Open(Stream input, Func<IReadOnlyList<string>, TableHeader> headerOf)
    {
        var text = new StreamReader(input, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
        List<string> remarks = [];
        string? line;
        while ((line = ReadLine(text)) is not null && IsRemark(line) && remarks.Count < MostRemarks)
        {
            remarks.Add(line);
        }

        string? first = line;
        if (first is null)
        {
            throw new TableException(
                TableError.TableNotUnderstood,
                remarks.Count == 0 ? "The file is empty." : "The file has remarks alone, and no row.");
        }

        if (first.StartsWith('|'))
        {
            return IpacReader.Open(text, first, headerOf);
        }

        // Where the first line has numbers, the names are in the last remark, if anywhere.
        bool hasNames = !LooksLikeRow(first);
        string names = hasNames ? first
            : remarks.LastOrDefault(remark => remark.TrimStart('#', ' ').Length > 0)?.TrimStart('#', ' ') ?? "";
        char? delimiter = DelimiterOf(hasNames ? first : names, first);
        LinesBefore rest = hasNames ? Before(first, text) : Before($"{names}\n{first}", text);
        if (names.Length == 0)
        {
            throw new TableException(
                TableError.TableNotUnderstood,
                $"The table has no names over its columns: its first line is '{Excerpt.Of(first)}'. Put a line of names before"
                + " it.");
        }

        return delimiter is { } sign
            ? DelimitedReader.Open(rest, sign, headerOf)
            : BlankSeparatedReader.Open(rest, headerOf);
    }

    internal static string? ReadLine(TextReader text)
    {
        string? line = text.ReadLine();
        return line?.Length > LongestLine
            ? throw new TableException(
                TableError.TableDamaged, $"A line has {line.Length} letters: this is no table of text.")
            : line;
    }

    private static bool IsRemark(string line) =>
        line.Length == 0 || line[0] is '#' or '\\' || string.IsNullOrWhiteSpace(line);

    // The sign that parts the columns; null for blanks. Names may end in a comma and be parted by blanks all the same:
    // then the rows have none.
    private static char? DelimiterOf(string names, string first)
    {
        foreach (char delimiter in Delimiters)
        {
            if (names.Contains(delimiter) && (ReferenceEquals(names, first) || first.Contains(delimiter)))
            {
                return delimiter == ',' && names.Contains(", ", StringComparison.Ordinal) && !first.Contains(',')
                    ? null
                    : delimiter;
            }
        }

        return names.Trim().Contains(' ') ? null : ',';
    }

    private static bool LooksLikeRow(string line)
    {
        string[] words = line.Split([',', ';', '\t', ' ', '|'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words.Any(word => RealLooks(word)) && words.Count(RealLooks) * 2 >= words.Length;
    }

    private static bool RealLooks(string word) => Number.TryParse(word.Trim('"'), out _);

    private static LinesBefore Before(string first, TextReader rest) => new LinesBefore(first + "\n", rest);
}
