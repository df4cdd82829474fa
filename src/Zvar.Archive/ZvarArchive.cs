using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>
/// An archive: one file that keeps what was asked of a source, and what it answered, and gives the same answers again.
/// Several threads may read and write at a time, and several programs.
/// </summary>
public sealed class ZvarArchive : IDisposable
{
    private readonly ArchiveFile _file;
    private readonly Lock _writing = new();
    private ArchiveChanges _changes = new();

    private ZvarArchive(ArchiveFile file) => _file = file;

    /// <summary>The whole path of its file.</summary>
    public string Path => _file.Path;

    /// <summary>Whether its stars are made up; false where it has none yet.</summary>
    public bool Synthetic => FindFact(Fact.Synthetic) == "1";

    /// <summary>Opens an archive to read: nothing is written, not even beside it.</summary>
    /// <param name="path">The whole path of its file.</param>
    /// <exception cref="ArchiveException">There is none, or it is no archive, or one of a newer version.</exception>
    public static ZvarArchive OpenRead(string path) => new(ArchiveFile.OpenRead(path));

    /// <summary>Opens an archive to add to it, or makes it.</summary>
    /// <param name="path">The whole path of its file.</param>
    /// <param name="log">
    /// Whether others may read while it is written, by a log beside it; on a network's file system there is none.
    /// </param>
    /// <exception cref="ArchiveException">
    /// It cannot be written, or is no archive, or one of a newer version.
    /// </exception>
    public static ZvarArchive OpenWrite(string path, bool log = true) =>
        new(ArchiveFile.OpenWrite(path, log && !NetworkFileSystem.Holds(path)));

    /// <summary>Opens an archive that is there to take from it, without a log beside it: then it can shrink.</summary>
    /// <param name="path">The whole path of its file.</param>
    /// <exception cref="ArchiveException">There is none, or it cannot be written, or is no archive.</exception>
    public static ZvarArchive OpenExisting(string path) => new(ArchiveFile.OpenExisting(path));

    /// <summary>What has been saved since it was opened.</summary>
    public ArchiveChanges GetChanges()
    {
        lock (_writing)
        {
            return _changes with { };
        }
    }

