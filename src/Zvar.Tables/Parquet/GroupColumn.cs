using Parquet;
using Parquet.Schema;

namespace Zvar.Tables;

// A column of a group of rows, which is gathered in memory until the group is written, in room that the next group uses
// again.
internal abstract class GroupColumn
{
    internal static GroupColumn Of(Column column, DataField leaf) => column.Type switch
    {
        ColumnType.Long => Of<long>(column, leaf),
        ColumnType.Integer => Of<int>(column, leaf),
        ColumnType.Real => Of<double>(column, leaf),
        ColumnType.Logical => Of<bool>(column, leaf),
        _ => column.IsList
            ? new GroupLists<string, ReadOnlyMemory<char>>(leaf, text => text.AsMemory())
            : new GroupTexts(leaf),
    };

    internal abstract void Add(Cells cells, int count);

    // Writes what has come, and begins anew.
    internal abstract Task WriteAsync(ParquetRowGroupWriter group);

    private static GroupColumn Of<T>(Column column, DataField leaf)
        where T : struct =>
        column.IsList ? new GroupLists<T, T>(leaf, element => element)
        : column.IsOptional ? new GroupOptions<T>(leaf)
        : new GroupValues<T>(leaf);
}
