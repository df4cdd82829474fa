namespace Zvar;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnType
{
    /// <summary>A whole number of 64 bits: an id.</summary>
    Long,

    /// <summary>A whole number of 32 bits: a count or a number.</summary>
    Integer,

    /// <summary>A double; NaN where nothing was measured.</summary>
    Real,

    /// <summary>True or false.</summary>
    Logical,

    /// <summary>Text; null where there is none.</summary>
    Text,
}
