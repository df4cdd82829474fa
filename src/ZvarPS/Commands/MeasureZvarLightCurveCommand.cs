using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Measures how light curves vary: a row of statistics for each band and for all together.</para>
/// </summary>
[Cmdlet(VerbsDiagnostic.Measure, "ZvarLightCurve", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(VariabilityStatistics), typeof(CatalogShare))]
public sealed class MeasureZvarLightCurveCommand : LightCurveCommand
{
    private protected override void Take(GivenLightCurve given) =>
        WriteObject(Variability.Measure(given.LightCurve), enumerateCollection: true);

    private protected override void TakeCatalog() => TakeCatalog(
        VariabilityTable.Columns,
        lightCurve => new SearchedStar(lightCurve, Variability.Measure(lightCurve)),
        tell: _ => { },
        Cuts);
}
