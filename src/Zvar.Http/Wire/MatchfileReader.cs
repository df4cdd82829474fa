using System.Text.Json;

namespace Zvar.Http;

// Reads a match file of an object.
internal static class MatchfileReader
{
    internal static Matchfile Read(ref Utf8JsonReader reader, long psid)
    {
        var file = new FileAddress();
        int exposures = 0;
        int index = 0;
        double amplitude = double.NaN;
        double minMag = double.NaN;
        double maxMag = double.NaN;
        Span<char> name = stackalloc char[WireValue.LongestName];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<char> field = WireValue.ReadName(in reader, name);
            if (file.TryRead(field, ref reader))
            {
                continue;
            }

            switch (field)
            {
                case ServiceName.Exposures:
                    exposures = WireValue.ReadInteger(ref reader);
                    break;
                case ServiceName.Index:
                    index = WireValue.ReadInteger(ref reader);
                    break;
                case ServiceName.Amplitude:
                    amplitude = WireValue.ReadNumber(ref reader);
                    break;
                case ServiceName.MinMag:
                    minMag = WireValue.ReadNumber(ref reader);
                    break;
                case ServiceName.MaxMag:
                    maxMag = WireValue.ReadNumber(ref reader);
                    break;
                default:
                    WireValue.Pass(ref reader);
                    break;
            }
        }

        return new Matchfile
        {
            Psid = psid,
            Field = file.Field,
            Ccd = file.Ccd,
            Quad = file.Quad,
            Band = file.Band,
            Exposures = exposures,
            Index = index,
            Amplitude = amplitude,
            MinMag = minMag,
            MaxMag = maxMag,
        };
    }
}
