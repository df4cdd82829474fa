using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>A cmdlet that shows light curves.</summary>
public abstract class LightCurveViewCommand : ViewCommand
{
    private LightCurveInput? _input;
    private bool _came;

    [Parameter(HelpMessage = "The bands: g, r, i (or zg, zr, zi), or those of your table. Default: all there are.")]
    [Band(AnySurvey = true), ArgumentCompleter(typeof(BandAttribute))]
    public string[]? Band { get; set; }

    [Parameter(HelpMessage = "The least signal-to-noise ratio of the total flux.")]
    [Alias("min_snr")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    public double? MinSnr { get; set; }

    [Parameter(HelpMessage = "Leave out bands with fewer points than this, counted after the other cut.")]
    [Alias("min_points")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(1, int.MaxValue)]
    public int? MinPoints { get; set; }

    /// <summary>The light curves to show, whatever they come as.</summary>
    private protected LightCurveInput Input => _input ??= NewInput(ShowCleaned);

    /// <summary>Whether a band is shown. A table without a column Band has one without a name.</summary>
    private protected bool IsShown(string band) => Band?.Contains(band, StringComparer.OrdinalIgnoreCase) ?? true;

    /// <summary>Makes the input, which takes of what comes as much as is shown.</summary>
    private protected abstract LightCurveInput NewInput(Action<GivenLightCurve> take);

    /// <summary>Shows one light curve, all its bands.</summary>
    private protected abstract void Show(GivenLightCurve given);

    private protected override void Process()
    {
        _came = true;
        base.Process();
    }

    private protected override void Read(PSObject input)
    {
        try
        {
            Input.Add(input);
        }
        catch (FormatException error)
        {
            WriteNotUnderstood(input, error.Message);
        }
    }

    private protected override void Take(ObjectReference one) => Input.Add(one);

    private protected override void End()
    {
        base.End();
        Input.Finish();
        if (!_came)
        {
            WriteWarning(Path is null
                ? "Nothing came to be shown."
                : $"Nothing came to be shown: {Path} was not written.");
        }
    }

    private void ShowCleaned(GivenLightCurve given)
    {
        LightCurve lightCurve = given.LightCurve;
        if (MinSnr is not null && lightCurve.Points > 0 && Array.TrueForAll(lightCurve.Snr, double.IsNaN))
        {
            WriteError(ErrorRecords.SnrUnknown(lightCurve));
            return;
        }

        Show(given with
        {
            LightCurve = new QualityCuts { MinSnr = MinSnr, MinPoints = MinPoints }.Apply(lightCurve),
        });
    }
}
