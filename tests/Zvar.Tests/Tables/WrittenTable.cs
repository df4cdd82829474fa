using Zvar.Tables;

namespace Zvar.Tests.Tables;

/// <summary>Objects as a file of a table, and back.</summary>
internal static class WrittenTable
{
    internal static readonly TableFormat[] Formats = Enum.GetValues<TableFormat>();

    internal static void Write(
        string path, TableFormat format, IEnumerable<object> objects, bool nested = false, params string[] facts)
    {
        object[] all = [.. objects];
        using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        TableRows rows = (TableKind.Of(all[0], nested) ?? throw new ArgumentException("No kind of table.")).NewRows();
        TableWriter? writer = null;
        foreach (object one in all)
        {
            int from = 0;
            do
            {
                from = rows.Add(one, from);
                if (rows.IsFull)
                {
                    Flush();
                }
            }
            while (from > 0);
        }

        if (!rows.IsEmpty)
        {
            Flush();
        }

        writer!.Complete();
        writer.Dispose();

        void Flush()
        {
            TableBlock block = rows.Take();
            writer ??= TableFile.Begin(file, format, rows.Header with
            {
                Facts = [.. facts.Chunk(2).Select(fact => KeyValuePair.Create(fact[0], fact[1]))],
            });
            writer.Write(block);
        }
    }

    internal static object[] Read(string path)
    {
        using TableReader reader = TableFile.Open(path);
        ObjectMaker maker = TableKind.OfColumns(reader.Header.Columns.Select(column => column.Name))!
            .NewMaker(reader.Header);
        List<object> made = [];
        while (reader.Read() is { } block)
        {
            made.AddRange(maker.Make(block));
        }

        return [.. made, .. maker.Finish()];
    }

    /// <summary>All cells of all rows, by the names of their columns.</summary>
    internal static Dictionary<string, object?[]> ReadCells(string path)
    {
        using TableReader reader = TableFile.Open(path);
        Dictionary<string, List<object?>> cells = reader.Header.Columns.ToDictionary(
            column => column.Name, _ => new List<object?>());
        while (reader.Read() is { } block)
        {
            for (int place = 0; place < block.Columns.Count; place++)
            {
                cells[reader.Header.Columns[place].Name].AddRange(
                    Enumerable.Range(0, block.Count).Select(row => block.Columns[place][row]));
            }
        }

        return cells.ToDictionary(column => column.Key, column => column.Value.ToArray());
    }
}
