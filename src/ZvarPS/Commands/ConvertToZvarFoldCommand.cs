using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Folds light curves at a period into a table of phase points.</para>
/// </summary>
[Cmdlet(VerbsData.ConvertTo, "ZvarFold")]
[OutputType(typeof(PhasePoint))]
public sealed class ConvertToZvarFoldCommand : ZvarCommand
{
    private LightCurveReader? _reader;

    [Parameter(
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "Light curves, photometric points, or rows of any table with a time and a magnitude.")]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0, HelpMessage = "The period: " + Duration.Forms + "; else the row's, else the star's best.")]
    [Period, ArgumentCompleter(typeof(PeriodAttribute))]
    public double? Period { get; set; }

    [Parameter(HelpMessage = "How many phase bins, 1 to 1000; 0 for the points themselves.")]
    [Bins, ArgumentCompleter(typeof(BinsAttribute))]
    [ValidateRange(0, 1000)]
    public int Bins { get; set; }

    [Parameter(HelpMessage = "What stands for the magnitudes of a bin: their Mean, or their Median. Default: Mean.")]
    [Choice<BinStatistic>]
    public BinStatistic Statistic { get; set; }

    [Parameter(HelpMessage = "Where phase zero is: " + EpochChoice.Forms + "; else the first time of the light curve.")]
    [Epoch, ArgumentCompleter(typeof(EpochAttribute))]
    public EpochChoice Epoch { get; set; }

    private LightCurveReader Reader => _reader ??= new LightCurveReader(readsPeriods: Period is null);

    private protected override void Process()
    {
        foreach (PSObject input in OneByOne(InputObject!))
        {
            Read(input);
        }
    }

    private protected override void End()
    {
        GivenLightCurve[] gathered = [.. Reader.Gathered()];
        WriteNotes(Reader.Notes);
        foreach (GivenLightCurve one in gathered)
        {
            Write(one);
        }
    }

    private void Read(PSObject input)
    {
        try
        {
            if (!Reader.TryRead(input, out GivenLightCurve? whole))
            {
                WriteNotUnderstood(input, WhyNot(input));
            }
            else if (whole is { } lightCurve)
            {
                Write(lightCurve);
            }
        }
        catch (FormatException error)
        {
            WriteNotUnderstood(input, error.Message);
        }
    }

    private static string WhyNot(PSObject input) => !Argument.IsRow(input) || new Row(input).Has("Psid")
        ? $"This is a star, not its photometry: put Get-ZvarLightCurve before. {LightCurveReader.Wanted}"
        : $"The input is no photometry (its columns: {new Row(input).ColumnNames}). {LightCurveReader.Wanted}";

    private void Write(GivenLightCurve given)
    {
        LightCurve lightCurve = given.LightCurve;
        if (given.PeriodOr(Period) is not { } period)
        {
            WriteError(ErrorRecords.PeriodRequired(lightCurve));
            return;
        }

        WarnIfImprecise(Period ?? lightCurve.Period, lightCurve);
        EpochChoice epoch = given.EpochAt(Epoch);
        WarnIfDistant(epoch, lightCurve);
        var fold = new Fold(lightCurve, period, epoch.Resolve(lightCurve, period));
        WriteObject(Bins == 0 ? fold.EnumeratePoints() : fold.Bin(Bins, Statistic), enumerateCollection: true);
    }
}
