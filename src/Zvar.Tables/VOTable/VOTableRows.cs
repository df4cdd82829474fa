using System.Xml;

namespace Zvar.Tables;

// Reads the rows of a VOTable, in whichever of its serializations.
internal abstract class VOTableRows
{
    internal abstract TableBlock? Read();

    // The reader is at the element of the rows.
    internal static VOTableRows Open(XmlReader xml, StreamElements elements, VOTableField[] fields)
    {
        string serialization = xml.LocalName;
        if (serialization == "TABLEDATA")
        {
            return new VOTableTextRows(xml, fields);
        }

        if (serialization == "FITS" || !xml.ReadToDescendant("STREAM", xml.NamespaceURI))
        {
            throw new TableException(
                TableError.TableNotUnderstood, $"The rows of the VOTable are in {serialization}, which is not read.");
        }

        if (xml.GetAttribute("href") is { } elsewhere)
        {
            throw new TableException(
                TableError.TableNotUnderstood,
                $"The rows of the VOTable are elsewhere, at '{Excerpt.Of(elsewhere)}': fetch them, or ask for a table that has"
                + " its rows within.");
        }

        if (xml.GetAttribute("encoding") is { } encoding and not "base64")
        {
            throw new TableException(
                TableError.TableNotUnderstood,
                $"The rows of the VOTable are in the encoding '{Excerpt.Of(encoding)}', which is not read.");
        }

        // Where the document is in UTF-16, the content is still in it.
        var content = new Base64Content(elements);
        byte[] some = new byte[1 << 14];
        ByteWindow.Source source = elements.IsAtContent ? content.Read : to =>
        {
            int read = xml.ReadElementContentAsBase64(some, 0, Math.Min(some.Length, to.Length));
            some.AsSpan(0, read).CopyTo(to);
            return read;
        };
        return new VOTableBinaryRows(new ByteWindow(source), fields, hasMask: serialization == "BINARY2");
    }
}
