using System.IO.Compression;
using System.Text;

namespace Zvar.Tables;

/// <summary>The file of a table, by its name and its bytes.</summary>
public static class TableFile
{
    private const string Gzip = ".gz";
    private const int FirstBytes = 1024;

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

    /// <summary>
    /// Whether rows come behind those of a file as it is. The other formats say at their beginning how many there are,
    /// or end with something: such a file is written anew, with both.
    /// </summary>
    public static bool CanGoOn(TableFormat format) =>
        format is TableFormat.Csv or TableFormat.Ecsv or TableFormat.Parquet;

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
        if (format == TableFormat.Csv && header.Columns.FirstOrDefault(column => column.IsList) is { } list)
        {
            throw new TableException(
                TableError.TableNotUnderstood,
                $"The column {Excerpt.Of(list.Name)} has lists, for which a CSV has no place: write rows, or another"
                + " format.");
        }

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

    /// <summary>Copies what is in a file, decompressed if need be.</summary>
    /// <exception cref="TableException">The compressed file is damaged.</exception>
    public static void CopyContent(string path, Stream to)
    {
        using FileStream file = File.OpenRead(path);
        if (!IsCompressed(path))
        {
            file.CopyTo(to);
            return;
        }

        using var content = new GzipContent(file);
        content.CopyTo(to);
    }

    /// <summary>The stream that compresses what is written to it by gzip.</summary>
    public static Stream Compress(Stream output) => new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);

    /// <summary>A file for what has to be gone back to, in the folder for such: it is gone once it is closed.</summary>
    public static FileStream Spool() => new(
        Path.GetTempFileName(),
        FileMode.Open,
        FileAccess.ReadWrite,
        FileShare.None,
        1 << 16,
        FileOptions.DeleteOnClose);

    /// <summary>Opens a table, whose format its first bytes say.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="TableException">It is no table, or damaged where it begins.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TableReader Open(string path)
    {
        var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            1 << 16,
            FileOptions.SequentialScan);
        try
        {
            Stream content = BeginsWith(file, [0x1F, 0x8B]) ? new GzipContent(file) : file;
            return Open(file, content);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static TableReader Open(FileStream file, Stream content)
    {
        try
        {
            byte[] first = new byte[FirstBytes];
            int count = content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
            ReadOnlySpan<byte> begin = first.AsSpan(0, count);
            if (content.CanSeek)
            {
                content.Position = 0;
            }
            else
            {
                content = new Beginning(first[..count], content);
            }

            string text = Encoding.UTF8.GetString(begin);
            if (HtmlPage.IsBegunBy(text))
            {
                throw new TableException(
                    TableError.TableNotUnderstood,
                    "It is an HTML page, and no table: what was saved may be a page to log in at, or an error of the"
                    + " service.");
            }

            return begin.StartsWith(ParquetTableReader.Signature) && file == content ? new ParquetTableReader(content)
                : begin.StartsWith(FitsReader.Signature) ? new FitsReader(content)
                : text.TrimStart('\uFEFF').StartsWith(EcsvFile.Signature, StringComparison.Ordinal)
                ? EcsvFile.Open(content)
                : IsXml(begin) ? new VOTableReader(content)
                : PlainText.Open(content, TableKind.HeaderOf);
        }
        catch (InvalidDataException error)
        {
            throw new TableException(
                TableError.TableDamaged, $"The compressed file is damaged: {Excerpt.Of(error.Message)}", error);
        }
    }

    private static bool BeginsWith(FileStream file, ReadOnlySpan<byte> signature)
    {
        byte[] first = new byte[signature.Length];
        int count = file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return first.AsSpan(0, count).SequenceEqual(signature);
    }

    // In UTF-8, or in UTF-16 of either order, with a mark of it or without.
    private static bool IsXml(ReadOnlySpan<byte> begin)
    {
        foreach (byte one in begin)
        {
            if (one is not (0 or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF
                or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return one == '<';
            }
        }

        return false;
    }
}
