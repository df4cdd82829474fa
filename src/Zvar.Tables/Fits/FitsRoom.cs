namespace Zvar.Tables;

// The room that a column has in a row: of texts as wide as the widest, and of lists of them for as many as the longest
// has.
internal readonly record struct FitsRoom(int Width, int Count)
{
    internal int Bytes => Width * Count;

    internal static FitsRoom Of(Column column) => new(
        column switch
        {
            { IsList: true, Type: not ColumnType.Text } => FitsHeap.PlaceWidth,
            { Type: ColumnType.Long or ColumnType.Real } => 8,
            { Type: ColumnType.Integer } => 4,
            _ => 1,
        },
        Count: 1);

    internal FitsRoom Max(FitsRoom other) => new(Math.Max(Width, other.Width), Math.Max(Count, other.Count));

    // Room for these texts too.
    internal FitsRoom For(ReadOnlySpan<string?> texts)
    {
        int widest = Width;
        string? last = null;
        foreach (string? text in texts)
        {
            if (text is not null && !ReferenceEquals(text, last))
            {
                widest = Math.Max(widest, FitsText.LengthOf(text));
                last = text;
            }
        }

        return this with { Width = widest };
    }

    internal FitsRoom For(ReadOnlySpan<string[]> lists)
    {
        FitsRoom room = this;
        foreach (string[] list in lists)
        {
            room = room.For((ReadOnlySpan<string?>)list).Max(new FitsRoom(1, list.Length));
        }

        return room;
    }

    // A null begins with a zero byte, as does what is behind the last text of a list; an empty text is blanks.
    internal void Encode(ReadOnlySpan<string?> texts, Span<byte> to)
    {
        to[..Bytes].Clear();
        for (int i = 0; i < texts.Length; i++)
        {
            if (texts[i] is { } text)
            {
                Span<byte> cell = to.Slice(i * Width, Width);
                cell.Fill((byte)' ');
                FitsText.Encode(text, cell);
            }
        }
    }

    // What was written into less room.
    internal void Widen(FitsRoom narrow, ReadOnlySpan<byte> from, Span<byte> to)
    {
        to[..Bytes].Clear();
        for (int i = 0; i < narrow.Count; i++)
        {
            ReadOnlySpan<byte> cell = from.Slice(i * narrow.Width, narrow.Width);
            Span<byte> wide = to.Slice(i * Width, Width);
            if (cell[0] != 0)
            {
                wide.Fill((byte)' ');
            }

            cell.CopyTo(wide);
        }
    }
}
