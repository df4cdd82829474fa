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

    // How much there is of a list without elements: the list, which may be null, and nothing in it.
    private const int EmptyList = 1;

    private readonly TableHeader _header;
    private readonly DataField[] _leaves;
    private readonly ParquetWriter _writer;
    private readonly List<TableBlock> _group = [];

    internal ParquetTableWriter(Stream output, TableHeader header, bool appends)
    {
        _header = header;
        Field[] fields = [.. header.Columns.Select(FieldOf)];
        _leaves = [.. fields.Select(field => field as DataField ?? (DataField)((ListField)field).Item)];
        var options = new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Zstd,
            CompressionLevel = CompressionLevel.Fastest,
        };
        _writer = Wait(ParquetWriter.CreateAsync(new ParquetSchema(fields), output, options, appends));
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
            WriteGroup();
        }
    }

    public override void Complete()
    {
        if (_group.Count > 0)
        {
            WriteGroup();
        }

        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static Field FieldOf(Column column) => column.IsList
        ? new ListField(column.Name, new DataField("element", TypeOf(column), column.Type == ColumnType.Text))
        : new DataField(column.Name, TypeOf(column), column.IsOptional || column.Type == ColumnType.Text);

    private static Type TypeOf(Column column) => column.Type switch
    {
        ColumnType.Long => typeof(long),
        ColumnType.Integer => typeof(int),
        ColumnType.Real => typeof(double),
        ColumnType.Logical => typeof(bool),
        _ => typeof(string),
    };

    private void WriteGroup()
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        for (int i = 0; i < _leaves.Length; i++)
        {
            Cells[] cells = [.. _group.Select(block => block.Columns[i])];
            int[] counts = [.. _group.Select(block => block.Count)];
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
        _group.Clear();
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
        List<TStored> elements = [];
        List<int> definition = [];
        List<int> repetition = [];
        for (int i = 0; i < cells.Length; i++)
        {
            foreach (T[] list in ((Cells<T[]>)cells[i]).Values.AsSpan(0, counts[i]))
            {
                elements.AddRange(list.Select(store));
                definition.AddRange(
                    list.Length == 0 ? [EmptyList] : Enumerable.Repeat(leaf.MaxDefinitionLevel, list.Length));
                repetition.Add(0);
                repetition.AddRange(Enumerable.Repeat(1, Math.Max(0, list.Length - 1)));
            }
        }

        return group.WriteAllPartsAsync<TStored>(
            leaf, elements.ToArray(), definition.ToArray(), repetition.ToArray(), CancellationToken.None);
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
