using Parquet;
using Parquet.Schema;

namespace Zvar.Tables;

// A column of a group of rows with a cell a row.
internal abstract class GroupCells<T>(DataField leaf) : GroupColumn
{
    private T[] _cells = [];
    private int _count;

    internal override void Add(Cells cells, int count)
    {
        if (_count + count > _cells.Length)
        {
            Array.Resize(ref _cells, Math.Max(_count + count, 2 * _cells.Length));
        }

        Take(cells, _cells.AsSpan(_count, count));
        _count += count;
    }

    internal override async Task WriteAsync(ParquetRowGroupWriter group)
    {
        await WriteAsync(group, leaf, _cells.AsMemory(0, _count)).ConfigureAwait(false);
        _count = 0;
    }

    private protected abstract void Take(Cells cells, Span<T> into);

    private protected abstract Task WriteAsync(ParquetRowGroupWriter group, DataField leaf, ReadOnlyMemory<T> cells);
}

// One of numbers or truths.
internal sealed class GroupValues<T>(DataField leaf) : GroupCells<T>(leaf)
    where T : struct
{
    private protected override void Take(Cells cells, Span<T> into) =>
        ((Cells<T>)cells).Values.AsSpan(0, into.Length).CopyTo(into);

    private protected override Task WriteAsync(ParquetRowGroupWriter group, DataField leaf, ReadOnlyMemory<T> cells) =>
        group.WriteAsync(leaf, cells);
}

// One of numbers or truths some of which are not there.
internal sealed class GroupOptions<T>(DataField leaf) : GroupCells<T?>(leaf)
    where T : struct
{
    private protected override void Take(Cells cells, Span<T?> into)
    {
        T[] values = ((Cells<T>)cells).Values;
        for (int row = 0; row < into.Length; row++)
        {
            into[row] = cells.IsMissing(row) ? null : values[row];
        }
    }

    private protected override Task WriteAsync(ParquetRowGroupWriter group, DataField leaf, ReadOnlyMemory<T?> cells) =>
        group.WriteAsync(leaf, cells);
}

// One of texts.
internal sealed class GroupTexts(DataField leaf) : GroupCells<string>(leaf)
{
    private protected override void Take(Cells cells, Span<string> into) =>
        ((Cells<string>)cells).Values.AsSpan(0, into.Length).CopyTo(into);

    private protected override Task WriteAsync(
        ParquetRowGroupWriter group, DataField leaf, ReadOnlyMemory<string> cells) =>
        group.WriteAsync(leaf, cells.ToArray());
}
