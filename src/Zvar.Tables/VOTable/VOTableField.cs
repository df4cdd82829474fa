using System.Globalization;
using System.Xml;

namespace Zvar.Tables;

// A FIELD of a VOTable: the column, and how its cells are written.
internal sealed record VOTableField(Column Column, string Datatype, int? FixedLength, int TextWidth, string? Null)
{
    // The bytes of one element in a binary serialization; 0 for what is not read.
    internal int ElementSize => Datatype switch
    {
        "boolean" or "unsignedByte" or "char" or "bit" => 1,
        "short" or "unicodeChar" => 2,
        "int" or "float" => 4,
        "long" or "double" => 8,
        _ => 0,
    };

    internal bool IsText => Datatype is "char" or "unicodeChar";

    internal static VOTableField Read(XmlReader xml, int number)
    {
        string datatype = xml.GetAttribute("datatype") ?? "";
        string size = (xml.GetAttribute("arraysize") ?? "").Trim();
        ColumnType type = datatype switch
        {
            "boolean" => ColumnType.Logical,
            "bit" when size is "" or "1" => ColumnType.Logical,
            "unsignedByte" or "short" or "int" => ColumnType.Integer,
            "long" => ColumnType.Long,
            "float" or "double" => ColumnType.Real,
            "char" or "unicodeChar" => ColumnType.Text,
            _ => throw new TableException(
                TableError.TableNotUnderstood,
                $"A column of the VOTable is of the datatype '{Excerpt.Of(datatype)}', which is not read."),
        };

        // The last of several lengths may be any: 4x*, 10x2x5*.
        string[] lengths = size.Length == 0 ? [] : size.Split('x');
        bool isVariable = size.EndsWith('*');
        bool isText = type == ColumnType.Text;
        int textWidth = isText && lengths.Length > 1 ? ParseLength(lengths[0]) : 0;
        string? unit = xml.GetAttribute("unit");
        var column = new Column(xml.GetAttribute("name") ?? xml.GetAttribute("ID") ?? $"col{number}", type, "")
        {
            Unit = string.IsNullOrEmpty(unit) ? null : unit,
            Ucd = xml.GetAttribute("ucd"),
            IsList = isText ? lengths.Length > 1 : size.Length > 0 && size != "1",
            IsOptional = type is ColumnType.Long or ColumnType.Integer or ColumnType.Logical,
        };
        int? fixedLength = isVariable ? null : lengths.Aggregate(1, (all, one) => checked(all * ParseLength(one)));
        return new VOTableField(column, datatype, fixedLength, textWidth, Null: null);
    }

    private static int ParseLength(string text) =>
        int.TryParse(text.TrimEnd('*', 's'), NumberStyles.None, CultureInfo.InvariantCulture, out int length)
            && length < 1 << 20
            ? length
            : throw new TableException(
                TableError.TableDamaged, $"'{Excerpt.Of(text)}' is no arraysize of a column of the VOTable.");
}
