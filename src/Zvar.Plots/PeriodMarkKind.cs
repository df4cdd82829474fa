namespace Zvar.Plots;

// What a period that is marked in a periodogram is.
internal enum PeriodMarkKind
{
    // The best of the periods that were found.
    Best,

    // Another of them.
    Candidate,

    // Half of the best, or twice as long.
    Multiple,

    // What the rhythm of observing makes by itself.
    Alias,
}
