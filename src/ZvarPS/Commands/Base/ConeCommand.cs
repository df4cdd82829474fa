using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>A cmdlet that searches cones, with what their objects must be.</summary>
public abstract class ConeCommand : BatchCommand
{
    [Parameter(
        HelpMessage = "What DoPHOT took it for: Star (1), Extended (2, a galaxy say), … as in Get-Help -Parameter.")]
    [ObjectType]
    [Alias("objtype")]
    public ObjectType? ObjectType { get; set; }

    [Parameter(HelpMessage = "The shortest period: " + Duration.Forms)]
    [Duration, ArgumentCompleter(typeof(DurationAttribute))]
    [Alias("min_period")]
    public double? MinPeriod { get; set; }

    [Parameter(HelpMessage = "The longest period: " + Duration.Forms)]
    [Duration, ArgumentCompleter(typeof(DurationAttribute))]
    [Alias("max_period")]
    public double? MaxPeriod { get; set; }

    [Parameter(HelpMessage = "The least significance of a period, as the service counts it.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [Alias("min_significance")]
    public double? MinSignificance { get; set; }

    [Parameter(HelpMessage = "The fewest exposures in one field, CCD, quadrant and band.")]
    [ValidateRange(0, int.MaxValue)]
    [Alias("min_exposures")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    public int? MinExposures { get; set; }

    [Parameter(HelpMessage = "The least amplitude of a light curve in magnitudes.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [Alias("min_amplitude")]
    public double? MinAmplitude { get; set; }

    [Parameter(HelpMessage = "The largest amplitude of a light curve in magnitudes.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [Alias("max_amplitude")]
    public double? MaxAmplitude { get; set; }

    [Parameter(HelpMessage = "The brightest magnitude a light curve may reach.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [Alias("min_mag")]
    public double? MinMag { get; set; }

    [Parameter(HelpMessage = "The faintest magnitude a light curve may reach.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [Alias("max_mag")]
    public double? MaxMag { get; set; }

    /// <summary>What the objects must be.</summary>
    internal ConeFilter Filter { get; private set; } = ConeFilter.None;

    private protected override void Begin()
    {
        Filter = new ConeFilter
        {
            ObjectType = ObjectType,
            MinPeriod = MinPeriod,
            MaxPeriod = MaxPeriod,
            MinSignificance = MinSignificance,
            MinExposures = MinExposures,
            MinAmplitude = MinAmplitude,
            MaxAmplitude = MaxAmplitude,
            MinMag = MinMag,
            MaxMag = MaxMag,
        }.WithPeriodRange();
        if (Filter.FindEmptyRange() is var (least, most))
        {
            ThrowTerminatingError(ErrorRecords.EmptyRange(least, most));
        }
    }

    /// <summary>
    /// The cones that a source takes and that hold all of one: several where that is wider than it takes, each better a
    /// request of its own, since it holds thousands of stars.
    /// </summary>
    private protected static IReadOnlyList<ConeTarget> PiecesOf(ConeTarget target, SourceLimits limits)
    {
        double radius = Math.Min(target.Radius, limits.ConeRadius ?? target.Radius);
        return
        [
            .. ConeCover.Centers(target.Position, target.Radius, radius)
                .Select(center => target with { Position = center, Radius = radius }),
        ];
    }
}
