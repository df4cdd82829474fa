namespace Zvar;

/// <summary>How much an archive holds of what.</summary>
public sealed record ArchiveContents
{
    /// <summary>The whole path of its file.</summary>
    public required string Path { get; init; }

    /// <summary>Its size on disk in bytes, the log beside it included.</summary>
    public long Size { get; init; }

    /// <summary>Whether its stars are made up; null where it has none yet.</summary>
    public bool? Synthetic { get; init; }

    /// <summary>Stars.</summary>
    public long Objects { get; init; }

    /// <summary>Psids of which it is known that the catalogue lacks them.</summary>
    public long AbsentObjects { get; init; }

    /// <summary>Cone searches that it answers whole.</summary>
    public long Cones { get; init; }

    /// <summary>ZVAR's light curves, in one of the service's formats each.</summary>
    public long LightCurves { get; init; }

    /// <summary>Light curves of other surveys.</summary>
    public long SurveyLightCurves { get; init; }

    /// <summary>The exposures of both.</summary>
    public long Points { get; init; }

    /// <summary>Matches of stars with sources of other catalogues, as in <c>gaia 12, ps1 9</c>.</summary>
    public string Matches { get; init; } = "";

    /// <summary>Processed files.</summary>
    public long ProcessingLogs { get; init; }

    /// <summary>Periods that were found in light curves by this program.</summary>
    public long PeriodCandidates { get; init; }

    /// <summary>Names of which it is held where they are on the sky.</summary>
    public long Names { get; init; }

    /// <summary>Of whom all this was asked.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>When the first of it was asked; null where there is none.</summary>
    public DateTimeOffset? FirstAsked { get; init; }

    /// <summary>When the last of it was asked; null where there is none.</summary>
    public DateTimeOffset? LastAsked { get; init; }
}
