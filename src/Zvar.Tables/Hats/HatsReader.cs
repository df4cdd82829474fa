using System.Security.Cryptography;

namespace Zvar.Tables;

/// <summary>
/// Reads a HATS catalogue that <see cref="HatsCatalogWriter"/> made from its first partition to its last. What is added
/// to the catalogue meanwhile it does not see.
/// </summary>
public sealed class HatsReader : IDisposable
{
    private static readonly string[] Columns =
        [.. HatsRows.HealpixColumns.Union(HatsRows.PlaceColumns).Union(HatsRows.MagnitudeColumns)];

    private readonly HatsCatalog _catalog;

    private HatsReader(HatsCatalog catalog)
    {
        _catalog = catalog;
        Dictionary<HatsPixel, long> rows = catalog.Groups.GroupBy(group => HatsPixel.Of(group.File))
            .ToDictionary(one => one.Key, one => one.Sum(group => (long)group.Rows));
        Tiles = [.. catalog.Partitions.Select(pixel => new HatsTile(pixel.Order, pixel.Pixel, rows[pixel]))];
    }

    /// <summary>The folder of the collection.</summary>
    public string Path => _catalog.Path;

    /// <summary>The name of the catalogue (obs_collection).</summary>
    public string Name => _catalog.Name;

    /// <summary>How many exports made it: the first, and its additions.</summary>
    public int Version => _catalog.Version;

    /// <summary>How many stars it has.</summary>
    public long Stars => Tiles.Sum(tile => tile.Rows);

    /// <summary>Its partitions, in the order of the sky.</summary>
    public IReadOnlyList<HatsTile> Tiles { get; }

    // Which of its stars are made up.
    internal string Synthetic => _catalog.Properties.GetValueOrDefault(HatsProperties.Synthetic, "none");

    /// <summary>Opens a catalogue.</summary>
    /// <param name="path">The folder of the collection.</param>
    /// <exception cref="TableException">There is none, it is damaged, or its columns are not ours.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static HatsReader Open(string path) => new(HatsCatalog.Open(path));

    /// <summary>The stars of a partition by their places on the sky, a group of rows at a time.</summary>
    /// <param name="tile">One of <see cref="Tiles"/>.</param>
    public IEnumerable<IReadOnlyList<HatsLightCurve>> Read(HatsTile tile)
    {
        foreach (ParquetGroup group in _catalog.GroupsIn(tile.Place.First, tile.Place.End))
        {
            HatsRows rows = _catalog.Read(group, Columns);
            yield return [.. Enumerable.Range(0, rows.Count).Select(row => StarOf(rows, row))];
        }
    }

    // The stars of a partition without their light curves.
    internal XmatchStars ReadStars(HatsTile tile) => XmatchStars.Of(
        _catalog.GroupsIn(tile.Place.First, tile.Place.End).Select(group => _catalog.Read(group, XmatchStars.Columns)));

    /// <summary>Begins a catalogue of what is computed of the stars, or goes on with one.</summary>
    /// <param name="path">Its folder, which is made if need be.</param>
    /// <param name="work">What is computed.</param>
    /// <param name="columns">The columns of the rows that come of it.</param>
    /// <exception cref="TableException">
    /// The folder has something else in it: results of other work, or of another catalogue, or of this one before it
    /// was added to.
    /// </exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public HatsResults<TRow> OpenResults<TRow>(string path, HatsWork work, IReadOnlyList<Column<TRow>> columns)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(columns);
        return HatsResults<TRow>.Open(path, this, work, columns);
    }

    internal HatsResults OpenResults(string path, HatsWork work) => HatsResults.Open(path, this, work);

    /// <inheritdoc/>
    public void Dispose() => _catalog.Dispose();

    // What is said of all its groups of rows tells it from every other.
    internal string Digest()
    {
        using FileStream metadata = File.OpenRead(_catalog.Primary.Metadata);
        return Convert.ToHexStringLower(SHA256.HashData(metadata));
    }

    private static HatsLightCurve StarOf(HatsRows rows, int row)
    {
        string[]? bands = rows.BandsOf(row, PhotometryFormat.Mag);
        return new HatsLightCurve(
            rows.Psid[row],
            rows.PositionOf(row),
            rows.Healpix[row],
            bands is null ? null : rows.LightCurveOf(row, PhotometryFormat.Mag),
            bands ?? []);
    }
}
