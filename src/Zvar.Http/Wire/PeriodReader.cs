using System.Text.Json;

namespace Zvar.Http;

// Reads a candidate period of an object.
internal static class PeriodReader
{
    internal static ZvarPeriod Read(ref Utf8JsonReader reader, long psid)
    {
        int field = 0;
        int ccd = 0;
        int quad = 0;
        string band = "";
        double period = double.NaN;
        double significance = double.NaN;
        double stringLength = double.NaN;
        int bins = 0;
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
                case Fields.Period:
                    period = WireValue.ReadNumber(ref reader);
                    break;
                case Fields.Significance:
                    significance = WireValue.ReadNumber(ref reader);
                    break;
                case Fields.StringLength:
                    stringLength = WireValue.ReadNumber(ref reader);
                    break;
                case Fields.Bins:
                    bins = WireValue.ReadInteger(ref reader);
                    break;
                default:
                    WireValue.Pass(ref reader);
                    break;
            }
        }

        return new ZvarPeriod
        {
            Psid = psid,
            Field = field,
            Ccd = ccd,
            Quad = quad,
            Band = band,
            Period = period,
            Significance = significance,
            StringLength = stringLength,
            Bins = bins,
        };
    }
}
