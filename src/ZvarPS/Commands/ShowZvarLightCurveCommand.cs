using System.Management.Automation;
using Zvar;
using Zvar.Plots;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">
/// Shows light curves against time, in magnitudes or in difference flux: as a page, as pictures, in the terminal.
/// </para>
/// </summary>
[Cmdlet(VerbsCommon.Show, "ZvarLightCurve", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo), typeof(string))]
public sealed class ShowZvarLightCurveCommand : LightCurveViewCommand
{
    private IViewWriter<LightCurveView>? _writer;
    private ViewFormat _format;

    [Parameter(HelpMessage = "Mag: magnitudes and the limits of non-detections. Flux: difference fluxes.")]
    [Choice<PhotometryFormat>]
    public PhotometryFormat Format { get; set; }

    [Parameter(HelpMessage = "Leave out exposures that did not detect the star.")]
    public SwitchParameter DetectionsOnly { get; set; }

    [Parameter(
        HelpMessage = "Page, Png, Svg, Pdf or Terminal; else what the ending of -Path says,"
            + " else a page where there is a browser, else the terminal.")]
    [Choice<ViewFormat>]
    public ViewFormat? As { get; set; }

    private protected override void Begin()
    {
        _format = FormatOf(As);
        _writer = WriterOf(_format, new LightCurveDrawing());
    }

    private protected override void End()
    {
        base.End();
        _writer!.Finish();
    }

    // A page links to what is known of the star's position.
    private protected override LightCurveInput NewInput(Action<GivenLightCurve> take) =>
        new(this, take, wantsObject: _ => _format == ViewFormat.Page, readsPeriods: false);

    private protected override void Show(GivenLightCurve given)
    {
        LightCurve lightCurve = given.LightCurve;
        var view = new LightCurveView(lightCurve)
        {
            Quantity = Format,
            DetectionsOnly = DetectionsOnly,
            Bands = [.. lightCurve.GetBands().Where(IsShown)],
        };
        if (view.IsEmpty)
        {
            WriteError(ErrorRecords.NothingToShow(
                lightCurve,
                view.LeftOut,
                Format == PhotometryFormat.Flux ? PhotometryColumn.Flux : PhotometryColumn.Mag));
        }
        else
        {
            _writer!.Add(view);
        }
    }
}
