namespace Zvar;

/// <summary>A point of a periodogram.</summary>
public sealed record PeriodogramPoint
{
    /// <summary>The star's id; 0 where a table has none.</summary>
    public required long Psid { get; init; }

    /// <summary>The name of the position the star was found around, or what a table calls it; null where there was none.</summary>
    public string? TargetName { get; init; }

    /// <summary>The method.</summary>
    public required PeriodogramMethod Method { get; init; }

    /// <summary>In cycles a day.</summary>
    public required double Frequency { get; init; }

    /// <summary>In days.</summary>
    public required double Period { get; init; }

    /// <summary>The share of the chi² about the bands' means that the method's model takes away, 0 to 1.</summary>
    public required double Power { get; init; }

    /// <summary>Whether it is made up: from the demo sky.</summary>
    public bool Synthetic { get; init; }
}
