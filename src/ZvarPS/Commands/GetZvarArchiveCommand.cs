using System.Management.Automation;
using Zvar;
using Zvar.Archive;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Tells what an archive holds.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZvarArchive", DefaultParameterSetName = ContentsSet)]
[OutputType(
    typeof(ArchiveContents), typeof(ArchiveShare), typeof(ArchiveCone), typeof(LightCurve), typeof(PeriodCandidate))]
public sealed class GetZvarArchiveCommand : ArchiveCommand
{
    private const string ContentsSet = "Contents";
    private const string SharesSet = "Shares";
    private const string ConesSet = "Cones";
    private const string LightCurvesSet = "LightCurves";
    private const string PeriodsSet = "Periods";

    [Parameter(
        ParameterSetName = SharesSet,
        Mandatory = true,
        HelpMessage = "Count by Field, Band, Date (when it was asked for, UTC) or Source (of whom).")]
    [Choice<ArchiveShareKind>]
    public ArchiveShareKind By { get; set; }

    [Parameter(
        ParameterSetName = ConesSet,
        Mandatory = true,
        HelpMessage = "List the cone searches that it answers whole.")]
    public SwitchParameter Cone { get; set; }

    [Parameter(
        ParameterSetName = LightCurvesSet,
        Mandatory = true,
        HelpMessage = "Give all light curves, those of other surveys last.")]
    public SwitchParameter LightCurve { get; set; }

    [Parameter(
        ParameterSetName = PeriodsSet,
        Mandatory = true,
        HelpMessage = "Give the periods of Find-ZvarPeriod that were saved.")]
    public SwitchParameter PeriodCandidate { get; set; }

    private protected override void Read(ZvarArchive archive)
    {
        switch (ParameterSetName)
        {
            case SharesSet:
                WriteObject(WaitFor(() => archive.GetShares(By, StopToken)), enumerateCollection: true);
                break;
            case ConesSet:
                WriteObject(archive.GetCones(), enumerateCollection: true);
                break;
            case LightCurvesSet:
                foreach (LightCurve lightCurve in archive.GetLightCurves(
                    damaged => WriteError(ErrorRecords.Archive(damaged, Path))))
                {
                    WriteObject(lightCurve);
                }

                break;
            case PeriodsSet:
                foreach (PeriodCandidate candidate in archive.GetPeriodCandidates())
                {
                    WriteObject(candidate);
                }

                break;
            default:
                WriteObject(archive.GetContents());
                break;
        }
    }
}
