namespace Zvar.Tables;

/// <summary>
/// Writes stars as a HATS 1.0 collection (IVOA Note of 2025): a catalogue whose partitions are HEALPix pixels, with
/// light curves nested in its rows, the margin of its partitions, and indexes by psid and by the sources that stars
/// were matched with. Into a collection that is there it adds.
/// </summary>
/// <remarks>
/// Stars are kept in a file of the collection's folder as they come, and of each 32 bytes in memory, until
/// <see cref="Complete"/> makes the catalogue. An export that was interrupted goes on: the stars that had come are
/// there when a writer is made again, and files that were finished are not made again. Who reads the collection sees
/// all of an addition or nothing of it. One writer at a time, and one thread.
/// </remarks>
public sealed class HatsCatalogWriter : IDisposable
{
    private readonly string _path;
    private readonly string _exportFolder;
    private readonly HatsOptions _options;
    private readonly HatsSpool _spool;
    private readonly bool _isNew;
    private readonly Dictionary<long, int> _placeOf = [];

    /// <summary>Begins an export, or goes on with one that was interrupted.</summary>
    /// <param name="path">The folder of the collection, which is made if need be.</param>
    /// <param name="options">How it is made; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive.</exception>
    /// <exception cref="IOException">
    /// The folder cannot be written, or another export is under way into it.
    /// </exception>
    public HatsCatalogWriter(string path, HatsOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _options = options ?? new HatsOptions();
        _options.Check();
        _path = Path.GetFullPath(path);
        _exportFolder = Path.Combine(_path, HatsCollection.ExportFolder);
        _isNew = !Directory.Exists(_path);
        Directory.CreateDirectory(_exportFolder);
        string stars = Path.Combine(_exportFolder, "stars");
        if (IsDone())
        {
            File.Delete(stars);
        }

        _spool = new HatsSpool(stars, number: 1, DateTimeOffset.UtcNow);
        foreach ((int place, SpooledStar star) in _spool.Stars.Index())
        {
            _placeOf[star.Psid] = place;
        }

        HadStars = Count > 0;
    }

    /// <summary>Whether it goes on with an export that was interrupted.</summary>
    public bool HadStars { get; }

    /// <summary>How many stars this export has, with those that had come before it was interrupted.</summary>
    public int Count => _placeOf.Count;

    private string PlanFile => Path.Combine(_exportFolder, "plan");

    /// <summary>
    /// What came of a star last, in this export or before it was interrupted; null where it did not come.
    /// </summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public StarRecord? Find(long psid)
    {
        if (!_placeOf.TryGetValue(psid, out int place))
        {
            return null;
        }

        _spool.Flush();
        return _spool.Read(_spool.Stars[place]);
    }

    /// <summary>
    /// Adds a star. Of one that has come before, or is in the collection, what comes now takes the place of what was.
    /// </summary>
    /// <exception cref="IOException">It cannot be kept.</exception>
    public void Add(StarRecord star)
    {
        ArgumentNullException.ThrowIfNull(star);
        _spool.Add(star);
        _placeOf[star.Object.Psid] = _spool.Stars.Count - 1;
    }

    /// <summary>Makes the catalogue of the stars that have come, and of those that were in it.</summary>
    /// <param name="progress">Told what part of the files are there, from 0 to 1; on any thread.</param>
    /// <param name="cancellationToken">Interrupts it; what is done then stays.</param>
    /// <exception cref="TableException">
    /// No star has come, or there is a collection that is damaged or has other columns.
    /// </exception>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public HatsSummary Complete(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (Count == 0)
        {
            throw new TableException(TableError.TableNotUnderstood, "No star came to make a catalogue of.");
        }

        _spool.Flush();
        using HatsCatalog? existing = HatsCatalog.TryOpen(_path);
        var collection = new HatsCollection(
            _path, existing?.Name ?? HatsCollection.NameOf(_options.Name ?? Path.GetFileNameWithoutExtension(_path)));
        int version = (existing?.Version ?? 0) + 1;
        string plan = HatsPlan.Of(version, _spool, _options);
        if (!File.Exists(PlanFile) || File.ReadAllText(PlanFile) != plan)
        {
            collection.Delete(version);
            WholeFile.Write(PlanFile, System.Text.Encoding.UTF8.GetBytes(plan));
        }

        using var build = new HatsBuild(collection, version, existing, _exportFolder, _spool, _options);
        HatsSummary summary = build.Run(progress, cancellationToken);
        for (int old = version - 2; old > 0; old--)
        {
            collection.Delete(old);
        }

        _spool.Dispose();
        Directory.Delete(_exportFolder, recursive: true);
        return summary with { Added = Count };
    }

    /// <summary>Lets go of the files. What has come is kept, to go on with.</summary>
    public void Dispose()
    {
        _spool.Dispose();
        if (Count == 0 && Directory.Exists(_exportFolder))
        {
            Directory.Delete(_isNew ? _path : _exportFolder, recursive: true);
        }
    }

    // Whether the export that is there was interrupted when all was done but to clear up after it.
    private bool IsDone()
    {
        if (!File.Exists(PlanFile))
        {
            return false;
        }

        using HatsCatalog? existing = HatsCatalog.TryOpen(_path);
        return existing is not null && HatsPlan.VersionOf(File.ReadAllText(PlanFile)) <= existing.Version;
    }
}
