namespace Zvar.Archive;

/// <summary>How many keys are worth a thread's while, a fraction of a millisecond.</summary>
internal static class Together
{
    /// <summary>Stars and their matches, by their ids.</summary>
    internal const int Objects = 64;

    /// <summary>Light curves.</summary>
    internal const int LightCurves = 4;
}
