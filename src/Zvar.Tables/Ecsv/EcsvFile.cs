using System.Text;

namespace Zvar.Tables;

// Opens an enhanced CSV: the lines after # are its header, and rows as of a CSV follow.
internal static class EcsvFile
{
    internal const string Signature = "# %ECSV";

    private const int LongestHeader = 1 << 22;

    internal static TableReader Open(Stream input)
    {
        var text = new StreamReader(input, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
        var yaml = new StringBuilder();
        string? line;
        while ((line = PlainText.ReadLine(text)) is { } remark && remark.StartsWith('#'))
        {
            if (!remark.StartsWith(Signature, StringComparison.Ordinal))
            {
                bool hasBlank = remark.StartsWith("# ", StringComparison.Ordinal);
                yaml.Append(remark.AsSpan(hasBlank ? 2 : 1)).Append('\n');
            }

            if (yaml.Length > LongestHeader)
            {
                throw new TableException(TableError.TableDamaged, "The header of the ECSV does not end.");
            }
        }

        EcsvHeader header = EcsvHeader.Parse(yaml.ToString());
        if (line is null)
        {
            throw new TableException(TableError.TableDamaged, "The ECSV ends after its header: the names are missing.");
        }

        var rows = new LinesBefore(line + "\n", text);
        return DelimitedReader.Open(rows, header.Delimiter, names => Match(header, names));
    }

    private static TableHeader Match(EcsvHeader header, IReadOnlyList<string> names) =>
        names.SequenceEqual(header.Columns.Select(column => column.Name))
            ? header.Header
            : throw new TableException(
                TableError.TableDamaged,
                $"The columns of the header ({Excerpt.Of(string.Join(", ", header.Columns.Select(one => one.Name)))}) are"
                + $" not those over the rows ({Excerpt.Of(string.Join(", ", names))}).");
}
