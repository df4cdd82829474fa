using System.Text.Json;

namespace Zvar.Http;

// Reads a candidate period of an object.
internal static class PeriodReader
{
    internal static ZvarPeriod Read(ref Utf8JsonReader reader, long psid)
    {
        var file = new FileAddress();
        double period = double.NaN;
        double significance = double.NaN;
        double stringLength = double.NaN;
        int bins = 0;
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
                case ServiceName.Period:
                    period = WireValue.ReadNumber(ref reader);
                    break;
                case ServiceName.Significance:
                    significance = WireValue.ReadNumber(ref reader);
                    break;
                case ServiceName.StringLength:
                    stringLength = WireValue.ReadNumber(ref reader);
                    break;
                case ServiceName.Bins:
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
            Field = file.Field,
            Ccd = file.Ccd,
            Quad = file.Quad,
            Band = file.Band,
            Period = period,
            Significance = significance,
            StringLength = stringLength,
            Bins = bins,
        };
    }
}
