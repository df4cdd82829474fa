using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Xml;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Writes the properties of objects that are numbers, truths and text as a VOTable, under their own names; positions
/// are marked as such, so that other programs can draw them.
/// </summary>
internal static class PropertyTable
{
    private const string Namespace = "http://www.ivoa.net/xml/VOTable/v1.3";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false) };

    /// <summary>Writes one table: a row each, in their order.</summary>
    internal static void Write(
        Stream stream, string name, IReadOnlyList<PSObject> rows, CancellationToken cancellationToken)
    {
        (string Name, string Type)[] columns = ColumnsOf(rows);
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartElement("VOTABLE", Namespace);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("RESOURCE");
        xml.WriteStartElement("TABLE");
        xml.WriteAttributeString("name", VisibleText.Of(name));
        xml.WriteAttributeString("nrows", rows.Count.ToString(CultureInfo.InvariantCulture));
        foreach ((string column, string type) in columns)
        {
            xml.WriteStartElement("FIELD");
            xml.WriteAttributeString("name", VisibleText.Of(column));
            xml.WriteAttributeString("datatype", type);
            if (type == "unicodeChar")
            {
                xml.WriteAttributeString("arraysize", "*");
            }

            WriteMeaning(xml, column);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("DATA");
        xml.WriteStartElement("TABLEDATA");
        foreach (PSObject row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            xml.WriteStartElement("TR");
            foreach ((string column, string type) in columns)
            {
                xml.WriteElementString("TD", TextOf(row.Properties[column]?.Value, type));
            }

            xml.WriteEndElement();
        }
    }

    private static (string Name, string Type)[] ColumnsOf(IReadOnlyList<PSObject> rows)
    {
        var types = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (PSPropertyInfo property in rows.SelectMany(row => row.Properties))
        {
            if (!types.TryGetValue(property.Name, out string? known))
            {
                names.Add(property.Name);
            }

            types[property.Name] = Wider(known, TypeOf(property));
        }

        return [.. names.Where(name => types[name] is not null).Select(name => (name, types[name]!))];
    }

    // A column whose cells are of several kinds is text.
    private static string? Wider(string? known, string? type) => known is null || type is null || known == type
        ? known ?? type
        : "unicodeChar";

    private static string? TypeOf(PSPropertyInfo property) => Argument.Unwrap(property.Value) switch
    {
        bool => "boolean",
        Enum or string or char => "unicodeChar",
        byte or sbyte or short or ushort or int or uint or long => "long",
        float or double or decimal => "double",
        _ => null,
    };

    private static string TextOf(object? value, string type) => Argument.Unwrap(value) switch
    {
        null => "",
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "NaN",
        bool truth when type == "boolean" => truth ? "T" : "F",
        Enum word => word.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => VisibleText.Of($"{other}"),
    };

    private static void WriteMeaning(XmlWriter xml, string column)
    {
        if (Array.Find([.. ObjectTable.Columns], one => one.Name == column) is { } known)
        {
            if (known.Unit is not null)
            {
                xml.WriteAttributeString("unit", known.Unit);
            }

            if (known.Ucd is not null)
            {
                xml.WriteAttributeString("ucd", known.Ucd);
            }
        }
    }
}
