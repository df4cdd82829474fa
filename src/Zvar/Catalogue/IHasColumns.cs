namespace Zvar;

/// <summary>
/// A row of somebody's table: beside what every such row has it carries the table's own columns, whose names and
/// number are not ours to know. They are reached by a method, so that a row exported as a table stays flat.
/// </summary>
public interface IHasColumns
{
    /// <summary>
    /// The columns by their own names, in the table's order: long, double, bool or string; a null is NaN.
    /// </summary>
    IReadOnlyDictionary<string, object> GetColumns();
}
