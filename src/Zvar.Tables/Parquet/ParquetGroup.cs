using System.Buffers.Binary;
using Parquet;
using Parquet.Meta;

namespace Zvar.Tables;

// A group of rows of one of many files, as their common metadata has it: in which file, which of its groups, how many
// rows, and between which numbers a column of whole numbers is there.
internal readonly record struct ParquetGroup(string File, int Number, int Rows, long Least, long Most)
{
    // All groups of a _metadata file, in its order.
    internal static ParquetGroup[] ReadAll(string path, string column) => ReadAll(
        path,
        column,
        (file, number, rows, numbers) => new ParquetGroup(
            file,
            number,
            rows,
            BinaryPrimitives.ReadInt64LittleEndian(numbers.MinValue),
            BinaryPrimitives.ReadInt64LittleEndian(numbers.MaxValue)));

    // The same of a column of any type: of what file, which of its groups, how many rows, and the statistics there.
    internal static TGroup[] ReadAll<TGroup>(string path, string column, Func<string, int, int, Statistics, TGroup> of)
    {
        try
        {
            using FileStream file = System.IO.File.OpenRead(path);
            ParquetReader reader = ParquetFooter.OpenAsync(file).GetAwaiter().GetResult();
            string before = "";
            int number = 0;
            return
            [
                .. reader.Metadata!.RowGroups.Select(group =>
                {
                    ColumnChunk chunk = group.Columns.Find(
                        one => one.MetaData!.PathInSchema is [var name] && name == column)!;
                    number = chunk.FilePath == before ? number + 1 : 0;
                    before = chunk.FilePath!;
                    return of(before, number, checked((int)group.NumRows), chunk.MetaData!.Statistics!);
                }),
            ];
        }
        catch (Exception error) when (error is not IOException)
        {
            throw new TableException(
                TableError.TableDamaged, $"'{path}' cannot be read: {Excerpt.Of(error.Message)}", error);
        }
    }
}
