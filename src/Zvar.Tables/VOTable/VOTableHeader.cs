using System.Xml;

namespace Zvar.Tables;

// The head of a VOTable 1.4 (IVOA Recommendation of 2019): what the table is, where from, and its columns.
internal static class VOTableHeader
{
    internal const string Namespace = "http://www.ivoa.net/xml/VOTable/v1.3";

    // Up to the columns: the table's element and those around it stay open.
    internal static void Write(XmlWriter xml, TableHeader header)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("VOTABLE", Namespace);
        xml.WriteAttributeString("version", "1.4");
        xml.WriteStartElement("RESOURCE", Namespace);
        if (header.Columns.Any(column => column.Ucd is "pos.eq.ra;meta.main"))
        {
            xml.WriteStartElement("COOSYS", Namespace);
            xml.WriteAttributeString("ID", "icrs");
            xml.WriteAttributeString("system", "ICRS");
            xml.WriteEndElement();
        }

        xml.WriteStartElement("TABLE", Namespace);
        xml.WriteAttributeString("name", header.Name);
        foreach ((string name, string value) in header.Facts)
        {
            xml.WriteStartElement("PARAM", Namespace);
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("datatype", "unicodeChar");
            xml.WriteAttributeString("arraysize", "*");
            xml.WriteAttributeString("value", Allowed(value));
            xml.WriteEndElement();
        }

        foreach (Column column in header.Columns)
        {
            WriteField(xml, column);
        }
    }

    // What XML 1.0 cannot hold, not even as a reference, is shown by the sign that Unicode has for a letter lost.
    internal static string Allowed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsAllowed(text, i))
            {
                return string.Create(text.Length, text, (allowed, from) =>
                {
                    for (int at = 0; at < allowed.Length; at++)
                    {
                        allowed[at] = IsAllowed(from, at) ? from[at] : '\uFFFD';
                    }
                });
            }
        }

        return text;
    }

    private static bool IsAllowed(string text, int at) => XmlConvert.IsXmlChar(text[at])
        || (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        || (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]));

    private static void WriteField(XmlWriter xml, Column column)
    {
        xml.WriteStartElement("FIELD", Namespace);
        xml.WriteAttributeString("name", Allowed(column.Name));
        xml.WriteAttributeString("datatype", column.Type switch
        {
            ColumnType.Long => "long",
            ColumnType.Integer => "int",
            ColumnType.Real => "double",
            ColumnType.Logical => "boolean",
            _ => "unicodeChar",
        });
        if (column.IsList || column.Type == ColumnType.Text)
        {
            xml.WriteAttributeString("arraysize", "*");
        }

        Write("unit", column.Unit);
        Write("ucd", column.Ucd);
        Write("ref", column.Ucd is "pos.eq.ra;meta.main" or "pos.eq.dec;meta.main" ? "icrs" : null);
        if (column.Description.Length > 0)
        {
            xml.WriteElementString("DESCRIPTION", Namespace, Allowed(column.Description));
        }

        xml.WriteEndElement();

        void Write(string name, string? value)
        {
            if (value is not null)
            {
                xml.WriteAttributeString(name, value);
            }
        }
    }
}
