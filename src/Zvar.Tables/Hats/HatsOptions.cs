namespace Zvar.Tables;

/// <summary>How a HATS catalogue is made.</summary>
public sealed record HatsOptions
{
    /// <summary>
    /// The name of the catalogue (obs_collection), of which those of its folders are made; null for that of the
    /// collection's folder without its ending.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>The most stars of a partition, at least 1. Default: 100,000.</summary>
    public int MaxRows { get; init; } = 100_000;

    /// <summary>
    /// The most exposures of a partition that can be divided, for stars with long light curves. Default: 10,000,000,
    /// about half a gigabyte on disk.
    /// </summary>
    public long MaxPoints { get; init; } = 10_000_000;

    /// <summary>How far outside a partition its margin reaches, in arcseconds, more than 0. Default: 10.</summary>
    public double MarginThreshold { get; init; } = 10;

    /// <summary>When the catalogue was made, as its properties say; null for when the export began.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Checks the limits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not positive.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPoints, 1);
        if (!(MarginThreshold > 0 && MarginThreshold <= MostMargin))
        {
            throw new ArgumentOutOfRangeException(nameof(MarginThreshold), FormattableString.Invariant(
                $"The threshold of a margin is more than 0 and at most {MostMargin} arcsec, not {MarginThreshold}."));
        }
    }

    private const double MostMargin = 3600;
}
