using System.Xml;

namespace Zvar.Tables;

// Reads what comes before the rows of a VOTable's table.
internal static class VOTableHead
{
    // The reader is at the element of the rows afterwards, where rows are wanted.
    internal static (TableHeader Header, VOTableField[] Fields) Read(XmlReader xml, bool needsData)
    {
        List<KeyValuePair<string, string>> facts = [];
        List<VOTableField> fields = [];
        string name = "";
        bool isVOTable = false;
        int tables = 0;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "TABLE" } && !needsData)
            {
                break;
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            isVOTable |= xml.LocalName == "VOTABLE";
            switch (xml.LocalName)
            {
                case "INFO" when xml.GetAttribute("name") == "QUERY_STATUS" && xml.GetAttribute("value") == "ERROR":
                    throw new TableException(
                        TableError.TableNotUnderstood,
                        $"The VOTable has no table: its service said '{Excerpt.Of(xml.ReadElementContentAsString().Trim())}'.");
                case "INFO" or "PARAM":
                    facts.Add(KeyValuePair.Create(xml.GetAttribute("name") ?? "", xml.GetAttribute("value") ?? ""));
                    break;
                case "TABLE":
                    fields.Clear();
                    name = xml.GetAttribute("name") ?? "";
                    tables++;
                    break;
                case "FIELD":
                    fields.Add(ReadField(xml, fields.Count + 1));
                    break;
                case "TABLEDATA" or "BINARY" or "BINARY2" or "FITS" when fields.Count > 0:
                    return Done();
            }
        }

        return !needsData && fields.Count > 0 ? Done() : throw new TableException(
            isVOTable ? TableError.TableNotUnderstood : TableError.TableDamaged,
            isVOTable ? $"The VOTable has no rows ({tables} tables without)." : "The XML is no VOTable.");

        (TableHeader, VOTableField[]) Done() => (
            new TableHeader(name, [.. fields.Select(field => field.Column)]) { Facts = facts },
            [.. fields]);
    }

    private static VOTableField ReadField(XmlReader xml, int number)
    {
        VOTableField field = VOTableField.Read(xml, number);
        if (xml.IsEmptyElement)
        {
            return field;
        }

        using XmlReader inside = xml.ReadSubtree();
        inside.Read();
        while (inside.Read())
        {
            if (inside is { NodeType: XmlNodeType.Element, LocalName: "DESCRIPTION" })
            {
                using XmlReader text = inside.ReadSubtree();
                text.Read();
                field = field with
                {
                    Column = field.Column with { Description = text.ReadElementContentAsString().Trim() },
                };
            }
            else if (inside is { NodeType: XmlNodeType.Element, LocalName: "VALUES" })
            {
                field = field with { Null = inside.GetAttribute("null") ?? field.Null };
            }
        }

        return field;
    }
}
