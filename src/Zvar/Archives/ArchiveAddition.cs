namespace Zvar;

/// <summary>
/// Data that come without the question they answer, for an archive to keep. A star answers a question about itself;
/// light curves, matches and logs may be a part of what there is, and answer only those who take a part.
/// </summary>
public sealed class ArchiveAddition
{
    /// <summary>Stars.</summary>
    public IList<ZvarObject> Objects { get; } = [];

    /// <summary>
    /// Light curves with psids, whole or cut, and those of other surveys with the name the survey has for the star.
    /// </summary>
    public IList<LightCurve> LightCurves { get; } = [];

    /// <summary>Pairs of stars and sources of other catalogues.</summary>
    public IList<CatalogMatch> Matches { get; } = [];

    /// <summary>Processed files.</summary>
    public IList<ProcessingLog> ProcessingLogs { get; } = [];

    /// <summary>Periods that were found in such light curves; all of a star together.</summary>
    public IList<PeriodCandidate> PeriodCandidates { get; } = [];
}
