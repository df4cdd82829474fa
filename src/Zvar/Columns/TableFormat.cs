namespace Zvar;

/// <summary>The formats of tables.</summary>
public enum TableFormat
{
    /// <summary>VOTable 1.4 of the IVOA, with its rows in BINARY2.</summary>
    VOTable,

    /// <summary>VOTable 1.4 with its rows in TABLEDATA, which people can read.</summary>
    VOTableText,

    /// <summary>The enhanced CSV of astropy, version 1.0.</summary>
    Ecsv,

    /// <summary>A binary table of FITS 4.0.</summary>
    Fits,

    /// <summary>Comma-separated values, without units.</summary>
    Csv,

    /// <summary>Apache Parquet, with the metadata of VOParquet 1.0.</summary>
    Parquet,
}