    /// <summary>
    /// Begins to save the answers to a question, or goes on with it where it was begun and not ended: what was asked
    /// since need not be asked again.
    /// </summary>
    /// <param name="question">The question in any words that tell it from others.</param>
    /// <returns>When it was begun.</returns>
    public DateTimeOffset BeginSave(string question)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        if (FindFact(Fact.Saving(question)) is { } begun
            && long.TryParse(begun, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds))
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        string text = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        Write(batch => batch.PutFact(Fact.Saving(question), text));
        return now;
    }

    /// <summary>Says that all the answers to a question have been saved.</summary>
    /// <param name="question">The question in the same words.</param>
    public void EndSave(string question) => Write(batch => batch.RemoveFact(Fact.Saving(question)));

    /// <summary>Keeps data that come without the question they answer.</summary>
    /// <param name="addition">The data.</param>
    /// <param name="source">Where they come from, in words.</param>
    /// <exception cref="ArchiveException">
    /// It cannot be written, or they are synthetic and it is not, or otherwise.
    /// </exception>
    public void Keep(ArchiveAddition addition, string source)
    {
        ArgumentNullException.ThrowIfNull(addition);
        Write(source, TimeProvider.System.GetUtcNow(), batch => batch.Put(addition));
    }

    /// <summary>Copies all that another archive holds; where both know of something, the newer is held.</summary>
    /// <param name="other">The other archive.</param>
    /// <param name="stop">Stops it; what has been copied by then is kept.</param>
    /// <returns>What is damaged in the other, which was left out; its cones too where that was a star.</returns>
    /// <exception cref="ArchiveException">
    /// It cannot be written, or one of them is synthetic and the other not.
    /// </exception>
    public IReadOnlyList<ArchiveDamage> CopyFrom(ZvarArchive other, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(other);

        // What is wrong with this one is explained where it is written.
        return other.Explaining(() => new ArchiveCopy(other._file, this).Run(stop));
    }

    /// <summary>Removes stars with all that belongs to them, and forgets the questions they answered.</summary>
    /// <param name="psids">Whose.</param>
    /// <param name="lightCurves">
    /// And light curves of other surveys, with the periods found in them: those that have the name and the Source of
    /// one of these.
    /// </param>
    /// <exception cref="ArchiveException">It cannot be written.</exception>
    public void RemoveObjects(IReadOnlyCollection<long> psids, params IReadOnlyCollection<LightCurve> lightCurves) =>
        Remove(removal =>
        {
            removal.RemoveObjects(psids);
            removal.RemoveLightCurves(lightCurves);
        });

    /// <summary>
    /// Removes the stars of regions with all that belongs to them, and forgets all cones that reach into one.
    /// </summary>
    /// <param name="regions">The regions.</param>
    /// <exception cref="ArchiveException">It cannot be written.</exception>
    public void RemoveRegions(IReadOnlyCollection<ConeTarget> regions) => Remove(removal =>
    {
        foreach (ConeTarget region in regions)
        {
            removal.RemoveRegion(region);
        }
    });

    /// <summary>Removes what was asked before some time.</summary>
    /// <param name="time">The time.</param>
    /// <exception cref="ArchiveException">It cannot be written.</exception>
    public void RemoveOlder(DateTimeOffset time) => Remove(removal => removal.RemoveOlder(time));

    /// <summary>How much there is of each field, band, day, or source.</summary>
    /// <param name="kind">Of what.</param>
    /// <param name="stop">Stops it.</param>
    public IReadOnlyList<ArchiveShare> GetShares(ArchiveShareKind kind, CancellationToken stop = default) =>
        Explaining(() => new ArchiveShares(_file).Count(kind, stop));

    /// <summary>The cone searches that it answers whole.</summary>
    public IReadOnlyList<ArchiveCone> GetCones() => Explaining(() => ArchiveCount.ListCones(_file));

    /// <summary>
    /// The periods that were found by this program, with what is held of the light curves they were found in.
    /// </summary>
    /// <exception cref="ArchiveException">Some of it is damaged.</exception>
    public IEnumerable<PeriodCandidate> GetPeriodCandidates() => Enumerate(reader => reader.FindPeriodCandidates());

    /// <summary>
    /// All light curves that are held, as much of each as is: those of ZVAR in one of the service's formats each, then
    /// those of other surveys.
    /// </summary>
    /// <param name="onDamage">Told of each that is damaged, and left out; null where that ends it.</param>
    /// <exception cref="ArchiveException">Some of it is damaged.</exception>
    public IEnumerable<LightCurve> GetLightCurves(Action<ArchiveException>? onDamage = null) =>
        Enumerate(reader => reader.FindLightCurves(onDamage));

    /// <summary>All stars with all that is held of them, by their places on the sky.</summary>
    /// <param name="onDamage">Told of each of which something is damaged, and left out.</param>
    /// <exception cref="ArchiveException">The file itself is damaged.</exception>
    public IEnumerable<StarRecord> GetStars(Action<ArchiveException> onDamage) =>
        Enumerate(reader => reader.FindStars(onDamage));

    /// <summary>Where a name is on the sky; null where it is not held.</summary>
    /// <param name="name">The name, in any of the writings of it that mean the same.</param>
    /// <exception cref="ArchiveException">It is damaged.</exception>
    public ResolvedName? FindName(string name) => Explaining(() =>
    {
        using ArchiveReader reader = Read();
        return reader.FindName(name);
    });

    /// <summary>Keeps where a name is on the sky.</summary>
    /// <param name="resolved">The name, and who said where it is.</param>
    /// <exception cref="ArchiveException">It cannot be written.</exception>
    public void Keep(ResolvedName resolved)
    {
        ArgumentNullException.ThrowIfNull(resolved);
        Write(resolved.Resolver ?? "the pipeline", TimeProvider.System.GetUtcNow(), batch => batch.PutName(resolved));
    }

    /// <summary>How much there is of what, and of when.</summary>
    public ArchiveContents GetContents() => Explaining(() => ArchiveCount.Count(_file));

    /// <summary>Compares all checksums, and says what is damaged; nothing where all is as it was saved.</summary>
    /// <param name="stop">Stops it.</param>
    public IReadOnlyList<ArchiveDamage> FindDamage(CancellationToken stop = default) =>
        Explaining(() => new ArchiveInspection(_file).Run(stop));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    internal ArchiveReader Read(DateTimeOffset? since = null, Completeness? completeness = null) =>
        Explaining(() => new ArchiveReader(_file, since, completeness));

    /// <summary>Writes a batch: all of it, or nothing.</summary>
    internal void Write(string source, DateTimeOffset asked, Action<ArchiveBatch> put) => Write(batch =>
    {
        batch.Begin(source, asked);
        put(batch);
    });

    /// <summary>Copies rows of another archive.</summary>
    /// <param name="table">Of which table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="sources">The other archive's sources by their numbers there.</param>
    /// <param name="synthetic">Whether it is made up; null where it does not say.</param>
    internal void Copy(
        ArchiveTable table, object[][] rows, IReadOnlyDictionary<long, string> sources, bool? synthetic) => Write(batch =>
        {
            if (synthetic is { } kind)
            {
                batch.Mark(kind);
            }

            foreach (object[] row in rows)
            {
                batch.Copy(table, row, sources[(long)row[table.IndexOf("source")]]);
            }
        });

    private string? FindFact(string name) => Explaining(() =>
    {
        using var reader = new ArchiveReader(_file, since: null);
        return reader.FindFact(name);
    });

    private void Write(Action<ArchiveBatch> put)
    {
        lock (_writing)
        {
            Explaining(() =>
            {
                var changes = _changes with { };
                using var batch = new ArchiveBatch(_file, changes);
                put(batch);
                batch.Commit();
                _changes = changes;
                return 0;
            });
        }
    }

    // The file gives back what room is free, which wants it for itself.
    private void Remove(Action<ArchiveRemoval> remove)
    {
        lock (_writing)
        {
            Explaining(() =>
            {
                ArchiveRemoval.Run(_file, remove);
                return 0;
            });
        }
    }

    private IEnumerable<T> Enumerate<T>(Func<ArchiveReader, IEnumerable<T>> find)
    {
        using ArchiveReader reader = Read();
        using IEnumerator<T> found = find(reader).GetEnumerator();
        while (Explaining(found.MoveNext))
        {
            yield return found.Current;
        }
    }

    private T Explaining<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            throw ArchiveFile.Explain(error, Path);
        }
        catch (DamagedException error)
        {
            throw new ArchiveException(
                ArchiveError.ArchiveDamaged, $"'{Path}' is damaged: Test-ZvarArchive tells what.", error);
        }
    }
}
