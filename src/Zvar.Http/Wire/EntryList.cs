using System.Text.Json;

namespace Zvar.Http;

// Reads an entry from its opening brace to its closing one.
internal delegate T EntryReader<T>(ref Utf8JsonReader reader);

// Reads the entries that are the value of the field whose name the reader stands on: a list of them, a bare one (where
// only the closest was requested, perhaps), or null for none.
internal static class EntryList
{
    internal static List<T> Read<T>(ref Utf8JsonReader reader, EntryReader<T> read)
    {
        List<T> entries = [];
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return entries;
            case JsonTokenType.StartObject:
                entries.Add(read(ref reader));
                return entries;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    entries.Add(read(ref reader));
                }

                return reader.TokenType == JsonTokenType.EndArray
                    ? entries
                    : throw WireValue.Unexpected("an entry", ref reader);
            default:
                throw WireValue.Unexpected("a list", ref reader);
        }
    }
}
