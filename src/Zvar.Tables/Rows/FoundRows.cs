namespace Zvar.Tables;

// Rows whose columns are found in them: those of other catalogues, and what somebody selected. The first block of them
// says what the columns are and hold.
internal sealed class FoundRows(
    string name, IReadOnlyList<Column> known, Func<object, IEnumerable<KeyValuePair<string, object?>>> cellsOf) : TableRows
{
    private readonly OrderedDictionary<string, object?[]> _cells = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<Column>? _columns;

    public override TableHeader Header => new(name, _columns ??= FindColumns());

    public override int Add(object row, int from)
    {
        KeyValuePair<string, object?>[] pairs = [.. cellsOf(row)];
        if (_columns is not null && Array.Find(pairs, pair => !_cells.ContainsKey(pair.Key)) is { Key: { } other })
        {
            throw new TableException(
                TableError.TableColumnsDiffer,
                $"This row has a column {Excerpt.Of(other)}, which those before it have not"
                + $" ({Excerpt.Of(string.Join(", ", _columns.Select(one => one.Name)))}): give all rows the same columns with"
                + " Select-Object, or export them apart.");
        }

        foreach ((string column, object? cell) in pairs)
        {
            if (!_cells.TryGetValue(column, out object?[]? cells))
            {
                _cells.Add(column, cells = new object?[TableBlock.MostRows]);
            }

            cells[Count] = cell;
        }

        Count++;
        return 0;
    }

    private protected override IReadOnlyList<Cells> Cells()
    {
        _columns ??= FindColumns();
        Cells[] cells = [.. _columns.Select((column, i) => CellsOf(column, _cells.GetAt(i).Value.AsSpan(0, Count)))];
        foreach (object?[] values in _cells.Values)
        {
            values.AsSpan().Clear();
        }

        return cells;
    }

    private IReadOnlyList<Column> FindColumns() =>
    [
        .. _cells.Select(column =>
            {
                Column? like = known.FirstOrDefault(one =>
                    string.Equals(one.Name, column.Key, StringComparison.OrdinalIgnoreCase));
                ColumnType type = FoundType.Of(column.Value.AsSpan(0, Count), like?.Type);
                return new Column(column.Key, type, like?.Description ?? "")
                {
                    Unit = like?.Unit,
                    Ucd = like?.Ucd,
                    IsOptional = type is ColumnType.Long or ColumnType.Integer or ColumnType.Logical,
                };
            }),
    ];

    private static Cells CellsOf(Column column, ReadOnlySpan<object?> values) => column.Type switch
    {
        ColumnType.Long => Typed<long>(column, values, FoundType.TryLong),
        ColumnType.Integer => Typed<int>(column, values, FoundType.TryInteger),
        ColumnType.Real => Typed<double>(column, values, FoundType.TryReal),
        ColumnType.Logical => Typed<bool>(column, values, FoundType.TryTruth),
        _ => new Cells<string?>(Array.ConvertAll(values.ToArray(), FoundType.TextOf)),
    };

    private static Cells<T> Typed<T>(Column column, ReadOnlySpan<object?> values, TryRead<T> read)
        where T : struct
    {
        var cells = new Cells<T>(new T[values.Length]) { Missing = new bool[values.Length] };
        for (int row = 0; row < values.Length; row++)
        {
            object? value = values[row];
            cells.Missing[row] = FoundType.IsNothing(value);
            if (!read(value, out cells.Values[row]) && !cells.Missing[row])
            {
                throw new TableException(
                    TableError.TableColumnsDiffer,
                    $"The column {Excerpt.Of(column.Name)} holds {column.Type} in the rows before, and here"
                    + $" '{Excerpt.Of(FoundType.TextOf(value))}', which is not: give it one type with Select-Object.");
            }
        }

        return cells;
    }

    private delegate bool TryRead<T>(object? value, out T read);
}
