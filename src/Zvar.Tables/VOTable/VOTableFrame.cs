using System.Text;
using System.Xml;

namespace Zvar.Tables;

// The document that stands around the rows of a VOTable.
internal static class VOTableFrame
{
    // Where the rows come, of which a header cannot have the like: it escapes the brackets.
    private const string Place = "<!--rows-->";

    internal static (string Before, string After) Of(TableHeader header, string serialization)
    {
        string document = Write(header, xml =>
        {
            xml.WriteStartElement("DATA", VOTableHeader.Namespace);
            xml.WriteStartElement(serialization, VOTableHeader.Namespace);
            if (serialization != "TABLEDATA")
            {
                xml.WriteStartElement("STREAM", VOTableHeader.Namespace);
                xml.WriteAttributeString("encoding", "base64");
            }

            xml.WriteRaw(Place);
        });
        int at = document.IndexOf(Place, StringComparison.Ordinal);
        return (document[..at], document[(at + Place.Length)..]);
    }

    // The document without rows, as the metadata of a file of another format.
    internal static string WithoutData(TableHeader header) => Write(header, _ => { });

    private static string Write(TableHeader header, Action<XmlWriter> data)
    {
        var text = new Utf8StringWriter();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true }))
        {
            VOTableHeader.Write(xml, header);
            data(xml);
            xml.WriteEndDocument();
        }

        return text.ToString();
    }

    private sealed class Utf8StringWriter : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
