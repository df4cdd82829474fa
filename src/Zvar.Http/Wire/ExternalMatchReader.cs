using System.Text.Json;

namespace Zvar.Http;

// Reads objects of another catalogue, and the ZVAR objects near each where the response has them. Their columns have
// the same names over and over, each once in memory.
internal sealed class ExternalMatchReader
{
    private readonly StringPool _names = new();

    internal ExternalMatch Read(ref Utf8JsonReader reader)
    {
        string id = "";
        double ra = double.NaN;
        double dec = double.NaN;
        IReadOnlyList<ZvarObject> objects = [];
        var columns = new Dictionary<string, object>(StringComparer.Ordinal);
        Span<char> name = stackalloc char[WireValue.LongestName];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            switch (WireValue.ReadName(in reader, name))
            {
                case ServiceName.Id:
                    id = WireValue.ReadId(ref reader);
                    break;
                case ServiceName.Ra:
                    ra = WireValue.ReadNumber(ref reader);
                    break;
                case ServiceName.Dec:
                    dec = WireValue.ReadNumber(ref reader);
                    break;
                case Fields.ObjectMatches:
                    objects = EntryList.Read(ref reader, ObjectReader.Read);
                    break;
                default:
                    string column = _names.Share(reader.GetString()!);
                    columns[column] = WireValue.ReadAny(ref reader);
                    break;
            }
        }

        WireValue.CheckPosition(ra, dec);
        return new ExternalMatch(new CatalogRow(id, ra, dec, columns), objects);
    }
}
