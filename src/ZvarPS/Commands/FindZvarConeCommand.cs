using System.Globalization;
using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Finds the stars around positions.</para>
/// </summary>
[Cmdlet(VerbsCommon.Find, "ZvarCone", DefaultParameterSetName = CoordinatesSet)]
[OutputType(typeof(ZvarObject))]
public sealed class FindZvarConeCommand : BatchCommand
{
    private const string CoordinatesSet = "Coordinates";
    private const string PositionSet = "Position";
    private const string InputSet = "InputObject";

    private readonly Dictionary<string, Cone> _cones = [];
    private readonly SortedSet<string> _ignored = [];
    private Batches<ConeTarget, ZvarObject>? _batches;
    private ConeFilter _filter = ConeFilter.None;

    /// <summary>Right ascension.</summary>
    [Parameter(
        ParameterSetName = CoordinatesSet,
        Mandatory = true,
        Position = 0,
        HelpMessage = "Right ascension: " + Coordinate.RaForms)]
    [Alias("RAJ2000", "RightAscension", "_RAJ2000")]
    [RightAscension, ArgumentCompleter(typeof(RightAscensionAttribute))]
    public double Ra { get; set; }

    /// <summary>Declination.</summary>
    [Parameter(
        ParameterSetName = CoordinatesSet,
        Mandatory = true,
        Position = 1,
        HelpMessage = "Declination: " + Coordinate.DecForms)]
    [Alias("DEJ2000", "Declination", "_DEJ2000")]
    [Declination, ArgumentCompleter(typeof(DeclinationAttribute))]
    public double Dec { get; set; }

    /// <summary>Positions.</summary>
    [Parameter(
        ParameterSetName = PositionSet,
        Mandatory = true,
        HelpMessage = "Positions: " + Coordinate.PositionForms)]
    [Position, ArgumentCompleter(typeof(PositionAttribute))]
    [Alias("positions")]
    public SkyPosition[] Position { get; set; } = [];

    /// <summary>Positions from the pipeline: rows with their columns, objects, or text.</summary>
    [Parameter(
        ParameterSetName = InputSet,
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "Rows with the columns Ra and Dec or Position, and Name and Radius if you like;"
            + " ZVAR objects; text.")]
    public PSObject? InputObject { get; set; }

    /// <summary>How far around a position.</summary>
    [Parameter(
        ParameterSetName = CoordinatesSet,
        Mandatory = true,
        Position = 2,
        HelpMessage = "The radius: " + Angle.Forms)]
    [Parameter(ParameterSetName = PositionSet, Mandatory = true, HelpMessage = "The radius: " + Angle.Forms)]
    [Parameter(ParameterSetName = InputSet, HelpMessage = "The radius: " + Angle.Forms + "; else the column Radius.")]
    [Radius, ArgumentCompleter(typeof(RadiusAttribute))]
    public double Radius { get; set; } = double.NaN;

    /// <summary>The name of the position, which its stars carry on; else the column Name.</summary>
    [Parameter(HelpMessage = "A name for the position, which its stars carry on; else the column Name.")]
    [Alias("Name")]
    [Name, ArgumentCompleter(typeof(NameAttribute))]
    public string? TargetName { get; set; }

    /// <summary>What DoPHOT took the object for.</summary>
    [Parameter(HelpMessage = "What DoPHOT took it for: Star (1), Extended (2, a galaxy say), … as in Get-Help -Parameter.")]
    [ObjectType, ArgumentCompleter(typeof(ObjectTypeAttribute))]
    [Alias("objtype")]
    public ObjectType? ObjectType { get; set; }

    /// <summary>The shortest period.</summary>
    [Parameter(HelpMessage = "The shortest period: " + Duration.Forms)]
    [Duration, ArgumentCompleter(typeof(DurationAttribute))]
    [Alias("min_period")]
    public double? MinPeriod { get; set; }

    /// <summary>The longest period.</summary>
    [Parameter(HelpMessage = "The longest period: " + Duration.Forms)]
    [Duration, ArgumentCompleter(typeof(DurationAttribute))]
    [Alias("max_period")]
    public double? MaxPeriod { get; set; }

