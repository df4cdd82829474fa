namespace Zvar;

/// <summary>What saving has changed in an archive.</summary>
public sealed record ArchiveChanges
{
    /// <summary>Cone searches whose answer is now held.</summary>
    public long Cones { get; set; }

    /// <summary>Stars that were not held before.</summary>
    public long NewObjects { get; set; }

    /// <summary>Stars that were held, and are as they were answered now.</summary>
    public long UpdatedObjects { get; set; }

    /// <summary>Light curves that were not held before: ZVAR's in one of the service's formats each.</summary>
    public long NewLightCurves { get; set; }

    /// <summary>Light curves that have more exposures than were held.</summary>
    public long GrownLightCurves { get; set; }

    /// <summary>The exposures of all light curves that were saved.</summary>
    public long Points { get; set; }

    /// <summary>Stars of which it is now held what another catalogue has near them.</summary>
    public long MatchedObjects { get; set; }

    /// <summary>Sources of other catalogues of which it is now held what stars are near them.</summary>
    public long MatchedSources { get; set; }

    /// <summary>Processed files.</summary>
    public long ProcessingLogs { get; set; }

    /// <summary>Periods that were found in light curves by this program.</summary>
    public long PeriodCandidates { get; set; }
}
