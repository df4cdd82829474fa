using System.Text;
using System.Xml;

namespace Zvar.Tables.Samp;

/// <summary>
/// The XML-RPC that SAMP speaks: texts, lists and maps. What comes is read within bounds: no document type, so many
/// levels and no more, and no more characters than there are bytes to read.
/// </summary>
internal static class XmlRpc
{
    private const int Deepest = 16;

    private static readonly XmlWriterSettings Written = new() { Encoding = new UTF8Encoding(false) };

    // SAMP's texts are of ASCII, without control characters but those of a text of several lines.
    internal static string Clean(string text) => string.Create(text.Length, text, (clean, from) =>
    {
        for (int i = 0; i < from.Length; i++)
        {
            clean[i] = from[i] is (>= ' ' and < '\x7f') or '\t' or '\n' or '\r' ? from[i] : '?';
        }
    });

    internal static byte[] Call(string method, params ReadOnlySpan<object> parameters)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Written))
        {
            xml.WriteStartElement("methodCall");
            xml.WriteElementString("methodName", method);
            xml.WriteStartElement("params");
            foreach (object parameter in parameters)
            {
                xml.WriteStartElement("param");
                Write(xml, parameter);
                xml.WriteEndElement();
            }
        }

        return bytes.ToArray();
    }

    internal static byte[] Response(object value)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Written))
        {
            xml.WriteStartElement("methodResponse");
            xml.WriteStartElement("params");
            xml.WriteStartElement("param");
            Write(xml, value);
        }

        return bytes.ToArray();
    }

    internal static byte[] Fault(string message)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Written))
        {
            xml.WriteStartElement("methodResponse");
            xml.WriteStartElement("fault");
            Write(xml, new Dictionary<string, object> { ["faultCode"] = "1", ["faultString"] = message });
        }

        return bytes.ToArray();
    }

    /// <summary>Reads a call.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static (string Method, IReadOnlyList<object> Parameters) ReadCall(Stream stream) => Read(stream, xml =>
    {
        xml.ReadStartElement("methodCall");
        string method = xml.ReadElementContentAsString("methodName", "");
        var parameters = new List<object>();
        if (xml.IsStartElement("params") && !IsEmpty(xml))
        {
            while (xml.IsStartElement("param"))
            {
                xml.ReadStartElement();
                parameters.Add(ReadValue(xml, depth: 0));
                xml.ReadEndElement();
            }

            xml.ReadEndElement();
        }

        return (method, (IReadOnlyList<object>)parameters);
    });

    /// <summary>Reads a response.</summary>
    /// <returns>Its value, or the message of its fault.</returns>
    /// <exception cref="FormatException">It is none.</exception>
    internal static (object? Value, string? Fault) ReadResponse(Stream stream) =>
        Read<(object?, string?)>(stream, xml =>
    {
        xml.ReadStartElement("methodResponse");
        if (xml.IsStartElement("fault"))
        {
            xml.ReadStartElement();
            var fault = ReadValue(xml, depth: 0) as IReadOnlyDictionary<string, object>;
            return (null, fault?.GetValueOrDefault("faultString") as string ?? "");
        }

        // A method that gives nothing may answer with nothing.
        xml.ReadStartElement("params");
        if (!xml.IsStartElement("param"))
        {
            return ("", null);
        }

        xml.ReadStartElement();
        return (ReadValue(xml, depth: 0), null);
    });

    private static T Read<T>(Stream stream, Func<XmlReader, T> read)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        try
        {
            using var xml = XmlReader.Create(stream, settings);
            xml.MoveToContent();
            return read(xml);
        }
        catch (Exception error) when (error is XmlException or InvalidOperationException)
        {
            // The reader's own words repeat what was read, a key among it.
            throw new FormatException("It is no XML-RPC.");
        }
    }

    private static void Write(XmlWriter xml, object value)
    {
        xml.WriteStartElement("value");
        switch (value)
        {
            case IReadOnlyDictionary<string, object> map:
                xml.WriteStartElement("struct");
                foreach ((string name, object member) in map)
                {
                    xml.WriteStartElement("member");
                    xml.WriteElementString("name", Clean(name));
                    Write(xml, member);
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
                break;
            case IReadOnlyList<object> list:
                xml.WriteStartElement("array");
                xml.WriteStartElement("data");
                foreach (object element in list)
                {
                    Write(xml, element);
                }

                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            default:
                xml.WriteElementString("string", Clean((string)value));
                break;
        }

        xml.WriteEndElement();
    }

    // A text without an element around it is a text too, and a number counts as its text.
    private static object ReadValue(XmlReader xml, int depth)
    {
        if (depth > Deepest)
        {
            throw new XmlException();
        }

        if (!xml.IsStartElement("value"))
        {
            throw new XmlException();
        }

        if (IsEmpty(xml))
        {
            return "";
        }

        object value;
        if (xml.NodeType != XmlNodeType.Element)
        {
            value = xml.ReadContentAsString();
        }
        else
        {
            value = xml.Name switch
            {
                "struct" => ReadMap(xml, depth),
                "array" => ReadList(xml, depth),
                "string" or "int" or "i4" or "i8" or "boolean" or "double" => xml.ReadElementContentAsString(),
                _ => throw new XmlException(),
            };
        }

        xml.ReadEndElement();
        return value;
    }

    private static Dictionary<string, object> ReadMap(XmlReader xml, int depth)
    {
        var map = new Dictionary<string, object>();
        if (!IsEmpty(xml))
        {
            while (xml.IsStartElement("member"))
            {
                xml.ReadStartElement();
                string name = xml.ReadElementContentAsString("name", "");
                map[name] = ReadValue(xml, depth + 1);
                xml.ReadEndElement();
            }

            xml.ReadEndElement();
        }

        return map;
    }

    private static List<object> ReadList(XmlReader xml, int depth)
    {
        var list = new List<object>();
        xml.ReadStartElement();
        if (!IsEmpty(xml))
        {
            while (xml.IsStartElement("value"))
            {
                list.Add(ReadValue(xml, depth + 1));
            }

            xml.ReadEndElement();
        }

        xml.ReadEndElement();
        return list;
    }

    // Whether an element has nothing in it, however that is written; it is read then, and else entered.
    private static bool IsEmpty(XmlReader xml)
    {
        bool isEmpty = xml.IsEmptyElement;
        xml.ReadStartElement();
        if (!isEmpty && xml.NodeType == XmlNodeType.EndElement)
        {
            xml.ReadEndElement();
            isEmpty = true;
        }

        return isEmpty;
    }
}
