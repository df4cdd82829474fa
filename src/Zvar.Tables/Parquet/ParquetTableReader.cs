using System.Buffers.Binary;
using Parquet;
using Parquet.Schema;

namespace Zvar.Tables;

// Apache Parquet by Parquet.Net, a group of rows at a time: flat columns, and lists of numbers or texts.
internal sealed class ParquetTableReader : TableReader
{
    internal static ReadOnlySpan<byte> Signature => "PAR1"u8;

    // What a group may have of rows: it is read whole.
    private const long MostRows = 50_000_000;

    private readonly Stream _input;
    private readonly ParquetReader _reader;
    private readonly List<(Column Column, DataField Leaf)> _columns = [];
    private int _group;

    internal ParquetTableReader(Stream input)
    {
        _input = input;
        _reader = Guard(() => ParquetFooter.OpenAsync(input));
        Dictionary<string, string> facts = Guard(() =>
        {
            foreach (Field field in _reader.Schema.Fields)
            {
                AddColumns(field);
            }

            return Task.FromResult(_reader.CustomMetadata);
        });
        TableHeader? head = facts.TryGetValue(ParquetTableWriter.ContentKey, out string? document)
            ? VOTableReader.ReadHeader(document)
            : null;
        Header = new TableHeader(head?.Name ?? "", [.. _columns.Select(one => Described(one.Column, head))])
        {
            Facts = head?.Facts ?? [.. facts],
        };
    }

    public override TableHeader Header { get; }

    internal int GroupCount => _reader.RowGroupCount;

    public override TableBlock? Read()
    {
        if (_group == _reader.RowGroupCount)
        {
            return null;
        }

        return ReadGroup(_group++, Enumerable.Range(0, _columns.Count));
    }

    // Between which numbers a column of whole numbers is in a group of rows; null where the file does not say.
    internal (long Least, long Most)? RangeOf(int number, string column)
    {
        Parquet.Meta.ColumnChunk? chunk = _reader.Metadata?.RowGroups[number].Columns.Find(
            one => one.MetaData?.PathInSchema is [var name] && name == column);
        return chunk?.MetaData is
        {
            Type: Parquet.Meta.Type.INT64,
            Statistics: { MinValue: { Length: sizeof(long) } least, MaxValue: { Length: sizeof(long) } most },
        }
            ? (BinaryPrimitives.ReadInt64LittleEndian(least), BinaryPrimitives.ReadInt64LittleEndian(most))
            : null;
    }

    // Some columns of a group of rows, by their places in the header.
    internal TableBlock ReadGroup(int number, IEnumerable<int> columns)
    {
        ParquetRowGroupReader group = Guard(() => Task.FromResult(_reader.OpenRowGroupReader(number)));
        if (group.RowCount is < 0 or > MostRows)
        {
            throw Damaged($"The Parquet file is damaged: a group of it has {group.RowCount} rows.");
        }

        int count = (int)group.RowCount;
        return new TableBlock(
            count,
            [
                .. columns.Select(place => _columns[place]).Select(one =>
                    Guard(() => ReadAsync(group, one.Leaf, one.Column, count))),
            ]);
    }

    protected override void Dispose(bool disposing)
    {
        _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _input.Dispose();
        base.Dispose(disposing);
    }

    // The lists of a struct are columns by its name and theirs.
    private void AddColumns(Field field)
    {
        if (field is StructField { Fields: var inside } && inside.All(one => one is ListField))
        {
            foreach (Field one in inside)
            {
                AddColumn(one, $"{field.Name}.{one.Name}", field.Name);
            }
        }
        else
        {
            AddColumn(field, field.Name, inside: null);
        }
    }

    private void AddColumn(Field field, string name, string? inside)
    {
        DataField? leaf = field as DataField ?? (field as ListField)?.Item as DataField;
        if (leaf is null || TypeOf(leaf.ClrType) is not { } type)
        {
            NotesTaken.Add($"The column {Excerpt.Of(name)} was left out: what it holds is not read.");
            return;
        }

        bool isList = field is ListField || leaf.IsArray;
        _columns.Add((
            new Column(name, type, "")
            {
                Struct = inside,
                IsList = isList,
                IsOptional = leaf.IsNullable && type is not (ColumnType.Text or ColumnType.Real),
            },
            leaf));
    }

