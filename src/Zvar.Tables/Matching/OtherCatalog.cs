using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zvar.Tables;

/// <summary>
/// A HATS catalogue of anybody's, whose sources are matched with stars: a collection, or a catalogue that is in none,
/// its partitions files or folders of files.
/// </summary>
/// <remarks>
/// Of its columns those are read that have a number, a truth or a text a row; lists, structs, dates and decimals are
/// left out. Where it is said nowhere which partitions there are, its folders are gone through.
/// </remarks>
public sealed class OtherCatalog
{
    private const string Ra = "hats_col_ra";
    private const string Dec = "hats_col_dec";
    private const string HealpixColumn = "hats_col_healpix";
    private const string HealpixOrder = "hats_col_healpix_order";
    private const string Suffix = "hats_npix_suffix";

    private readonly Dictionary<string, string> _properties;
    private readonly HatsFolder _folder;
    private readonly HatsPixel[] _partitions;

    private OtherCatalog(string path, CancellationToken cancellationToken)
    {
        Path = path;
        string collection = System.IO.Path.Combine(path, HatsProperties.CollectionFile);
        Dictionary<string, string> outer = File.Exists(collection) ? HatsProperties.Read(collection) : [];
        _folder = outer.Count == 0
            ? new HatsFolder(path)
            : new HatsFolder(System.IO.Path.Combine(path, PropertyOf(outer, HatsProperties.PrimaryTable)));
        _properties = ReadProperties();
        Name = outer.GetValueOrDefault(HatsProperties.Collection) ?? PropertyOf(_properties, HatsProperties.Collection);
        RaColumn = PropertyOf(_properties, Ra);
        DecColumn = PropertyOf(_properties, Dec);
        _partitions = [.. FindPartitions().Distinct().OrderBy(pixel => pixel.First)];
        Digest = ComputeDigest(cancellationToken);
        ReadColumns();
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The name of the catalogue (obs_collection).</summary>
    public string Name { get; }

    /// <summary>Its columns, as far as they are read.</summary>
    public IReadOnlyList<Column> Columns { get; private set; } = [];

    /// <summary>What is to be told of columns that are left out.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    // Which of its sources are made up.
    internal string Synthetic => _properties.GetValueOrDefault(HatsProperties.Synthetic, "none");

    // What its files say of themselves tells it from every other.
    internal string Digest { get; }

    internal string RaColumn { get; }

    internal string DecColumn { get; }

    // The column of HEALPix pixels and their order, by which groups of rows are told; null where none is known.
    internal (string Column, int Order)? Healpix =>
        _properties.GetValueOrDefault(HealpixColumn, HatsTable.Healpix) is var column
        && int.TryParse(
            _properties.GetValueOrDefault(HealpixOrder, column == HatsTable.Healpix ? "29" : ""),
            CultureInfo.InvariantCulture,
            out int order)
        && order is >= 0 and <= Zvar.Healpix.MaxOrder
            ? (column, order)
            : null;

    /// <summary>Opens a catalogue.</summary>
    /// <param name="path">Its folder, or that of the collection it is the primary table of.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="TableException">
    /// There is none, or it lacks what HATS wants of it, or is damaged; the file is named.
    /// </exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static OtherCatalog Open(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new OtherCatalog(path, cancellationToken);
    }

    // The partitions that have something in some ranges of the finest order. Both are in order.
    internal IEnumerable<HatsPixel> PartitionsIn(IReadOnlyList<(long First, long End)> ranges)
    {
        int at = 0;
        foreach (HatsPixel pixel in _partitions)
        {
            while (at < ranges.Count && ranges[at].End <= pixel.First)
            {
                at++;
            }

            if (at < ranges.Count && ranges[at].First < pixel.End)
            {
                yield return pixel;
            }
        }
    }

    private Dictionary<string, string> ReadProperties()
    {
        foreach (string name in new[] { HatsProperties.File, HatsProperties.OldFile })
        {
            string file = System.IO.Path.Combine(_folder.Path, name);
            if (File.Exists(file))
            {
                return HatsProperties.Read(file);
            }
        }

        throw new TableException(
            TableError.TableNotUnderstood,
            $"'{Path}' is no folder of a HATS catalogue: it has no {HatsProperties.File} and no"
            + $" {HatsProperties.CollectionFile}. A catalogue on disk is matched with one on disk: name its folder.")
        {
            Path = Path,
        };
    }

