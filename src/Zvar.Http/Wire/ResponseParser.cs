using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Zvar.Http;

// What a response looks like from outside.
internal enum ResponseShape
{
    // One entry: {...}
    Single,

    // Entries in a list: [{...}, ...]
    List,

    // Names, each with a list of entries, a bare entry, or null for none: {"name": [{...}, ...], ...}
    Named,
}

// Walks the outside of a response as its bytes arrive, cut anywhere, and hands the entries inside to those who know
// what is in them. Whatever is not exactly the shape promised is a JsonException.
internal abstract class ResponseParser(ResponseShape shape)
{
    private Place _place = Place.Start;

    private enum Place
    {
        Start,
        FirstName,
        Name,
        Colon,
        Value,
        BareEntry,
        FirstEntry,
        Entry,
        AfterEntry,
        AfterValue,
        End,
    }

    internal bool IsComplete => _place == Place.End;

    // Whether the headers of the response say that what is in it is made up. Set before anything is parsed.
    internal bool Synthetic { get; set; }

    // What has been made of the response takes about so many bytes of memory.
    internal abstract long Size { get; }

    // Goes as far as the bytes allow. What it has not taken must be there again next time, with more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Parse(ReadOnlySpan<byte> json)
    {
        int at = 0;
        while (true)
        {
            while (at < json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                at++;
            }

            int taken = at < json.Length ? Step(json[at..]) : 0;
            if (taken == 0)
            {
                return at;
            }

            at += taken;
        }
    }

    protected abstract void OnName(string name);

    // The name just said has a value that is not null.
    protected virtual void OnValue()
    {
    }

    // The value is over.
    protected virtual void OnValueEnd()
    {
    }

    // Reads an entry from its opening brace, and what follows it of the same list after commas, as far as it likes;
    // returns their length, or 0 while the first is not all there.
    protected abstract int ReadEntries(ReadOnlySpan<byte> json);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Step(ReadOnlySpan<byte> json)
    {
        byte next = json[0];
        switch (_place)
        {
            case Place.Start when shape == ResponseShape.Single:
            case Place.Entry:
            case Place.FirstEntry when next != ']':
                return TakeEntry(json, shape == ResponseShape.Single ? Place.End : Place.AfterEntry);
            case Place.Start when shape == ResponseShape.List:
                Expect(next, '[');
                return Go(Place.FirstEntry);
            case Place.Start:
                Expect(next, '{');
                return Go(Place.FirstName);
            case Place.FirstName when next == '}':
                return Go(Place.End);
            case Place.FirstName or Place.Name:
                return TakeName(json);
            case Place.Colon:
                Expect(next, ':');
                return Go(Place.Value);
            case Place.Value when next == '[':
                OnValue();
                return Go(Place.FirstEntry);
            case Place.Value when next == '{':
                OnValue();
                _place = Place.BareEntry;
                return TakeBareEntry(json);
            case Place.BareEntry:
                return TakeBareEntry(json);
            case Place.Value:
                return TakeNull(json);
            case Place.FirstEntry:
            case Place.AfterEntry when next == ']':
                return EndList();
            case Place.AfterEntry:
                Expect(next, ',');
                return Go(Place.Entry);
            case Place.AfterValue when next == '}':
                return Go(Place.End);
            case Place.AfterValue:
                Expect(next, ',');
                return Go(Place.Name);
            default:
                throw new JsonException("there is more after its end");
        }
    }

    private int Go(Place place)
    {
        _place = place;
        return 1;
    }

    private int EndList()
    {
        if (shape == ResponseShape.List)
        {
            return Go(Place.End);
        }

        OnValueEnd();
        return Go(Place.AfterValue);
    }

    private int TakeEntry(ReadOnlySpan<byte> json, Place afterwards)
    {
        Expect(json[0], '{');
        int taken = ReadEntries(json);
        if (taken > 0)
        {
            _place = afterwards;
        }

        return taken;
    }

    private int TakeBareEntry(ReadOnlySpan<byte> json)
    {
        int taken = TakeEntry(json, Place.AfterValue);
        if (taken > 0)
        {
            OnValueEnd();
        }

        return taken;
    }

    private int TakeName(ReadOnlySpan<byte> json)
    {
        Expect(json[0], '"');
        var reader = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        if (!reader.Read())
        {
            return 0;
        }

        OnName(reader.GetString()!);
        _place = Place.Colon;
        return (int)reader.BytesConsumed;
    }

    private int TakeNull(ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> expected = "null"u8;
        int there = Math.Min(expected.Length, json.Length);
        if (!json[..there].SequenceEqual(expected[..there]))
        {
            throw new JsonException($"a list was expected, not {Show(json[0])}");
        }

        if (there < expected.Length)
        {
            return 0;
        }

        _place = Place.AfterValue;
        return expected.Length;
    }

    private static void Expect(byte next, char expected)
    {
        if (next != expected)
        {
            throw new JsonException($"'{expected}' was expected, not {Show(next)}");
        }
    }

    private static string Show(byte next) => next is > 0x20 and < 0x7F ? $"'{(char)next}'" : $"the byte {next:X2}";
}
