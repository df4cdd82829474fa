namespace Zvar;

/// <summary>A HATS catalogue that shares of work have filled, and that is complete.</summary>
public sealed record CompletedCatalog
{
    /// <summary>The whole path of its folder.</summary>
    public required string Path { get; init; }

    /// <summary>Its partitions: those in which something was found.</summary>
    public required int Partitions { get; init; }

    /// <summary>Its rows.</summary>
    public required long Rows { get; init; }
}
