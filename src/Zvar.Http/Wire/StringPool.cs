namespace Zvar.Http;

// The texts that a response has over and over, each once in memory.
internal sealed class StringPool
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    internal int Count => _texts.Count;

    internal string Share(string text)
    {
        if (_texts.TryGetValue(text, out string? shared))
        {
            return shared;
        }

        _texts.Add(text);
        return text;
    }
}
