using Parquet;
using Parquet.Schema;

namespace Zvar.Tables;

// A column of a group of rows with a list a row.
internal sealed class GroupLists<T, TStored>(DataField leaf, Func<T, TStored> store) : GroupColumn
    where TStored : struct
{
    private readonly List<T[]> _lists = [];

    internal override void Add(Cells cells, int count) =>
        _lists.AddRange(((Cells<T[]>)cells).Values.AsSpan(0, count));

    // The elements of all lists, one after the other. For each place it is said how much of it is there (an empty list
    // has no element), and whether it goes on with the list before.
    internal override async Task WriteAsync(ParquetRowGroupWriter group)
    {
        int emptyList = leaf.MaxDefinitionLevel - (leaf.IsNullable ? 2 : 1);
        int all = _lists.Sum(list => list.Length);
        int places = _lists.Sum(list => Math.Max(1, list.Length));
        TStored[] elements = GC.AllocateUninitializedArray<TStored>(all);
        int[] definition = GC.AllocateUninitializedArray<int>(places);
        int[] repetition = GC.AllocateUninitializedArray<int>(places);
        int element = 0;
        int place = 0;
        foreach (T[] list in _lists)
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

        await group.WriteAllPartsAsync<TStored>(leaf, elements, definition, repetition, CancellationToken.None)
            .ConfigureAwait(false);
        _lists.Clear();
    }
}
