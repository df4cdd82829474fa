using System.Text.Json;

namespace Zvar.Http;

// The bands of a response, each once in memory however many points name it. There are few, with short names.
internal sealed class BandNames
{
    private const int Most = 255;
    private const int LongestName = 64;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    internal string Share(string name)
    {
        if (_names.TryGetValue(name, out string? shared))
        {
            return shared;
        }

        if (name.Length > LongestName || _names.Count == Most)
        {
            throw new JsonException(
                $"it has more than {Most} bands, or one whose name is longer than {LongestName} characters");
        }

        _names.Add(name);
        return name;
    }
}
