using System.Text.Json;

namespace Zvar.Http;

// Parses a response into the entries in it, by name where they have one.
internal sealed class EntryParser<T>(ResponseShape shape, EntryReader<T> read, IReadOnlySet<string>? names = null)
    : ResponseParser(shape)
{
    private readonly Dictionary<string, List<T>> _byName = new(StringComparer.Ordinal);
    private List<T> _entries = [];

    // The entries of a response without names.
    internal IReadOnlyList<T> Entries => _entries;

    // The entries under a name; none where the response does not have it, or has null for it.
    internal IReadOnlyList<T> this[string name] => _byName.GetValueOrDefault(name) ?? [];

    protected override void OnName(string name)
    {
        _entries = [];
        if (names?.Contains(name) == false)
        {
            throw new JsonException($"it speaks of '{name}', which was not asked for");
        }

        if (!_byName.TryAdd(name, _entries))
        {
            throw new JsonException($"it has '{name}' twice");
        }
    }

    protected override int ReadEntries(ReadOnlySpan<byte> json)
    {
        var ahead = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        if (!ahead.Read() || !ahead.TrySkip())
        {
            return 0;
        }

        var reader = new Utf8JsonReader(json[..(int)ahead.BytesConsumed]);
        reader.Read();
        _entries.Add(read(ref reader));
        return (int)ahead.BytesConsumed;
    }
}
