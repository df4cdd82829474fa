using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Gets the photometry of stars as a table of points.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZvarPhotometry", DefaultParameterSetName = InputSet)]
[OutputType(typeof(PhotometryPoint))]
public sealed class GetZvarPhotometryCommand : PhotometryCommand
{
    private protected override void WriteLightCurve(LightCurve lightCurve) =>
        WriteObject(lightCurve.EnumeratePoints(), enumerateCollection: true);
}
