using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace Zvar.Tables;

// Apache Parquet by Parquet.Net, with the head of a VOTable in its metadata: VOParquet 1.0 (IVOA Note of 2025-01-16).
internal sealed class ParquetTableWriter : TableWriter
{
    internal const string ContentKey = "IVOA.VOTable-Parquet.content";
    internal const string VersionKey = "IVOA.VOTable-Parquet.version";

    // A group of rows is written from memory: several blocks, since readers go through groups one by one.
    private const int BlocksOfGroup = 4;

    private readonly TableHeader _header;
    private readonly DataField[] _leaves;
    private readonly ParquetWriter _writer;
    private readonly List<TableBlock> _group = [];

    internal ParquetTableWriter(Stream output, TableHeader header, bool appends)
    {
        _header = header;
        ParquetSchema schema = SchemaOf(header);
        _leaves = schema.DataFields;
        var options = new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Zstd,
            CompressionLevel = CompressionLevel.Fastest,
        };
        _writer = Wait(ParquetWriter.CreateAsync(schema, output, options, appends));
        _writer.CustomMetadata = new Dictionary<string, string>(header.Facts)
        {
            [VersionKey] = "1.0",
            [ContentKey] = VOTableFrame.WithoutData(header),
        };
    }

    public override void Write(TableBlock block)
    {
        _group.Add(block.Copy());
        if (_group.Count == BlocksOfGroup)
        {
            EndGroup();
        }
    }

    // Ends a group of rows, however few they are.
    internal void EndGroup()
    {
        WriteGroup(_group);
        _group.Clear();
    }

    // Writes a group of its own, of which nothing is kept.
    internal void WriteGroup(TableBlock block) => WriteGroup([block]);

    public override void Complete()
    {
        if (_group.Count > 0)
        {
            EndGroup();
        }

        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    // The fields of a struct stand together, as its columns do.
    private static ParquetSchema SchemaOf(TableHeader header)
    {
        List<Field> fields = [];
        for (int i = 0; i < header.Columns.Count; i++)
        {
            if (header.Columns[i].Struct is not { } name)
            {
                fields.Add(FieldOf(header.Columns[i], header.Columns[i].Name));
                continue;
            }

            Column[] inside = [.. header.Columns.Skip(i).TakeWhile(column => column.Struct == name)];
            fields.Add(new StructField(
                name, [.. inside.Select(column => FieldOf(column, column.Name[(name.Length + 1)..]))]));
            i += inside.Length - 1;
        }

        return new ParquetSchema(fields);
    }

    private static Field FieldOf(Column column, string name) => column.IsList
        ? new ListField(name, new DataField("element", TypeOf(column), column.Type == ColumnType.Text))
        : new DataField(name, TypeOf(column), column.IsOptional || column.Type == ColumnType.Text);

    private static Type TypeOf(Column column) => column.Type switch
    {
        ColumnType.Long => typeof(long),
        ColumnType.Integer => typeof(int),
        ColumnType.Real => typeof(double),
        ColumnType.Logical => typeof(bool),
        _ => typeof(string),
    };

    private void WriteGroup(IReadOnlyList<TableBlock> blocks)
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        int[] counts = [.. blocks.Select(block => block.Count)];
        for (int i = 0; i < _leaves.Length; i++)
        {
            Cells[] cells = [.. blocks.Select(block => block.Columns[i])];
            Column column = _header.Columns[i];
            Task written = column.Type switch
            {
                ColumnType.Long => WriteAsync<long>(group, _leaves[i], column, cells, counts),
                ColumnType.Integer => WriteAsync<int>(group, _leaves[i], column, cells, counts),
                ColumnType.Real => WriteAsync<double>(group, _leaves[i], column, cells, counts),
                ColumnType.Logical => WriteAsync<bool>(group, _leaves[i], column, cells, counts),
                _ => WriteTextAsync(group, _leaves[i], column, cells, counts),
            };
            written.GetAwaiter().GetResult();
        }

        group.CompleteValidate();
    }

    private static Task WriteAsync<T>(
        ParquetRowGroupWriter group, DataField leaf, Column column, Cells[] cells, int[] counts)
        where T : struct
    {
        if (column.IsList)
        {
            return WriteListsAsync<T, T>(group, leaf, cells, counts, element => element);
        }

        return column.IsOptional
            ? group.WriteAsync<T>(leaf, Optional<T>(cells, counts))
            : group.WriteAsync<T>(leaf, Together<T>(cells, counts));
    }

    private static Task WriteTextAsync(
        ParquetRowGroupWriter group, DataField leaf, Column column, Cells[] cells, int[] counts)
    {
        if (!column.IsList)
        {
            return group.WriteAsync(leaf, Together<string>(cells, counts));
        }

        return WriteListsAsync<string, ReadOnlyMemory<char>>(group, leaf, cells, counts, text => text.AsMemory());
    }

    private static T[] Together<T>(Cells[] cells, int[] counts)
    {
        var all = new T[counts.Sum()];
        for (int i = 0, at = 0; i < cells.Length; at += counts[i++])
        {
            Array.Copy(((Cells<T>)cells[i]).Values, 0, all, at, counts[i]);
        }

        return all;
    }

    private static T?[] Optional<T>(Cells[] cells, int[] counts)
        where T : struct
    {
        var all = new T?[counts.Sum()];
        int at = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            for (int row = 0; row < counts[i]; row++, at++)
            {
                all[at] = cells[i].IsMissing(row) ? null : ((Cells<T>)cells[i]).Values[row];
            }
        }

        return all;
    }

    // The elements of all lists, one after the other. For each place it is said how much of it is there (an empty list
    // has no element), and whether it goes on with the list before.
    private static Task WriteListsAsync<T, TStored>(
        ParquetRowGroupWriter group, DataField leaf, Cells[] cells, int[] counts, Func<T, TStored> store)
        where TStored : struct
    {
        int emptyList = leaf.MaxDefinitionLevel - (leaf.IsNullable ? 2 : 1);
        IEnumerable<T[]> lists = cells.Zip(counts).SelectMany(one => ((Cells<T[]>)one.First).Values.Take(one.Second));
        int all = lists.Sum(list => list.Length);
        int places = lists.Sum(list => Math.Max(1, list.Length));
        TStored[] elements = GC.AllocateUninitializedArray<TStored>(all);
        int[] definition = GC.AllocateUninitializedArray<int>(places);
        int[] repetition = GC.AllocateUninitializedArray<int>(places);
        int element = 0;
        int place = 0;
        foreach (T[] list in lists)
        {
            int taken = Math.Max(1, list.Length);
            definition.AsSpan(place, taken).Fill(list.Length == 0 ? emptyList : leaf.MaxDefinitionLevel);
            repetition.AsSpan(place, taken).Fill(1);
            repetition[place] = 0;
            place += taken;
            if (list is TStored[] stored)
            {
                stored.CopyTo(elements, element);
            }
            else
            {
                for (int i = 0; i < list.Length; i++)
                {
                    elements[element + i] = store(list[i]);
                }
            }

            element += list.Length;
        }

        return group.WriteAllPartsAsync<TStored>(leaf, elements, definition, repetition, CancellationToken.None);
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
