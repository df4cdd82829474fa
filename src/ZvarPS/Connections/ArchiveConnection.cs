using Zvar;
using Zvar.Archive;

namespace ZvarPS;

/// <summary>Makes connections to an archive.</summary>
internal static class ArchiveConnection
{
    /// <summary>Opens an archive to read.</summary>
    /// <param name="path">The whole path of its file.</param>
    /// <param name="isSomeEnough">Whether it answers also where it does not hold all there is.</param>
    /// <exception cref="ArchiveException">There is none, or it is no archive.</exception>
    internal static ZvarConnection Open(string path, bool isSomeEnough = false)
    {
        var archive = ZvarArchive.OpenRead(path);
        var source = new ArchiveSource(archive, isSomeEnough ? IncompleteAnswers.Accept : IncompleteAnswers.NameTheRest)
        {
            Warn = SourceLog.Warn,
        };
        return new ZvarConnection(ConnectionKind.Archive, uri: null, userName: null, source)
        {
            Archive = path,
            Synthetic = archive.Synthetic,
            Names = new ArchiveNames(archive, isWritten: false),
        };
    }

    /// <summary>Opens an archive before another connection, or makes it: what is asked of that is kept.</summary>
    /// <param name="path">The whole path of its file.</param>
    /// <param name="through">Who is asked for what it does not hold.</param>
    /// <param name="maximumAge">What was asked longer ago is asked again; null for nothing.</param>
    /// <exception cref="ArchiveException">It cannot be written, or is no archive.</exception>
    internal static ZvarConnection OpenThrough(string path, ZvarConnection through, TimeSpan? maximumAge)
    {
        // As long as the session lives it may be copied, and another session may write it: it stays one file.
        var archive = ZvarArchive.OpenWrite(path, log: false);
        var source = new ReadThroughSource(
            archive,
            through.Source,
            () => maximumAge is { } age ? TimeProvider.System.GetUtcNow() - age : null,
            through.Synthetic ? true : null)
        {
            OnOldAnswers = WarnOnce(path),
        };
        return new ZvarConnection(ConnectionKind.Archive, through.Uri, through.UserName, source)
        {
            Archive = path,
            Synthetic = through.Synthetic || archive.Synthetic,
            Names = new ArchiveNames(archive, isWritten: true),
        };
    }

    // As long as the session lives: whoever works without a network knows it.
    private static Action<ZvarException> WarnOnce(string path)
    {
        int told = 0;
        return away =>
        {
            if (Interlocked.Exchange(ref told, 1) == 0)
            {
                SourceLog.Warn(
                    $"What '{path}' holds is given, though it was asked longer ago than -MaximumAge: {away.Message}");
            }
        };
    }
}
