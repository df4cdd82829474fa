using System.Management.Automation;
using Zvar;
using Zvar.Archive;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Removes stars from an archive, a region of them, or all that is old.</para>
/// </summary>
[Cmdlet(
    VerbsCommon.Remove,
    "ZvarArchiveEntry",
    DefaultParameterSetName = InputSet,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveZvarArchiveEntryCommand : ZvarCommand
{
    private const string PsidSet = "Psid";
    private const string InputSet = "InputObject";
    private const string PositionSet = "Position";
    private const string TimeSet = "OlderThan";

    private readonly HashSet<long> _psids = [];
    private readonly List<LightCurve> _lightCurves = [];
    private ConeTarget[] _regions = [];

    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The archive's file.")]
    [Path, ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    [Parameter(
        ParameterSetName = PsidSet,
        Mandatory = true,
        HelpMessage = "Psids: whole numbers of 17 or 18 digits, as in 145120008365555264.")]
    [Psid, ArgumentCompleter(typeof(PsidAttribute))]
    [Alias("psids")]
    public long[] Psid { get; set; } = [];

    [Parameter(
        ParameterSetName = InputSet,
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "Psids, ZVAR objects, matches, light curves (of other surveys too), or rows with a Psid column.")]
    public PSObject? InputObject { get; set; }

    [Parameter(
        ParameterSetName = PositionSet,
        Mandatory = true,
        HelpMessage = "Positions around which all stars are removed: " + PositionAttribute.AllForms)]
    [Position, ArgumentCompleter(typeof(PositionAttribute))]
    [Alias("positions")]
    public PositionArgument[] Position { get; set; } = [];

    [Parameter(ParameterSetName = PositionSet, Mandatory = true, HelpMessage = "The radius: " + Angle.Forms)]
    [Radius, ArgumentCompleter(typeof(RadiusAttribute))]
    public double Radius { get; set; }

    [Parameter(
        ParameterSetName = TimeSet,
        Mandatory = true,
        HelpMessage = "Remove what was asked for before: " + TimeAttribute.Forms)]
    [Time, ArgumentCompleter(typeof(TimeAttribute))]
    public DateTimeOffset OlderThan { get; set; }

    private protected override void Process()
    {
        _psids.UnionWith(Psid);
        foreach (PSObject input in InputObject is null ? [] : OneByOne(InputObject))
        {
            try
            {
                if (input.BaseObject is LightCurve { Psid: <= 0, TargetName: not null } lightCurve)
                {
                    _lightCurves.Add(lightCurve);
                }
                else
                {
                    _psids.Add(ObjectReference.Read(input).Psid);
                }
            }
            catch (FormatException error)
            {
                WriteNotUnderstood(input, error.Message);
            }
        }
    }

    // All at once: the file is written anew after it.
    private protected override void End()
    {
        try
        {
            string path = FilePath.Resolve(this, Path);
            _regions = FindRegions(path);
            bool isAny = ParameterSetName is TimeSet || _regions.Length + _psids.Count + _lightCurves.Count > 0;
            if (isAny && ShouldProcess(path, $"Remove {Excerpt.Of(Describe())}"))
            {
                Remove(path);
            }
        }
        catch (ArchiveException error)
        {
            ThrowTerminatingError(ErrorRecords.Archive(error, Path));
        }
        catch (NotSupportedException error)
        {
            ThrowTerminatingError(ErrorRecords.PathNotSupported(error, Path));
        }
    }

    // The archive may know where a name is.
    private ConeTarget[] FindRegions(string path)
    {
        using ZvarArchive? archive = Position.Length > 0 ? ZvarArchive.OpenRead(path) : null;
        var names = new NameLookup(this, archive is null ? null : new ArchiveNames(archive, isWritten: false));
        return
        [
            .. from given in Position
               let position = names.Locate(given)
               where position is not null
               select new ConeTarget(given.Name, position.Value, Radius),
        ];
    }

    private string Describe() => ParameterSetName switch
    {
        PositionSet => $"all within {Radius} arcsec of {string.Join(", ", _regions.Select(region => region.Position))}",
        TimeSet => FormattableString.Invariant($"what was asked for before {OlderThan:yyyy-MM-dd HH:mm:ss zzz}"),
        _ => DescribeStars([.. _psids.Select(psid => $"{psid}"), .. _lightCurves.Select(one => one.TargetName!)]),
    };

    private static string DescribeStars(IReadOnlyCollection<string> names) =>
        $"{(names.Count == 1 ? "star" : $"{names.Count} stars:")} {string.Join(", ", names)}";

    private void Remove(string path)
    {
        using ZvarArchive archive = ZvarArchive.OpenExisting(path);
        ArchiveContents before = archive.GetContents();
        WaitFor(() => Remove(archive));
        ArchiveContents after = archive.GetContents();
        long lightCurves = before.LightCurves + before.SurveyLightCurves - after.LightCurves - after.SurveyLightCurves;
        WriteVerbose(FormattableString.Invariant(
            $"Removed {before.Objects - after.Objects:N0} stars, {lightCurves:N0} light curves")
            + FormattableString.Invariant($" and {before.Cones - after.Cones:N0} cone searches; the file had")
            + FormattableString.Invariant($" {before.Size:N0} bytes and has {after.Size:N0}."));
    }

    private bool Remove(ZvarArchive archive)
    {
        switch (ParameterSetName)
        {
            case PositionSet:
                archive.RemoveRegions(_regions);
                break;
            case TimeSet:
                archive.RemoveOlder(OlderThan);
                break;
            default:
                archive.RemoveObjects(_psids, _lightCurves);
                break;
        }

        return true;
    }
}
