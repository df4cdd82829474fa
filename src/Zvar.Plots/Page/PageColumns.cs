using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Zvar.Plots;

// The columns of a star, one behind the other as bytes, with every bit of their numbers: a time arrives as the very
// same double. Of a column's numbers all the first bytes come first (little-endian), then all the second ones, for what
// is alike packs well beside each other. The star's JSON says of each column its type, its place and its rows.
internal sealed class PageColumns
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    internal void Write<TRow, T>(Utf8JsonWriter json, string name, TRow[] rows, Func<TRow, T> value)
        where T : unmanaged
    {
        T[] column = Array.ConvertAll(rows, row => value(row));
        json.WriteStartArray(name);
        json.WriteStringValue(default(T) switch
        {
            double => "f8",
            float => "f4",
            uint => "u4",
            ushort => "u2",
            _ => throw new NotSupportedException($"The page has no columns of {typeof(T)}."),
        });
        json.WriteNumberValue(_bytes.WrittenCount);
        json.WriteNumberValue(column.Length);
        json.WriteEndArray();
        WriteByPlaces(MemoryMarshal.AsBytes<T>(column), column.Length);
    }

    internal void CopyTo(Stream stream) => stream.Write(_bytes.WrittenSpan);

    private void WriteByPlaces(ReadOnlySpan<byte> numbers, int rows)
    {
        Span<byte> places = _bytes.GetSpan(numbers.Length);
        int size = rows == 0 ? 0 : numbers.Length / rows;
        for (int i = 0; i < numbers.Length; i++)
        {
            places[(i % size * rows) + (i / size)] = numbers[i];
        }

        _bytes.Advance(numbers.Length);
    }
}
