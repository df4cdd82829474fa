using System.Text.Json;

namespace Zvar.Http;

// Which file of the survey a row is about, field by field as they come.
internal struct FileAddress()
{
    internal int Field { get; private set; }

    internal int Ccd { get; private set; }

    internal int Quad { get; private set; }

    internal string Band { get; private set; } = "";

    // Reads a value if its name is one of the address's.
    internal bool TryRead(scoped ReadOnlySpan<char> name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case ServiceName.Field:
                Field = WireValue.ReadInteger(ref reader);
                return true;
            case ServiceName.Ccd:
                Ccd = WireValue.ReadInteger(ref reader);
                return true;
            case ServiceName.Quad:
                Quad = WireValue.ReadInteger(ref reader);
                return true;
            case ServiceName.Band:
                Band = WireValue.ReadBand(ref reader);
                return true;
            default:
                return false;
        }
    }
}