    private IEnumerable<HatsPixel> FindPartitions()
    {
        if (!File.Exists(_folder.PartitionInfo))
        {
            return WalkFolders();
        }

        string[] lines = File.ReadAllLines(_folder.PartitionInfo);
        string[] names = [.. lines.Take(1).SelectMany(line => line.Split(',')).Select(name => name.Trim())];
        (int order, int pixel) = (Array.IndexOf(names, "Norder"), Array.IndexOf(names, "Npix"));
        return order < 0 || pixel < 0
            ? throw Damaged(_folder.PartitionInfo, "it has no columns Norder and Npix.")
            : lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).Select(cells =>
                PixelOf(cells.ElementAtOrDefault(order), cells.ElementAtOrDefault(pixel)));
    }

    private HatsPixel PixelOf(string? order, string? pixel) =>
        int.TryParse(order, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int ofOrder)
        && ofOrder is >= 0 and <= Zvar.Healpix.MaxOrder
        && long.TryParse(pixel, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long number)
        && number < 12L << (2 * ofOrder)
            ? new HatsPixel(ofOrder, number)
            : throw Damaged(
                _folder.PartitionInfo,
                $"Norder '{Excerpt.Of(order ?? "")}' with Npix '{Excerpt.Of(pixel ?? "")}' is no pixel.");

    private IEnumerable<HatsPixel> WalkFolders()
    {
        string dataset = _folder.FileOf("");
        return !Directory.Exists(dataset) ? [] : Directory.EnumerateDirectories(dataset, "Norder=*")
            .SelectMany(order => Directory.EnumerateDirectories(order, "Dir=*"))
            .SelectMany(folder => Directory.EnumerateFileSystemEntries(folder, "Npix=*"))
            .Select(entry => System.IO.Path.GetRelativePath(dataset, entry).Replace('\\', '/'))
            .Select(HatsPixel.Of);
    }

    // The files of a partition, in their order.
    internal IReadOnlyList<string> FilesOf(HatsPixel pixel)
    {
        string file = _folder.FileOf(pixel.Path);
        string bare = file[..^".parquet".Length];
        string suffix = _properties.GetValueOrDefault(Suffix, ".parquet");
        string named = bare + suffix.TrimEnd('/');
        foreach (string one in new[] { named, file })
        {
            if (File.Exists(one))
            {
                return [one];
            }
        }

        return Directory.Exists(bare)
            ?
            [
                .. Directory.EnumerateFiles(bare, "*", SearchOption.AllDirectories)
                    .Where(one => System.IO.Path.GetFileName(one)[0] is not ('_' or '.'))
                    .Order(StringComparer.Ordinal),
            ]
            : throw Damaged(named, "it is not there, and the catalogue says that it is a partition.");
    }

    private string ComputeDigest(CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes($"{RaColumn}\n{DecColumn}\n{Synthetic}\n"));
        foreach (string file in _partitions.SelectMany(FilesOf))
        {
            cancellationToken.ThrowIfCancellationRequested();
            digest.AppendData(Encoding.UTF8.GetBytes(
                System.IO.Path.GetRelativePath(_folder.Path, file).Replace('\\', '/')));
            digest.AppendData(FooterOf(file));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private byte[] FooterOf(string file)
    {
        try
        {
            return ParquetMetadata.ReadFooter(file);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A length that is none leads anywhere.
            throw Damaged(file, $"it has no end of a Parquet file: {Excerpt.Of(error.Message)}");
        }
    }

    // All its files have the same columns.
    private void ReadColumns()
    {
        string like = _partitions.SelectMany(FilesOf).FirstOrDefault() ?? _folder.CommonMetadata;
        if (!File.Exists(like))
        {
            throw Damaged(_folder.Path, "it has no partitions.");
        }

        using ParquetTableReader reader = OpenTable(like);
        Columns = [.. reader.Header.Columns.Where(column => !column.IsList)];
        Notes =
        [
            .. reader.Notes,
            .. reader.Header.Columns.Where(column => column.IsList)
                .Select(column => $"The column {Excerpt.Of(column.Name)} was left out: it has lists."),
        ];
        foreach ((string property, string name) in new[] { (Ra, RaColumn), (Dec, DecColumn) })
        {
            if (Columns.FirstOrDefault(column => column.Name == name) is not { Type: ColumnType.Real })
            {
                throw Damaged(
                    _folder.Path,
                    $"its {property} is '{Excerpt.Of(name)}', and it has no column of that name with degrees. It has"
                    + $" {new ColumnNames(Columns.Select(column => column.Name))}.");
            }
        }
    }

    internal ParquetTableReader OpenTable(string file)
    {
        try
        {
            return new ParquetTableReader(new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                bufferSize: 1 << 12,
                FileOptions.RandomAccess));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or TableException)
        {
            throw Damaged(file, error.Message, error);
        }
    }

    internal TableException Damaged(string file, string message, Exception? inner = null) => new(
        TableError.TableDamaged, $"The HATS catalogue '{Path}' cannot be read, '{file}': {message}", inner)
    {
        Path = file,
    };

    private string PropertyOf(Dictionary<string, string> properties, string key) =>
        properties.GetValueOrDefault(key) is { Length: > 0 } value ? value : throw new TableException(
            TableError.TableNotUnderstood,
            $"The HATS catalogue '{Path}' lacks the property {key}, which HATS wants of a catalogue with positions.")
        {
            Path = Path,
        };
}
