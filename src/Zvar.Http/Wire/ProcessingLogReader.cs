using System.Text.Json;

namespace Zvar.Http;

// Reads a row of the processing logs.
internal static class ProcessingLogReader
{
    internal static ProcessingLog Read(ref Utf8JsonReader reader)
    {
        var file = new FileAddress();
        var columns = new Dictionary<string, object>(StringComparer.Ordinal);
        Span<char> name = stackalloc char[WireValue.LongestName];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (file.TryRead(WireValue.ReadName(in reader, name), ref reader))
            {
                continue;
            }

            string column = reader.GetString()!;
            columns[column] = WireValue.ReadAny(ref reader);
        }

        return new ProcessingLog { Field = file.Field, Ccd = file.Ccd, Quad = file.Quad, Band = file.Band }
            .WithColumns(columns);
    }
}
