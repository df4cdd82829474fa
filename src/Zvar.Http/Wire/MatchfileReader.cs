using System.Text.Json;

namespace Zvar.Http;

// Reads a match file of an object.
internal static class MatchfileReader
{
    internal static Matchfile Read(ref Utf8JsonReader reader, long psid)
    {
        int field = 0;
        int ccd = 0;
        int quad = 0;
        string band = "";
        int exposures = 0;
        int index = 0;
        double amplitude = double.NaN;
        double minMag = double.NaN;
        double maxMag = double.NaN;
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
                case Fields.Exposures:
                    exposures = WireValue.ReadInteger(ref reader);
                    break;
                case Fields.Index:
                    index = WireValue.ReadInteger(ref reader);
                    break;
                case Fields.Amplitude:
                    amplitude = WireValue.ReadNumber(ref reader);
                    break;
                case Fields.MinMag:
                    minMag = WireValue.ReadNumber(ref reader);
                    break;
                case Fields.MaxMag:
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
            Field = field,
            Ccd = ccd,
            Quad = quad,
            Band = band,
            Exposures = exposures,
            Index = index,
            Amplitude = amplitude,
            MinMag = minMag,
            MaxMag = maxMag,
        };
    }
}
