using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ParquetSharp;
using ParquetSharp.IO;
using Zvar.Benchmarks.Measuring;
using ParquetColumn = ParquetSharp.Column;

namespace Zvar.Benchmarks;

/// <summary>The bytes of light curves in an archive, beside those of the same columns in other files.</summary>
internal static class ArchiveSizes
{
    // Enough of them for an average.
    private const int Pickled = 50;

    private static readonly JsonSerializerOptions Numbers =
        new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static readonly IReadOnlyList<PhotometryColumn> Columns = PhotometryTable.InFormat(PhotometryFormat.Mag);

    internal static async Task PrintAsync(string folder, string archive, IReadOnlyList<LightCurve> curves)
    {
        double points = curves.Sum(curve => curve.Points);
        double ofArchive = new FileInfo(archive).Length / points;
        var table = new Table("a light curve of the same columns", "bytes a point", "the archive of it", "goal");
        table.Add("in the archive, all of its file", Bytes(ofArchive), Table.Ratio(1), "");
        if (Python.Has("pandas"))
        {
            double pickle = await PickleAsync(folder, [.. curves.Take(Pickled)]);
            table.Add("a pandas pickle", Bytes(pickle), Table.Ratio(ofArchive / pickle), "≤ 0.33×");
        }

        double alone = curves.Sum(curve => SizeInParquet([curve])) / points;
        table.Add("Parquet with zstd, a file each", Bytes(alone), Table.Ratio(ofArchive / alone), "< 1×");
        double together = SizeInParquet(curves) / points;
        table.Add("Parquet with zstd, all in one file", Bytes(together), Table.Ratio(ofArchive / together), "< 1×");
        table.Print();
        if (!Python.Has("pandas"))
        {
            Console.WriteLine("\nLeft out: a pandas pickle: there is no python3 with pandas (Debian: python3-pandas).");
        }
    }

    private static string Bytes(double bytes) => bytes.ToString("0.0", CultureInfo.InvariantCulture);

    private static async Task<double> PickleAsync(string folder, LightCurve[] curves)
    {
        string path = Path.Combine(folder, "curves.json");
        await using (FileStream file = File.Create(path))
        {
            await JsonSerializer.SerializeAsync(
                file,
                curves.Select(curve => Columns.ToDictionary(
                    column => PhotometryTable.Of(column).ServiceName!, column => ValuesOf(curve, column))),
                Numbers);
        }

        (string said, _) = await ChildProgram.RunAsync(Python.Start("pickle_size.py", path));
        return double.Parse(said, CultureInfo.InvariantCulture) / curves.Sum(curve => curve.Points);
    }

    private static object ValuesOf(LightCurve curve, PhotometryColumn column) => column switch
    {
        PhotometryColumn.Band => curve.Band,
        < (PhotometryColumn)PhotometryTable.NumberColumns => curve.GetNumbers(column),
        _ => curve.GetIntegers(column),
    };

    // A group of rows for each light curve.
    private static long SizeInParquet(IReadOnlyList<LightCurve> curves)
    {
        using var room = new MemoryStream();
        ParquetColumn[] columns =
        [
            .. Columns.Select(column => new ParquetColumn(
                ValuesOf(curves[0], column).GetType().GetElementType()!, PhotometryTable.Of(column).ServiceName!)),
        ];
        using (var output = new ManagedOutputStream(room))
        using (var file = new ParquetFileWriter(output, columns, Compression.Zstd))
        {
            foreach (LightCurve curve in curves)
            {
                using RowGroupWriter group = file.AppendRowGroup();
                foreach (PhotometryColumn column in Columns)
                {
                    Write(group, ValuesOf(curve, column));
                }
            }

            file.Close();
        }

        return room.ToArray().Length;
    }

    private static void Write(RowGroupWriter group, object values)
    {
        switch (values)
        {
            case double[] numbers:
                using (LogicalColumnWriter<double> column = group.NextColumn().LogicalWriter<double>())
                {
                    column.WriteBatch(numbers);
                }

                break;
            case int[] integers:
                using (LogicalColumnWriter<int> column = group.NextColumn().LogicalWriter<int>())
                {
                    column.WriteBatch(integers);
                }

                break;
            case string[] texts:
                using (LogicalColumnWriter<string> column = group.NextColumn().LogicalWriter<string>())
                {
                    column.WriteBatch(texts);
                }

                break;
        }
    }
}
