namespace Zvar;

/// <summary>A column of a table whose rows are objects of one type.</summary>
/// <typeparam name="TRow">A row.</typeparam>
public sealed record Column<TRow> : Column
{
    private readonly Delegate _cellOf;

    /// <summary>Makes a column of ids.</summary>
    public Column(string name, ColumnType type, string description, Func<TRow, long> cellOf)
        : this(name, type, description, cellOf, ColumnType.Long)
    {
    }

    /// <summary>Makes a column of whole numbers.</summary>
    public Column(string name, ColumnType type, string description, Func<TRow, int> cellOf)
        : this(name, type, description, cellOf, ColumnType.Integer)
    {
    }

    /// <summary>Makes a column of doubles.</summary>
    public Column(string name, ColumnType type, string description, Func<TRow, double> cellOf)
        : this(name, type, description, cellOf, ColumnType.Real)
    {
    }

    /// <summary>Makes a column of truths.</summary>
    public Column(string name, ColumnType type, string description, Func<TRow, bool> cellOf)
        : this(name, type, description, cellOf, ColumnType.Logical)
    {
    }

    /// <summary>Makes a column of texts.</summary>
    public Column(string name, ColumnType type, string description, Func<TRow, string?> cellOf)
        : this(name, type, description, cellOf, ColumnType.Text)
    {
    }

    private Column(string name, ColumnType type, string description, Delegate cellOf, ColumnType read)
        : base(name, type, description) => _cellOf = type == read
        ? cellOf
        : throw new ArgumentException($"The column {name} is {type} and its cells are {read}.", nameof(type));

    /// <summary>What reads a cell without a box.</summary>
    /// <typeparam name="TCell">
    /// What <see cref="Column.Type"/> says: long, int, double, bool, or string, which may be null.
    /// </typeparam>
    /// <exception cref="InvalidCastException">The cells are something else.</exception>
    public Func<TRow, TCell> Cells<TCell>() => (Func<TRow, TCell>)_cellOf;

    /// <summary>The cell of a row: a long, int, double, bool, string or null, as the type says.</summary>
    public object? Read(TRow row) => _cellOf switch
    {
        Func<TRow, double> real => real(row),
        Func<TRow, string?> text => text(row),
        Func<TRow, int> integer => integer(row),
        Func<TRow, long> whole => whole(row),
        _ => Cells<bool>()(row),
    };
}
