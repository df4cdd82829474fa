using System.IO.Compression;

namespace Zvar.Tables;

/// <summary>The file of a table, by its name and its bytes.</summary>
public static class TableFile
{
    private const string Gzip = ".gz";

    private static readonly (string Ending, TableFormat Format)[] Endings =
    [
        (".vot", TableFormat.VOTable), (".votable", TableFormat.VOTable), (".xml", TableFormat.VOTable),
        (".ecsv", TableFormat.Ecsv), (".fits", TableFormat.Fits), (".fit", TableFormat.Fits),
        (".csv", TableFormat.Csv), (".parquet", TableFormat.Parquet), (".parq", TableFormat.Parquet),
        (".pq", TableFormat.Parquet),
    ];

    /// <summary>The endings of names that say a format, for error messages.</summary>
    public const string KnownEndings = ".vot, .xml, .ecsv, .fits, .csv, .parquet; with .gz after it, compressed";

    /// <summary>The format that the ending of a name says; null where it says none.</summary>
    public static TableFormat? FormatOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string plain = IsCompressed(path) ? path[..^Gzip.Length] : path;
        string ending = Path.GetExtension(plain);
        foreach ((string known, TableFormat format) in Endings)
        {
            if (string.Equals(known, ending, StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        return null;
    }

    /// <summary>Whether the ending of a name says that the file is compressed by gzip.</summary>
    public static bool IsCompressed(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether rows can be added to a file of a format that is there.</summary>
    public static bool CanAppend(TableFormat format, bool compressed) =>
        format is TableFormat.Csv or TableFormat.Ecsv || (format == TableFormat.Parquet && !compressed);

    /// <summary>Begins a table.</summary>
    /// <param name="output">
    /// Where to, plain: it can be read and sought in for FITS, and for Parquet that goes on. It is not closed.
    /// </param>
    /// <param name="format">In which format.</param>
    /// <param name="header">What the table is.</param>
    /// <param name="appends">Whether the stream is at the end of a table with the same columns, which goes on.</param>
    /// <exception cref="TableException">The format has no place for such columns.</exception>
    public static TableWriter Begin(Stream output, TableFormat format, TableHeader header, bool appends = false)
    {
        ArgumentNullException.ThrowIfNull(header);
        return format switch
        {
            TableFormat.VOTable => new VOTableWriter(output, header),
            TableFormat.VOTableText => new VOTableTextWriter(output, header),
            TableFormat.Ecsv => new EcsvWriter(output, header, appends),
            TableFormat.Fits => new FitsWriter(output, header),
            TableFormat.Csv => new CsvWriter(output, header, appends),
            _ => new ParquetTableWriter(output, header, appends),
        };
    }

    /// <summary>The stream that compresses what is written to it by gzip.</summary>
    public static Stream Compress(Stream output) => new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
}
