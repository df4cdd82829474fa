namespace Zvar;

/// <summary>What can be wrong with an archive's file. The names are the ids of the cmdlets' errors.</summary>
public enum ArchiveError
{
    /// <summary>There is no such file.</summary>
    ArchiveNotFound,

    /// <summary>The file is something else.</summary>
    NotAnArchive,

    /// <summary>A newer version of this program has written it.</summary>
    NewerArchive,

    /// <summary>Some of its bytes are not what was written.</summary>
    ArchiveDamaged,

    /// <summary>
    /// It may not be read; or it may not be written to, and a program was ended amid a batch, which is to be undone.
    /// </summary>
    ArchiveNotReadable,

    /// <summary>It cannot be written: read-only, no room, or another program holds it.</summary>
    ArchiveNotWritable,

    /// <summary>It would hold synthetic stars beside real ones.</summary>
    SyntheticAndReal,
}
