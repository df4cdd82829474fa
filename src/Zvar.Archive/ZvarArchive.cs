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
    /// <exception cref="ArchiveException">It cannot be written, or is no archive, or one of a newer version.</exception>
    public static ZvarArchive OpenWrite(string path, bool log = true) =>
        new(ArchiveFile.OpenWrite(path, log && !NetworkFileSystem.Holds(path)));

    /// <summary>What has been saved since it was opened.</summary>
    public ArchiveChanges GetChanges()
    {
        lock (_writing)
        {
            return _changes with { };
        }
    }

    /// <summary>
    /// Begins to save the answers to a question, or goes on with it where it was begun and not ended: what was asked since
    /// need not be asked again.
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

    /// <summary>How much there is of what, and of when.</summary>
    public ArchiveContents GetContents() => Explaining(() => ArchiveCount.Count(_file));

    /// <summary>Compares all checksums, and says what is damaged; nothing where all is as it was saved.</summary>
    /// <param name="stop">Stops it.</param>
    public IReadOnlyList<ArchiveDamage> FindDamage(CancellationToken stop = default) =>
        Explaining(() => new ArchiveInspection(_file).Run(stop));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    internal ArchiveReader Read(DateTimeOffset? since = null) => Explaining(() => new ArchiveReader(_file, since));

    /// <summary>Writes a batch: all of it, or nothing.</summary>
    internal void Write(string source, DateTimeOffset asked, Action<ArchiveBatch> put) => Write(batch =>
    {
        batch.Begin(source, asked);
        put(batch);
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
    }
}
