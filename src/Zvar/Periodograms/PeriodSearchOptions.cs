namespace Zvar;

/// <summary>What periods to search, and how.</summary>
public sealed record PeriodSearchOptions
{
    /// <summary>The methods whose peaks are ranked together; by default FPW with all bins, and Lomb–Scargle.</summary>
    public IReadOnlyList<PeriodogramMethod> Methods { get; init; } =
    [
        PeriodogramMethod.Fpw5,
        PeriodogramMethod.Fpw10,
        PeriodogramMethod.Fpw20,
        PeriodogramMethod.LombScargle,
    ];

    /// <summary>The shortest period in days; by default 5 minutes, as ZVAR has it.</summary>
    public double MinPeriod { get; init; } = 5.0 / 1440;

    /// <summary>The longest period in days; by default 10.</summary>
    public double MaxPeriod { get; init; } = 10;

    /// <summary>Frequencies to a peak's width 1/baseline; by default 5.</summary>
    public double Oversampling { get; init; } = 5;

    /// <summary>How many candidates to give, best first; by default 1.</summary>
    public int Top { get; init; } = 1;

    /// <summary>Whether to pass over periods that are aliases of the day, the sidereal day or the lunar month.</summary>
    public bool ExcludeAliases { get; init; }

    /// <summary>How often to take the best period out with its harmonics and to search what is left; by default 0.</summary>
    public int Prewhitening { get; init; }

    /// <summary>What to take out before the search.</summary>
    public Detrending Detrending { get; init; }

    /// <summary>
    /// How many times to search the light curve with its magnitudes shuffled, for the false-alarm probability; 0 for a
    /// formula.
    /// </summary>
    public int Shuffles { get; init; }
}
