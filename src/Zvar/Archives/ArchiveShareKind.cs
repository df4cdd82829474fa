namespace Zvar;

/// <summary>By what the contents of an archive are counted.</summary>
public enum ArchiveShareKind
{
    /// <summary>The survey's fields.</summary>
    Field,

    /// <summary>Bands.</summary>
    Band,

    /// <summary>Days, in UTC, on which it was asked for.</summary>
    Date,

    /// <summary>Of whom it was asked.</summary>
    Source,
}
