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

    /// <summary>
    /// What is to go into a HATS catalogue is of other work, or of another catalogue, than what it was begun with.
    /// </summary>
    CatalogDiffers,

    /// <summary>Of a HATS catalogue that is to be completed there are partitions missing.</summary>
    IncompleteCatalog,
}
