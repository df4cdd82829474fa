using Apache.Arrow;
using Apache.Arrow.Ipc;
using Zvar.Tables;
using FileReader = ParquetSharp.Arrow.FileReader;

namespace Zvar.Tests.Hats;

/// <summary>
/// A HATS catalogue as Arrow's reader of Parquet in C++ has it (by ParquetSharp), on which pyarrow, pandas and with them
/// LSDB stand: it shares no code with the one that writes, nor with DuckDB.
/// </summary>
public sealed class ArrowReaderTests : IDisposable
{
    private static readonly SkyPosition Centre = new(50, 20);

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_reads_each_partition_to_the_bit_and_all_of_them_together_are_all_stars()
    {
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 200);
        string path = Path.Combine(_folder, "zvar.hats");
        SkyStars.Write(path, stars, new HatsOptions { MaxRows = 40 });
        Dictionary<long, StarRecord> left = stars.ToDictionary(star => star.Object.Psid);
        string dataset = Path.Combine(path, "zvar", "dataset");
        string[] partitions = Directory.GetFiles(dataset, "Npix=*.parquet", SearchOption.AllDirectories);
        Assert.InRange(partitions.Length, 4, 1000);

        foreach (string partition in partitions)
        {
            await foreach (RecordBatch rows in ReadAsync(partition))
            {
                for (int row = 0; row < rows.Length; row++)
                {
                    Assert.True(left.Remove(Longs(rows, "Psid").GetValue(row)!.Value, out StarRecord? star));
                    AssertSame(star, rows, row);
                }
            }
        }

        Assert.Empty(left);
    }

    [Fact]
    public async Task Metadata_of_all_files_have_their_schema_and_count_their_rows()
    {
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 200);
        string path = Path.Combine(_folder, "zvar.hats");
        SkyStars.Write(path, stars, new HatsOptions { MaxRows = 40 });
        foreach (string catalog in Directory.GetDirectories(path))
        {
            string dataset = Path.Combine(catalog, "dataset");
            string[] files = Directory.GetFiles(dataset, "*.parquet", SearchOption.AllDirectories);
            string schema = SchemaOf(Path.Combine(dataset, "_common_metadata"));
            Assert.All(files, file => Assert.Equal(schema, SchemaOf(file)));
            Assert.Equal(schema, SchemaOf(Path.Combine(dataset, "_metadata")));
            Assert.Equal(files.Sum(RowsOf), RowsOf(Path.Combine(dataset, "_metadata")));
            Assert.Equal(0, RowsOf(Path.Combine(dataset, "_common_metadata")));
        }
    }

    private static void AssertSame(StarRecord star, RecordBatch rows, int row)
    {
        Assert.Equal(star.Object.Ra, Doubles(rows, "Ra").GetValue(row));
        Assert.Equal(star.Object.Dec, Doubles(rows, "Dec").GetValue(row));
        (string, LightCurve)[] curves = [("lc", star.LightCurve!), ("fluxes", star.Fluxes!)];
        foreach ((string column, LightCurve curve) in curves)
        {
            Assert.Equal(Bits(curve.Time), Bits(NumbersIn(rows, column, "Time", row)));
            Assert.Equal(Bits(curve.Snr), Bits(NumbersIn(rows, column, "Snr", row)));
            Assert.Equal(curve.Band, TextsIn(rows, column, "Band", row));
        }

        Assert.Equal(Bits(star.LightCurve!.Mag), Bits(NumbersIn(rows, "lc", "Mag", row)));
        Assert.Equal(Bits(star.Fluxes!.Flux), Bits(NumbersIn(rows, "fluxes", "Flux", row)));
        Assert.Equal(star.Object.Periods.Select(one => one.Period), NumbersIn(rows, "periods", "Period", row));
        Assert.Equal(star.Matches[0].Matches.Select(match => match.Id), TextsIn(rows, "matches", "Id", row));
    }

    private static async IAsyncEnumerable<RecordBatch> ReadAsync(string path)
    {
        using var file = new FileReader(path);
        using IArrowArrayStream stream = file.GetRecordBatchReader();
        while (await stream.ReadNextRecordBatchAsync(Token) is { } batch)
        {
            using (batch)
            {
                yield return batch;
            }
        }
    }

    private static string SchemaOf(string path)
    {
        using var file = new FileReader(path);
        return string.Join('\n', file.Schema.FieldsList.Select(field => $"{field.Name} {Describe(field.DataType)}"));
    }

    private static string Describe(Apache.Arrow.Types.IArrowType type) => type is Apache.Arrow.Types.NestedType nested
        ? $"{type.Name}({string.Join(", ", nested.Fields.Select(field => $"{field.Name} {Describe(field.DataType)}"))})"
        : type.Name;

    private static long RowsOf(string path)
    {
        using var file = new ParquetSharp.ParquetFileReader(path);
        return file.FileMetaData.NumRows;
    }

    private static Int64Array Longs(RecordBatch rows, string column) => (Int64Array)rows.Column(column);

    private static DoubleArray Doubles(RecordBatch rows, string column) => (DoubleArray)rows.Column(column);

    private static double[] NumbersIn(RecordBatch rows, string column, string field, int row) =>
        ((DoubleArray)ListIn(rows, column, field, row)).Values.ToArray();

    private static string[] TextsIn(RecordBatch rows, string column, string field, int row)
    {
        var texts = (StringArray)ListIn(rows, column, field, row);
        return [.. Enumerable.Range(0, texts.Length).Select(i => texts.GetString(i))];
    }

    private static IArrowArray ListIn(RecordBatch rows, string column, string field, int row)
    {
        var nested = (StructArray)rows.Column(column);
        int index = ((Apache.Arrow.Types.StructType)nested.Data.DataType).GetFieldIndex(field);
        return ((ListArray)nested.Fields[index]).GetSlicedValues(row);
    }

    private static long[] Bits(double[] numbers) => System.Array.ConvertAll(numbers, BitConverter.DoubleToInt64Bits);
}
