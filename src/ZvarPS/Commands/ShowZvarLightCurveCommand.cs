using System.Globalization;
using System.Management.Automation;
using Zvar;
using Zvar.Plots;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Shows light curves against time, in magnitudes or in difference flux.</para>
/// </summary>
[Cmdlet(VerbsCommon.Show, "ZvarLightCurve", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ShowZvarLightCurveCommand : LightCurveViewCommand
{
    private PictureWriter<LightCurveView>? _writer;

    /// <summary>Magnitudes, or difference fluxes.</summary>
    [Parameter(HelpMessage = "Mag: magnitudes and the limits of non-detections. Flux: difference fluxes.")]
    [Choice<PhotometryFormat>]
    public PhotometryFormat Format { get; set; }

    /// <summary>A picture of pixels, or of lines.</summary>
    [Parameter(HelpMessage = "Png or Svg; else what the ending of -Path says, else Png.")]
    [Choice<PictureFormat>]
    public PictureFormat? As { get; set; }

    private protected override void Begin() => _writer = new PictureWriter<LightCurveView>(
        this,
        Place,
        FormatOf(As, PictureEndings, () => PictureFormat.Png),
        PassThru,
        view => $"{view.LightCurve.Psid.ToString(CultureInfo.InvariantCulture)}-time",
        views => Picture.OfLightCurves(views, Style));

    private protected override void End()
    {
        base.End();
        _writer!.Finish();
    }

    private protected override LightCurveInput NewInput(Action<GivenLightCurve> take) =>
        new(this, take, wantsObject: _ => false, readsPeriods: false);

    private protected override void Show(GivenLightCurve given)
    {
        LightCurve lightCurve = given.LightCurve;
        LightCurve shown = lightCurve.Where(i => IsShown(lightCurve.Band[i]));
        if (shown.Points == 0)
        {
            WriteError(ErrorRecords.NothingToShow(lightCurve));
            return;
        }

        _writer!.Add(new LightCurveView(shown) { Quantity = Format });
    }
}
