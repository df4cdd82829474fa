namespace Zvar;

/// <summary>
/// What somebody says of a table of photometry where its names do not tell, or tell otherwise. What is null is found by
/// the names.
/// </summary>
public sealed record PhotometryOptions
{
    /// <summary>Nothing said: all is found by the names.</summary>
    public static PhotometryOptions None { get; } = new();

    /// <summary>The column of the times.</summary>
    public string? TimeColumn { get; init; }

    /// <summary>The column of the magnitudes.</summary>
    public string? MagColumn { get; init; }

    /// <summary>The column of their errors.</summary>
    public string? MagErrColumn { get; init; }

    /// <summary>
    /// The column of the fluxes magnitudes are made of: AB magnitudes where the name ends with a unit (Jy, mJy, uJy,
    /// nJy), else relative ones.
    /// </summary>
    public string? FluxColumn { get; init; }

    /// <summary>The column of the errors of the fluxes.</summary>
    public string? FluxErrColumn { get; init; }

    /// <summary>The column of the bands.</summary>
    public string? BandColumn { get; init; }

    /// <summary>The column that says whose photometry a row is.</summary>
    public string? IdColumn { get; init; }

    /// <summary>What is added to the times for full Julian dates, in days: 2400000.5 to an MJD.</summary>
    public double? TimeOffset { get; init; }

    /// <summary>How the times are counted.</summary>
    public TimeSystem? TimeSystem { get; init; }

    /// <summary>Whether rows are kept that their survey says are bad.</summary>
    public bool KeepFlagged { get; init; }

    // Whether it is said which columns are read.
    internal bool NamesColumns => (TimeColumn ?? MagColumn ?? FluxColumn ?? BandColumn) is not null;
}
