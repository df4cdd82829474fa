using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Gets the photometry of stars as light curves, one a star, in columns: the fast way.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZvarLightCurve", DefaultParameterSetName = InputSet)]
[OutputType(typeof(LightCurve))]
public sealed class GetZvarLightCurveCommand : PhotometryCommand
{
    private protected override void WriteLightCurve(LightCurve lightCurve) => WriteObject(lightCurve);
}
