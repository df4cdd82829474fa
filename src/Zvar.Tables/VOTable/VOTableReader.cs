using System.Text;
using System.Xml;

namespace Zvar.Tables;

// The first table of a VOTable that has rows, in TABLEDATA, BINARY or BINARY2. Its document type is not read, and
// nothing that it names elsewhere.
internal sealed class VOTableReader : TableReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly StreamElements _elements;
    private readonly XmlReader _xml;
    private readonly VOTableRows _rows;

    internal VOTableReader(Stream input)
    {
        _elements = new StreamElements(input);
        _xml = XmlReader.Create(_elements, Settings);
        try
        {
            (Header, VOTableField[] fields) = Guard(ReadHeader);
            _rows = Guard(() => VOTableRows.Open(_xml, _elements, fields));
        }
        catch
        {
            _xml.Dispose();
            throw;
        }
    }

    public override TableHeader Header { get; }

    public override TableBlock? Read() => Guard(_rows.Read);

    // The head of a table from a document without rows.
    internal static TableHeader ReadHeader(string document)
    {
        using var reader = XmlReader.Create(new StringReader(document), Settings);
        return Guard(() => VOTableHead.Read(reader, needsData: false).Header);
    }

    protected override void Dispose(bool disposing)
    {
        _xml.Dispose();
        base.Dispose(disposing);
    }

    private (TableHeader Header, VOTableField[] Fields) ReadHeader() => VOTableHead.Read(_xml, needsData: true);

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is XmlException or DecoderFallbackException or OverflowException
            or InvalidOperationException or ArgumentException)
        {
            throw Damaged($"The VOTable is damaged: {Excerpt.Of(error.Message)}", error);
        }
    }
}
