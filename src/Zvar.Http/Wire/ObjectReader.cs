using System.Text.Json;

namespace Zvar.Http;

// Reads a ZVAR object from its opening brace to its closing one.
internal static class ObjectReader
{
    internal static ZvarObject Read(ref Utf8JsonReader reader)
    {
        long psid = FindPsid(reader);
        double ra = double.NaN;
        double dec = double.NaN;
        int type = 0;
        List<Matchfile> matchfiles = [];
        List<ZvarPeriod> periods = [];
        Span<char> name = stackalloc char[WireValue.LongestName];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            switch (WireValue.ReadName(in reader, name))
            {
                case ServiceName.Ra:
                    ra = WireValue.ReadNumber(ref reader);
                    break;
                case ServiceName.Dec:
                    dec = WireValue.ReadNumber(ref reader);
                    break;
                case ServiceName.ObjectType:
                    type = WireValue.ReadInteger(ref reader);
                    break;
                case Fields.Matchfiles:
                    matchfiles = EntryList.Read(
                        ref reader, (ref Utf8JsonReader entry) => MatchfileReader.Read(ref entry, psid));
                    break;
                case Fields.Periods:
                    periods = EntryList.Read(
                        ref reader, (ref Utf8JsonReader entry) => PeriodReader.Read(ref entry, psid));
                    break;
                default:
                    WireValue.Pass(ref reader);
                    break;
            }
        }

        if (double.IsNaN(ra) || double.IsNaN(dec))
        {
            throw new JsonException($"the object {psid} has no position");
        }

        WireValue.CheckPosition(ra, dec);
        return new ZvarObject
        {
            Psid = psid,
            Ra = ra,
            Dec = dec,
            ObjectType = (ObjectType)type,
            Matchfiles = new Entries<Matchfile>(matchfiles),

            // An entry without a period says nothing.
            Periods = new Entries<ZvarPeriod>([.. periods.Where(entry => !double.IsNaN(entry.Period))]),
        };
    }

    // The entries inside carry the psid, and it need not be the first field.
    private static long FindPsid(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            if (ahead.ValueTextEquals(ServiceName.Psid))
            {
                return WireValue.ReadPsid(ref ahead);
            }

            WireValue.Pass(ref ahead);
        }

        throw new JsonException("an object has no psid");
    }
}
