using System.Globalization;
using System.Xml;

namespace Zvar.Tables;

// Rows in TABLEDATA: an element a row, in it one a cell.
internal sealed class VOTableTextRows(XmlReader xml, VOTableField[] fields) : VOTableRows
{
    private readonly TextCells[] _cells = [.. fields.Select(field => TextCells.Of(field.Column))];
    private bool _ended = xml.IsEmptyElement;

    internal override TableBlock? Read()
    {
        int count = 0;
        while (count < TableBlock.MostRows && !_ended && xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "TABLEDATA" })
            {
                _ended = true;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "TR" })
            {
                ReadRow();
                count++;
            }
        }

        return count == 0 ? null : new TableBlock(count, [.. _cells.Select(cells => cells.Take())]);
    }

    private void ReadRow()
    {
        int column = 0;
        bool isIn = !xml.IsEmptyElement && xml.Read();
        while (isIn && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "TD" })
            {
                isIn = xml.Read();
                continue;
            }

            // Behind the cell afterwards.
            string cell = xml.ReadElementContentAsString();
            if (column == fields.Length)
            {
                throw new TableException(
                    TableError.TableDamaged, $"A row of the VOTable has more cells than its {fields.Length} columns.");
            }

            Add(column++, cell);
        }

        for (; column < fields.Length; column++)
        {
            Add(column, "");
        }
    }

    private void Add(int column, string cell)
    {
        VOTableField field = fields[column];
        try
        {
            string text = field.IsText && !field.Column.IsList ? cell : cell.Trim();
            _cells[column].Add(
                text == field.Null ? "" : field.Column.IsList ? ListOf(field, text) : InDigits(field, text), quoted: false);
        }
        catch (Exception error) when (error is FormatException or OverflowException or System.Text.Json.JsonException)
        {
            throw new TableException(
                TableError.TableDamaged,
                $"'{Excerpt.Of(cell)}' is not {field.Column.Type}, as the column {Excerpt.Of(field.Column.Name)} of the VOTable"
                + " is.",
                error);
        }
    }

    private static string InDigits(VOTableField field, string text) => field.Column.Type switch
    {
        ColumnType.Logical when text is "?" => "",
        ColumnType.Long or ColumnType.Integer when text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) =>
            Convert.ToInt64(text, 16).ToString(CultureInfo.InvariantCulture),
        _ => text,
    };

    // A list is numbers with blanks between them, or texts of one width.
    private static string ListOf(VOTableField field, string text) => field.Column.Type switch
    {
        ColumnType.Text => ListText.Format(text.Chunk(Math.Max(1, field.TextWidth))
            .Select(letters => new string(letters).TrimEnd(' ')).ToArray()),
        ColumnType.Real => ListText.Format(Words(text).Select(word => RealParser.Parse(word)).ToArray()),
        ColumnType.Logical => ListText.Format(Words(text).Select(word => word is "T" or "t" or "1" or "true").ToArray()),
        _ => $"[{string.Join(',', Words(text))}]",
    };

    private static string[] Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
