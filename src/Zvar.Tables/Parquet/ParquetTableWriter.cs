using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace Zvar.Tables;

// Apache Parquet by Parquet.Net, with the head of a VOTable in its metadata: VOParquet 1.0 (IVOA Note of 2025-01-16).
internal sealed class ParquetTableWriter : TableWriter
{
    internal const string ContentKey = "IVOA.VOTable-Parquet.content";
    internal const string VersionKey = "IVOA.VOTable-Parquet.version";

    private readonly ParquetWriter _writer;
    private readonly GroupColumn[] _group;
    private int _rows;

    internal ParquetTableWriter(Stream output, TableHeader header, bool appends)
    {
        ParquetSchema schema = SchemaOf(header);
        _group = [.. header.Columns.Zip(schema.DataFields, GroupColumn.Of)];
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
        Add(block);

        // A group of rows is written from memory, of which larger ones take more than is saved in the file.
        if (_rows >= TableBlock.MostRows)
        {
            EndGroup();
        }
    }

    // Ends a group of rows, however few they are.
    internal void EndGroup()
    {
        WriteGroup();
        _rows = 0;
    }

    // Writes a group of its own, of which nothing is kept.
    internal void WriteGroup(TableBlock block)
    {
        Add(block);
        EndGroup();
    }

    public override void Complete()
    {
        if (_rows > 0)
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

    private void Add(TableBlock block)
    {
        for (int i = 0; i < _group.Length; i++)
        {
            _group[i].Add(block.Columns[i], block.Count);
        }

        _rows += block.Count;
    }

    private void WriteGroup()
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        foreach (GroupColumn column in _group)
        {
            column.WriteAsync(group).GetAwaiter().GetResult();
        }

        group.CompleteValidate();
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
