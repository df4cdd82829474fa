namespace Zvar;

/// <summary>
/// A column of one of our tables, as every table says it: the properties of the types, the wire, files and archives go
/// through the same list.
/// </summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Description">What it is, in a line.</param>
public abstract record Column(string Name, ColumnType Type, string Description)
{
    /// <summary>The unit, written as the IVOA's VOUnits has it; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>What it means to machines, in the words of the IVOA's UCD1+ list; null where none fits.</summary>
    public string? Ucd { get; init; }

    /// <summary>
    /// The name it has at its source, the ZVAR service or the catalogue it is from; null where it is not from there.
    /// </summary>
    public string? ServiceName { get; init; }
}

/// <summary>A column of a table whose rows are objects of one type.</summary>
/// <typeparam name="TRow">A row.</typeparam>
/// <param name="Name">The name of the property.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Description">What it is, in a line.</param>
/// <param name="Read">The cell of a row: long, int, double, bool, string or null, as the type says.</param>
public sealed record Column<TRow>(string Name, ColumnType Type, string Description, Func<TRow, object?> Read)
    : Column(Name, Type, Description);
