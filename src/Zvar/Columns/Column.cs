namespace Zvar;

/// <summary>
/// A column of a table. Of each of our types there is one list of them, as every table says it: the properties of the
/// types, the wire, files and archives go through the same list.
/// </summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Description">What it is, in a line; empty where nobody says.</param>
public record Column(string Name, ColumnType Type, string Description)
{
    /// <summary>The unit, written as the IVOA's VOUnits has it; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>What it means to machines, in the words of the IVOA's UCD1+ list; null where none fits.</summary>
    public string? Ucd { get; init; }

    /// <summary>
    /// The name it has at its source, the ZVAR service or the catalogue it is from; null where it is not from there.
    /// </summary>
    public string? ServiceName { get; init; }

    /// <summary>
    /// Whether a cell is a list of what the type says, of any length: as a light curve in one row has it.
    /// </summary>
    public bool IsList { get; init; }

    /// <summary>
    /// The struct that a column of lists is a field of, with which its name begins, and a dot: <c>lc</c> of
    /// <c>lc.Time</c>, as nested-pandas has the light curve of a star in one row. Null for a column of its own.
    /// </summary>
    public string? Struct { get; init; }

    /// <summary>
    /// Whether a row may have nothing here, where the type has no word for it: numbers that are whole, and truths; and
    /// where nothing is to be told from NaN, in a cross-match of catalogues. Others of ours never do.
    /// </summary>
    public bool IsOptional { get; init; }
}
