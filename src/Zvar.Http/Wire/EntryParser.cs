using System.Text.Json;

namespace Zvar.Http;

// Parses a response into the entries in it, by name where they have one.
internal sealed class EntryParser<T>(ResponseShape shape, EntryReader<T> read, IReadOnlySet<string>? names = null)
    : ResponseParser(shape)
{
    // A field's name and value in an object or a dictionary; beside them, a text has two bytes a letter.
    private const int SizeOfValue = 50;
    private const int SizeOfLetter = 2;

    private readonly Dictionary<string, List<T>> _byName = new(StringComparer.Ordinal);
    private List<T> _entries = [];
    private long _values;
    private long _letters;

    // The entries of a response without names.
    internal IReadOnlyList<T> Entries => _entries;

    // The entries under a name; none where the response does not have it, or has null for it.
    internal IReadOnlyList<T> this[string name] => _byName.GetValueOrDefault(name) ?? [];

    internal override long Size => (SizeOfValue * _values) + (SizeOfLetter * _letters);

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
        int values = 0;
        do
        {
            if (!ahead.Read())
            {
                return 0;
            }

            values++;
        }
        while (ahead.CurrentDepth > 0 || ahead.TokenType != JsonTokenType.EndObject);

        _values += values;
        _letters += ahead.BytesConsumed;
        var reader = new Utf8JsonReader(json[..(int)ahead.BytesConsumed]);
        reader.Read();
        _entries.Add(read(ref reader));
        return (int)ahead.BytesConsumed;
    }
}
