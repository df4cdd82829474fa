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
    private static readonly (string Ending, FoldFormat Format)[] Endings =
    [
        (".html", FoldFormat.Page),
        (".png", FoldFormat.Png),
        (".svg", FoldFormat.Svg),
        (".txt", FoldFormat.Terminal),
    ];

    private IViewWriter<FoldView>? _writer;
    private FoldFormat _format;

    /// <summary>The period; else the star's most significant one.</summary>
    [Parameter(HelpMessage = "The period: " + Duration.Forms + "; else the star's most significant one.")]
    [Period, ArgumentCompleter(typeof(PeriodAttribute))]
    public double? Period { get; set; }

    /// <summary>How many phase bins; 0 for none.</summary>
    [Parameter(HelpMessage = "How many phase bins, 0 (none) to 1000.")]
    [Bins, ArgumentCompleter(typeof(BinsAttribute))]
    [ValidateRange(0, 1000)]
    public int Bins { get; set; }

    /// <summary>How often the phase is shown.</summary>
    [Parameter(HelpMessage = "How often the phase is shown, 1 or 2. Default: 2.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(1, 2)]
    public int Cycles { get; set; } = 2;

    /// <summary>Where phase zero is.</summary>
    [Parameter(HelpMessage = "Where phase zero is: " + EpochChoice.Forms + "; else the first time of the light curve.")]
    [Epoch, ArgumentCompleter(typeof(EpochAttribute))]
    public EpochChoice Epoch { get; set; }

    /// <summary>A page, pictures, or the terminal.</summary>
    [Parameter(
        HelpMessage = "Page, Png, Svg or Terminal; else what the ending of -Path says,"
            + " else a page where there is a browser, else the terminal.")]
    [Choice<FoldFormat>]
    public FoldFormat? As { get; set; }

    private protected override void Begin()
    {
        _format = FormatOf(As, Endings, () => Path is not null ? FoldFormat.Png
            : Browser.CanOpen ? FoldFormat.Page : FoldFormat.Terminal);
        _writer = _format switch
        {
            FoldFormat.Page => new PageWriter(Place, PassThru),
            FoldFormat.Terminal => new TerminalWriter(this, Place, PassThru, StopToken),
            var picture => new PictureWriter<FoldView>(
                this,
                Place,
                picture == FoldFormat.Svg ? PictureFormat.Svg : PictureFormat.Png,
                PassThru,
                fold => fold.LightCurve.Psid.ToString(CultureInfo.InvariantCulture),
                folds => Picture.OfFolds(folds, Style)),
        };
    }

    private protected override void End()
    {
        base.End();
        _writer!.Finish();
    }

    private protected override LightCurveInput NewInput(Action<GivenLightCurve> take) => new(
        this,
        take,
        period => (Period ?? period) is null || _format == FoldFormat.Page,
        readsPeriods: Period is null);

    private protected override void Show(GivenLightCurve given)
    {
        LightCurve lightCurve = given.LightCurve;
        if (given.PeriodOr(Period) is not { } period)
        {
            WriteError(ErrorRecords.PeriodRequired(lightCurve));
        }
        else if (!Enumerable.Range(0, lightCurve.Points)
            .Any(i => IsShown(lightCurve.Band[i]) && !double.IsNaN(lightCurve.Mag[i])))
        {
            WriteError(ErrorRecords.NothingToShow(lightCurve));
        }
        else
        {
            WarnIfImprecise(Period ?? given.Period, lightCurve);
            _writer!.Add(new FoldView(lightCurve, period)
            {
                EpochChoice = Epoch,
                Bins = Bins,
                Cycles = Cycles,
                Bands = [.. lightCurve.GetBands().Where(IsShown)],
            });
        }
    }
}
