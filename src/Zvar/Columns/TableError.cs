namespace Zvar;

/// <summary>What can be wrong with a table's file.</summary>
public enum TableError
{
    /// <summary>It is none of the formats that are read, or what is in it is none of what is wanted.</summary>
    TableNotUnderstood,

    /// <summary>It is cut off, or not written as its format wants it.</summary>
    TableDamaged,

    /// <summary>What is to go into one table has other columns than the table.</summary>
    TableColumnsDiffer,
}
