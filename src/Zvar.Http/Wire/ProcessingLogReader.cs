using System.Text.Json;

namespace Zvar.Http;

// Reads a row of the processing logs.
internal static class ProcessingLogReader
{
    internal static ProcessingLog Read(ref Utf8JsonReader reader)
    {
        int field = 0;
        int ccd = 0;
        int quad = 0;
        string band = "";
        var columns = new Dictionary<string, object>(StringComparer.Ordinal);
        Span<char> name = stackalloc char[WireValue.LongestName];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            switch (WireValue.ReadName(in reader, name))
            {
                case Fields.Field:
                    field = WireValue.ReadInteger(ref reader);
                    break;
                case Fields.Ccd:
                    ccd = WireValue.ReadInteger(ref reader);
                    break;
                case Fields.Quad:
                    quad = WireValue.ReadInteger(ref reader);
                    break;
                case Fields.Band:
                    band = WireValue.ReadBand(ref reader);
                    break;
                default:
                    string column = reader.GetString()!;
                    columns[column] = WireValue.ReadAny(ref reader);
                    break;
            }
        }

        return new ProcessingLog { Field = field, Ccd = ccd, Quad = quad, Band = band }.WithColumns(columns);
    }
}
