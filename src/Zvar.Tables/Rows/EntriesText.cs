using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zvar.Tables;

// The match files and the periods of a star in one cell: as JSON, without what the star itself says.
internal static class EntriesText<TEntry>
    where TEntry : class
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Column<TEntry>[] Columns =
    [
        .. ((IEnumerable<Column<TEntry>>)(typeof(TEntry) == typeof(Matchfile)
                ? (object)MatchfileTable.Columns
                : PeriodTable.Columns))
            .Where(column => column.Name is not (nameof(ZvarObject.Psid) or nameof(ZvarObject.Synthetic))),
    ];

    private static readonly RowMaker<TEntry> Maker = new(Columns.Select(column => column.Name));

    internal static string Format(IEnumerable<TEntry> entries)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartArray();
            foreach (TEntry entry in entries)
            {
                json.WriteStartObject();
                foreach (Column<TEntry> column in Columns)
                {
                    Write(json, column.Name, column.Read(entry));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    internal static Entries<TEntry> Parse(string text)
    {
        // A table that was written by Export-Csv has the text of the entries here, which is for people.
        if (!text.StartsWith('['))
        {
            return new Entries<TEntry>([]);
        }

        return new Entries<TEntry>(
        [
            .. JsonNode.Parse(text)!.AsArray().Select(entry => Maker.Make(
                name => CellOf(Columns.First(column => column.Name == name), entry?[name]))),
        ]);
    }

    private static void Write(Utf8JsonWriter json, string name, object? cell)
    {
        switch (cell)
        {
            case double number when double.IsFinite(number):
                json.WriteNumber(name, number);
                break;
            case double number when !double.IsNaN(number):
                json.WriteString(name, number > 0 ? "inf" : "-inf");
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case string text:
                json.WriteString(name, text);
                break;
        }
    }

    private static object? CellOf(Column column, JsonNode? node) => (column.Type, node) switch
    {
        (ColumnType.Real, null) => double.NaN,
        (_, null) => null,
        (ColumnType.Real, { } number) when number.GetValueKind() == JsonValueKind.String =>
            RealParser.Parse(number.GetValue<string>()),
        (ColumnType.Real, { } number) => number.GetValue<double>(),
        (ColumnType.Integer, { } number) => number.GetValue<int>(),
        (_, { } text) => text.GetValue<string>(),
    };
}
