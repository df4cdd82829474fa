using Zvar;
using Zvar.Archive;

namespace ZvarPS;

/// <summary>The names whose positions an archive holds.</summary>
/// <param name="archive">The archive.</param>
/// <param name="isWritten">Whether it keeps those that are looked up.</param>
internal sealed class ArchiveNames(ZvarArchive archive, bool isWritten)
{
    /// <summary>Where a name is; null where the archive does not hold it, or what it holds is damaged.</summary>
    internal ResolvedName? Find(string name)
    {
        try
        {
            return archive.FindName(name);
        }
        catch (ArchiveException error) when (error.Error == ArchiveError.ArchiveDamaged)
        {
            return null;
        }
    }

    /// <summary>Keeps where a name is, if the archive does not hold it.</summary>
    /// <exception cref="ArchiveException">It cannot be written.</exception>
    internal void Keep(ResolvedName resolved)
    {
        if (isWritten && Find(resolved.Name) is null)
        {
            archive.Keep(resolved);
        }
    }
}
