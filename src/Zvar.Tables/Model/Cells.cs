namespace Zvar.Tables;

/// <summary>The cells of one column, some rows of it: an array of what the column holds.</summary>
public abstract class Cells
{
    /// <summary>
    /// Which rows have nothing in this column, where the cells themselves cannot say so: whole numbers and truths. Null
    /// where all have something.
    /// </summary>
    public bool[]? Missing { get; init; }

    /// <summary>Whether a row has nothing in this column.</summary>
    public bool IsMissing(int row) => Missing is { } missing && missing[row];

    /// <summary>The cell of a row: null where it has nothing.</summary>
    public abstract object? this[int row] { get; }
}

/// <summary>The cells of one column.</summary>
/// <typeparam name="T">
/// As the column's type says long, int, double, bool or string; of a column of lists an array of that.
/// </typeparam>
/// <param name="values">A cell a row; there may be more than the block has rows.</param>
public sealed class Cells<T>(T[] values) : Cells
{
    /// <summary>A cell a row; there may be more than the block has rows.</summary>
    public T[] Values { get; } = values;

    /// <inheritdoc/>
    public override object? this[int row] => IsMissing(row) ? null : Values[row];
}
