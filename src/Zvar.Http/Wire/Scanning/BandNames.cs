using System.Text.Json;

namespace Zvar.Http;

// The bands of a response, each once in memory however many points name it. There are few, with short names.
internal sealed class BandNames
{
    private const int Most = 255;
    private const int LongestName = 64;

    private readonly StringPool _names = new();

    internal string Share(string name)
    {
        string shared = _names.Share(name);
        return shared.Length <= LongestName && _names.Count <= Most
            ? shared
            : throw new JsonException(
                $"it has more than {Most} bands, or one whose name is longer than {LongestName} characters");
    }
}
