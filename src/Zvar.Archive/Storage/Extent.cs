namespace Zvar.Archive;

/// <summary>How much of what there is an answer holds; the smaller number has the more.</summary>
internal enum Extent
{
    /// <summary>All of it.</summary>
    All = 0,

    /// <summary>The closest match alone.</summary>
    Closest = 1,

    /// <summary>Some, that came without the question they answer.</summary>
    Some = 2,
}
