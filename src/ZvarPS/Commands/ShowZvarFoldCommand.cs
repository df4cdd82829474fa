using System.Globalization;
using System.Management.Automation;
using Zvar;
using Zvar.Plots;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Shows folded light curves: as a page, as pictures, in the terminal.</para>
/// </summary>
[Cmdlet(VerbsCommon.Show, "ZvarFold", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo), typeof(string))]
public sealed class ShowZvarFoldCommand : LightCurveViewCommand
{
    private IOutlet<FoldView>? _outlet;

    /// <summary>The period; else the star's most significant one.</summary>
    [Parameter(HelpMessage = "The period: " + Duration.Forms + "; else the star's most significant one.")]
    [ArgumentCompleter(typeof(DurationCompleter))]
    [Duration]
    public double? Period { get; set; }

    /// <summary>How many phase bins; 0 for none.</summary>
    [Parameter(HelpMessage = "How many phase bins, 0 (none) to 1000.")]
    [ValidateRange(0, 1000)]
    public int Bins { get; set; }

    /// <summary>How often the phase is shown.</summary>
    [Parameter(HelpMessage = "How often the phase is shown, 1 or 2; 2 unless told.")]
    [ValidateRange(1, 2)]
    public int Cycles { get; set; } = 2;

    /// <summary>Where phase zero is.</summary>
    [Parameter(HelpMessage = "Where phase zero is: " + PhaseZero.Forms + "; else the first time of the light curve.")]
    [ArgumentCompleter(typeof(EpochCompleter))]
    [Epoch]
    public PhaseZero Epoch { get; set; }

    /// <summary>A page, pictures, or the terminal.</summary>
    [Parameter(
        HelpMessage = "Page, Png, Svg or Terminal; else what the ending of -Path says,"
            + " else a page where there is a browser, else the terminal.")]
    public FoldFormat? As { get; set; }

    private protected override bool WantsStars => Period is null || Format == FoldFormat.Page;

    private FoldFormat Format => As ?? (Path, Browser.CanOpen) switch
    {
        (not null, _) when HasEnding(".html") => FoldFormat.Page,
        (not null, _) when HasEnding(".svg") => FoldFormat.Svg,
        (not null, _) when HasEnding(".txt") => FoldFormat.Terminal,
        (not null, _) => FoldFormat.Png,
        (null, true) => FoldFormat.Page,
        _ => FoldFormat.Terminal,
    };

    private protected override void Begin() => _outlet = Format switch
    {
        FoldFormat.Page => new PageOutlet(this, Place, PassThru),
        FoldFormat.Terminal => new TerminalOutlet(this, Place, PassThru, StopToken),
        var picture => new PictureOutlet<FoldView>(
            this,
            Place,
            picture == FoldFormat.Svg ? PictureFormat.Svg : PictureFormat.Png,
            PassThru,
            fold => fold.LightCurve.Psid.ToString(CultureInfo.InvariantCulture),
            folds => Picture.OfFolds(folds, Style)),
    };

    private protected override void End()
    {
        base.End();
        _outlet!.Finish();
    }

    private protected override void Show(LightCurve lightCurve)
    {
        if ((Period ?? lightCurve.Object?.GetBestPeriod()?.Period) is not { } period)
        {
            WriteError(ErrorRecords.PeriodRequired(lightCurve.Psid));
        }
        else if (lightCurve.Where(i => IsShown(lightCurve.Band[i])).Detections == 0)
        {
            WriteError(ErrorRecords.NothingToShow(lightCurve.Psid));
        }
        else
        {
            _outlet!.Add(new FoldView(lightCurve, period)
            {
                PhaseZero = Epoch,
                Bins = Bins,
                Cycles = Cycles,
                Bands = [.. lightCurve.GetBands().Where(IsShown)],
            });
        }
    }
}
