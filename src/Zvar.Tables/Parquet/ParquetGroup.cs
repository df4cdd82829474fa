using System.Buffers.Binary;
using System.Text;
using static Zvar.Tables.ParquetFooter;

namespace Zvar.Tables;

// A group of rows of one of many files, as their common metadata has it: in which file, which of its groups, how many
// rows, and between which numbers a column of whole numbers is there.
internal readonly record struct ParquetGroup(string File, int Number, int Rows, long Least, long Most)
{
    // All groups of a _metadata file, in its order.
    internal static ParquetGroup[] ReadAll(string path, string column) => ReadAll(
        path,
        column,
        (file, number, rows, least, most) => new ParquetGroup(
            file,
            number,
            rows,
            BinaryPrimitives.ReadInt64LittleEndian(least),
            BinaryPrimitives.ReadInt64LittleEndian(most)));

    // The same of a column of any type: of what file, which of its groups, how many rows, and the least and most there.
    // Such a file has some ten thousand bytes a partition. It is gone through once, and nothing else of it is kept.
    internal static TGroup[] ReadAll<TGroup>(
        string path, string column, Func<string, int, int, byte[], byte[], TGroup> of)
    {
        try
        {
            using FileStream file = System.IO.File.OpenRead(path);
            return Groups(Read(file), Encoding.UTF8.GetBytes(column), of);
        }
        catch (Exception error) when (error is not IOException)
        {
            throw new TableException(
                TableError.TableDamaged, $"'{path}' cannot be read: {Excerpt.Of(error.Message)}", error);
        }
    }

    private static TGroup[] Groups<TGroup>(
        byte[] footer, byte[] column, Func<string, int, int, byte[], byte[], TGroup> of)
    {
        TGroup[] groups = [];
        var fields = new CompactThrift(footer);
        while (fields.TryReadField(out int id, out int type))
        {
            if (id != FileGroups)
            {
                fields.Skip(type);
                continue;
            }

            groups = new TGroup[fields.ReadListSize()];
            string before = "";
            int number = 0;
            for (int i = 0; i < groups.Length; i++)
            {
                (ColumnValues values, long rows) = GroupOf(fields.SkipStruct(), column);
                number = values.File == before ? number + 1 : 0;
                before = values.File;
                groups[i] = of(before, number, checked((int)rows), values.Least, values.Most);
            }
        }

        return groups;
    }

    private static (ColumnValues Values, long Rows) GroupOf(ReadOnlySpan<byte> group, ReadOnlySpan<byte> column)
    {
        ColumnValues? values = null;
        long rows = 0;
        var fields = new CompactThrift(group);
        while (fields.TryReadField(out int id, out int type))
        {
            switch (id)
            {
                case GroupColumns:
                    for (int left = fields.ReadListSize(); left > 0; left--)
                    {
                        ReadOnlySpan<byte> chunk = fields.SkipStruct();
                        values ??= ValuesOf(chunk, column);
                    }

                    break;
                case GroupRows:
                    rows = fields.ReadSigned();
                    break;
                default:
                    fields.Skip(type);
                    break;
            }
        }

        return values is { } found
            ? (found, rows)
            : throw new InvalidDataException(
                $"A group of rows does not say where it is, or between which values {Encoding.UTF8.GetString(column)}.");
    }

    // Null for another column.
    private static ColumnValues? ValuesOf(ReadOnlySpan<byte> chunk, ReadOnlySpan<byte> column)
    {
        ReadOnlySpan<byte> file = [];
        (byte[] Least, byte[] Most)? range = null;
        var fields = new CompactThrift(chunk);
        while (fields.TryReadField(out int id, out int type))
        {
            switch (id)
            {
                case ChunkFile:
                    file = fields.ReadBinary();
                    break;
                case ChunkColumn:
                    range = RangeOf(fields.Skip(type), column);
                    break;
                default:
                    fields.Skip(type);
                    break;
            }
        }

        return !file.IsEmpty && range is var (least, most)
            ? new ColumnValues(Encoding.UTF8.GetString(file), least, most)
            : null;
    }

    private static (byte[] Least, byte[] Most)? RangeOf(ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> column)
    {
        bool isIt = false;
        ReadOnlySpan<byte> statistics = [0];
        var fields = new CompactThrift(metadata);
        while (fields.TryReadField(out int id, out int type))
        {
            switch (id)
            {
                case ColumnPath:
                    isIt = IsAlone(ref fields, column);
                    break;
                case ColumnStatistics:
                    statistics = fields.Skip(type);
                    break;
                default:
                    fields.Skip(type);
                    break;
            }
        }

        return isIt ? RangeOf(statistics) : null;
    }

    // Whether a path has one name, which is this.
    private static bool IsAlone(ref CompactThrift fields, ReadOnlySpan<byte> name)
    {
        int names = fields.ReadListSize();
        bool isIt = names == 1;
        for (int left = names; left > 0; left--)
        {
            isIt &= fields.ReadBinary().SequenceEqual(name);
        }

        return isIt;
    }

    private static (byte[] Least, byte[] Most)? RangeOf(ReadOnlySpan<byte> statistics)
    {
        byte[]? least = null;
        byte[]? most = null;
        var fields = new CompactThrift(statistics);
        while (fields.TryReadField(out int id, out int type))
        {
            switch (id)
            {
                case StatisticsLeast:
                    least = fields.ReadBinary().ToArray();
                    break;
                case StatisticsMost:
                    most = fields.ReadBinary().ToArray();
                    break;
                default:
                    fields.Skip(type);
                    break;
            }
        }

        return least is null || most is null ? null : (least, most);
    }

    // In which file a group of rows is, and between which values a column is there.
    private readonly record struct ColumnValues(string File, byte[] Least, byte[] Most);
}