    private static ColumnType? TypeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => ColumnType.Logical,
        TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 => ColumnType.Integer,
        TypeCode.UInt32 or TypeCode.Int64 or TypeCode.UInt64 => ColumnType.Long,
        TypeCode.Single or TypeCode.Double => ColumnType.Real,
        TypeCode.String => ColumnType.Text,
        _ when type == typeof(ReadOnlyMemory<char>) => ColumnType.Text,
        _ => null,
    };

    private static Column Described(Column column, TableHeader? head) =>
        head?.Columns.FirstOrDefault(one => one.Name == column.Name) is { } known
            ? column with { Description = known.Description, Unit = known.Unit, Ucd = known.Ucd }
            : column;

    private static async Task<Cells> ReadAsync(ParquetRowGroupReader group, DataField leaf, Column column, int count)
    {
        if (column.Type == ColumnType.Text)
        {
            return await ReadTextsAsync(group, leaf, column, count).ConfigureAwait(false);
        }

        return Type.GetTypeCode(leaf.ClrType) switch
        {
            TypeCode.Boolean => await ReadAsync<bool, bool>(group, leaf, column, count, one => one, false)
                .ConfigureAwait(false),
            TypeCode.SByte => await ReadAsync<sbyte, int>(group, leaf, column, count, one => one, 0)
                .ConfigureAwait(false),
            TypeCode.Byte => await ReadAsync<byte, int>(group, leaf, column, count, one => one, 0)
                .ConfigureAwait(false),
            TypeCode.Int16 => await ReadAsync<short, int>(group, leaf, column, count, one => one, 0)
                .ConfigureAwait(false),
            TypeCode.UInt16 => await ReadAsync<ushort, int>(group, leaf, column, count, one => one, 0)
                .ConfigureAwait(false),
            TypeCode.Int32 => await ReadAsync<int, int>(group, leaf, column, count, one => one, 0)
                .ConfigureAwait(false),
            TypeCode.UInt32 => await ReadAsync<uint, long>(group, leaf, column, count, one => one, 0)
                .ConfigureAwait(false),
            TypeCode.Int64 => await ReadAsync<long, long>(group, leaf, column, count, one => one, 0)
                .ConfigureAwait(false),
            TypeCode.UInt64 => await ReadAsync<ulong, long>(group, leaf, column, count, one => checked((long)one), 0)
                .ConfigureAwait(false),
            TypeCode.Single => await ReadAsync<float, double>(group, leaf, column, count, one => one, double.NaN)
                .ConfigureAwait(false),
            _ => await ReadAsync<double, double>(group, leaf, column, count, one => one, double.NaN)
                .ConfigureAwait(false),
        };
    }

    private static async Task<Cells> ReadAsync<TStored, TCell>(
        ParquetRowGroupReader group,
        DataField leaf,
        Column column,
        int count,
        Func<TStored, TCell> convert,
        TCell missing)
        where TStored : struct
    {
        if (column.IsList)
        {
            return await ReadListsAsync(group, leaf, count, convert, missing).ConfigureAwait(false);
        }

        if (!leaf.IsNullable)
        {
            var stored = new TStored[count];
            await group.ReadAsync<TStored>(leaf, stored.AsMemory()).ConfigureAwait(false);
            return new Cells<TCell>(stored as TCell[] ?? Array.ConvertAll(stored, one => convert(one)));
        }

        var optional = new TStored?[count];
        await group.ReadAsync<TStored>(leaf, optional.AsMemory()).ConfigureAwait(false);
        return new Cells<TCell>(Array.ConvertAll(optional, one => one is { } there ? convert(there) : missing))
        {
            Missing = column.IsOptional ? Array.ConvertAll(optional, one => one is null) : null,
        };
    }

    private static async Task<Cells> ReadTextsAsync(
        ParquetRowGroupReader group, DataField leaf, Column column, int count)
    {
        if (!column.IsList)
        {
            string?[] texts = new string?[count];
            await group.ReadAsync(leaf, texts!, null).ConfigureAwait(false);
            return new Cells<string?>(texts);
        }

        // Bands and the like: many are the same as the one before.
        string last = "";
        return await ReadListsAsync<ReadOnlyMemory<char>, string>(
            group, leaf, count, text => text.Span.SequenceEqual(last) ? last : last = text.ToString(), "")
            .ConfigureAwait(false);
    }

    private static int ElementsOf(ParquetRowGroupReader group, DataField leaf) =>
        group.GetMetadata(leaf) is { MetaData.NumValues: >= 0 and <= int.MaxValue and var elements }
            ? (int)elements
            : throw Damaged($"The Parquet file is damaged: it has no count of the column {Excerpt.Of(leaf.Name)}.");

    // For each place it is said whether it goes on with the list before, and how much of it is there: the element, or
    // only a list without it.
    private static async Task<Cells<TCell[]>> ReadListsAsync<TStored, TCell>(
        ParquetRowGroupReader group, DataField leaf, int count, Func<TStored, TCell> convert, TCell missing)
        where TStored : struct
    {
        int places = ElementsOf(group, leaf);
        var stored = new TStored[places];
        int[] definition = new int[places];
        int[] repetition = new int[places];
        await group.ReadRawAsync<TStored>(leaf, stored, definition, repetition, CancellationToken.None)
            .ConfigureAwait(false);
        List<TCell[]> lists = new(count);
        int least = leaf.MaxDefinitionLevel - (leaf.IsNullable ? 1 : 0);
        for (int place = 0, element = 0; place < places;)
        {
            int start = place;
            int length = 0;
            do
            {
                length += definition[place++] >= least ? 1 : 0;
            }
            while (place < places && repetition[place] > 0);

            var list = new TCell[length];
            for (int i = 0; i < length; i++)
            {
                list[i] = definition[start + i] == leaf.MaxDefinitionLevel ? convert(stored[element++]) : missing;
            }

            if (lists.Count == count)
            {
                throw Damaged($"The Parquet file is damaged: a group of {count} rows has more lists.");
            }

            lists.Add(list);
        }

        return lists.Count == count
            ? new Cells<TCell[]>([.. lists])
            : throw Damaged($"The Parquet file is damaged: a group of {count} rows has {lists.Count} lists.");
    }

    // What a library says of a file that is not what it seems may be anything.
    private static T Guard<T>(Func<Task<T>> read)
    {
        try
        {
            return read().GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is not TableException)
        {
            throw Damaged($"The Parquet file cannot be read: {Excerpt.Of(error.Message)}", error);
        }
    }
}