    /// <summary>The least significance of a period, as the service counts it.</summary>
    [Parameter(HelpMessage = "The least significance of a period, as the service counts it.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [Alias("min_significance")]
    public double? MinSignificance { get; set; }

    /// <summary>The fewest exposures of a light curve.</summary>
    [Parameter(HelpMessage = "The fewest exposures in one field, CCD, quadrant and band.")]
    [ValidateRange(0, int.MaxValue)]
    [Alias("min_exposures")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    public int? MinExposures { get; set; }

    /// <summary>The least amplitude in magnitudes.</summary>
    [Parameter(HelpMessage = "The least amplitude of a light curve in magnitudes.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [Alias("min_amplitude")]
    public double? MinAmplitude { get; set; }

    /// <summary>The largest amplitude in magnitudes.</summary>
    [Parameter(HelpMessage = "The largest amplitude of a light curve in magnitudes.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [Alias("max_amplitude")]
    public double? MaxAmplitude { get; set; }

    /// <summary>The brightest magnitude a light curve may reach.</summary>
    [Parameter(HelpMessage = "The brightest magnitude a light curve may reach.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [Alias("min_mag")]
    public double? MinMag { get; set; }

    /// <summary>The faintest magnitude a light curve may reach.</summary>
    [Parameter(HelpMessage = "The faintest magnitude a light curve may reach.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [Alias("max_mag")]
    public double? MaxMag { get; set; }

    /// <summary>One period must meet all limits on periods, and one light curve all the others.</summary>
    [Parameter(HelpMessage = "One period must meet all limits on periods, and one light curve all the others.")]
    public SwitchParameter Strict { get; set; }

    private Batches<ConeTarget, ZvarObject> Batches => _batches ??= new(
        Source.Limits.Positions,
        ThrottleLimit,
        (targets, stop) => Source.FindConesAsync(new ConeSearch(targets, _filter), stop),
        StopToken);

    private protected override void Begin()
    {
        _filter = new ConeFilter
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
        if (_filter.FindEmptyRange() is var (least, most))
        {
            ThrowTerminatingError(ErrorRecords.EmptyRange(least, most));
        }
    }

    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case CoordinatesSet:
                Search(new ConeTarget(TargetName, new SkyPosition(Ra, Dec), Radius));
                break;
            case PositionSet:
                foreach (SkyPosition position in Position)
                {
                    Search(new ConeTarget(TargetName, position, Radius));
                }

                break;
            default:
                SearchInput();
                break;
        }
    }

    private protected override void End()
    {
        if (_batches is not null)
        {
            Finish(_batches, Write);
        }

        if (_ignored.Count > 0)
        {
            WriteWarning(
                $"The source ignored {string.Join(", ", _ignored)}; what did not meet it was left out here.");
        }
    }

    private void SearchInput()
    {
        foreach (PSObject input in OneByOne(InputObject!))
        {
            try
            {
                Search(ConeRow.Read(input, Radius, TargetName));
            }
            catch (FormatException error)
            {
                WriteNotUnderstood(input, error.Message);
            }
        }
    }

    // The user's names may repeat, so a request carries numbers. A cone wider than the source takes is many, each a
    // request of its own: it holds thousands of stars, the first of which need not wait for the last.
    private void Search(ConeTarget target)
    {
        IReadOnlyList<SkyPosition> centers = target.Radius <= Source.Limits.ConeRadius
            ? [target.Position]
            : ConeCover.Centers(target.Position, target.Radius, Source.Limits.ConeRadius);
        var cone = new Cone(target, centers.Count);
        foreach (SkyPosition center in centers)
        {
            string number = Batches.Asked.ToString(CultureInfo.InvariantCulture);
            _cones.Add(number, cone);
            Ask(Batches, new ConeTarget(number, center, Math.Min(target.Radius, Source.Limits.ConeRadius)), Write);
            if (centers.Count > 1)
            {
                Batches.Flush();
            }
        }
    }

    private void Write(Batch<ConeTarget, ZvarObject> batch)
    {
        RecentObjects seen = RecentObjects.OfSession;
        foreach (ZvarObject found in batch.Results)
        {
            Cone cone = _cones[found.TargetName!];
            string[] unmet = [.. _filter.UnmetBy(found)];
            _ignored.UnionWith(unmet);
            if (unmet.Length == 0 && (!Strict || _filter.MatchesStrictly(found)) && cone.Place(found) is { } placed)
            {
                seen.Add(placed);
                WriteObject(placed);
            }
        }

        if (batch.Failure is not null)
        {
            HashSet<string?> answered = [.. batch.Results.Select(found => found.TargetName)];
            WriteFailure(
                batch.Failure,
                batch.Keys
                    .Where(key => !answered.Contains(key.Name))
                    .Select(key => _cones[key.Name!].Target)
                    .Distinct()
                    .ToArray());
        }

        foreach (ConeTarget key in batch.Keys)
        {
            _cones.Remove(key.Name!);
        }
    }

    // What was asked for, in one piece or covered by several: each star once, measured from the real centre.
    private sealed class Cone(ConeTarget target, int pieces)
    {
        private readonly HashSet<long> _seen = [];

        internal ConeTarget Target => target;

        internal ZvarObject? Place(ZvarObject found)
        {
            if (pieces == 1)
            {
                return found with { TargetName = target.Name };
            }

            double separation = found.GetPosition().SeparationTo(target.Position);
            return separation <= target.Radius && _seen.Add(found.Psid)
                ? found with { TargetName = target.Name, Separation = separation }
                : null;
        }
    }
}
