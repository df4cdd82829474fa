namespace Zvar;

/// <summary>What a cmdlet has done of a HATS catalogue: a share of it, or the whole.</summary>
public sealed record CatalogShare
{
    /// <summary>The whole path of the folder that the results are in.</summary>
    public required string Path { get; init; }

    /// <summary>Which share, from 1.</summary>
    public required int Shard { get; init; }

    /// <summary>Of how many.</summary>
    public required int ShardCount { get; init; }

    /// <summary>The partitions that were done now.</summary>
    public required int Partitions { get; init; }

    /// <summary>The partitions of the share that had been done before, or by another process meanwhile.</summary>
    public required int Skipped { get; init; }

    /// <summary>The stars of those that were done now.</summary>
    public required long Stars { get; init; }

    /// <summary>The rows that came of these stars.</summary>
    public required long Rows { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Whether the catalogue is complete.</summary>
    public required bool IsComplete { get; init; }
}
