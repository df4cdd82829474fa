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
    private readonly PhotometryGatherer _points = new();

    /// <summary>Light curves, photometric points, or rows with Time and Mag.</summary>
    [Parameter(
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "Light curves, photometric points, or rows with the columns Time and Mag.")]
    public PSObject? InputObject { get; set; }

    /// <summary>The period; else the most significant one of the star, where the pipeline brought the star.</summary>
    [Parameter(Position = 0, HelpMessage = "The period: " + Duration.Forms + "; else the star's most significant one.")]
    [ArgumentCompleter(typeof(DurationCompleter))]
    [Duration]
    public double? Period { get; set; }

    /// <summary>How many phase bins; 0 for the points themselves.</summary>
    [Parameter(HelpMessage = "How many phase bins, 1 to 1000; 0 for the points themselves.")]
    [ValidateRange(0, 1000)]
    public int Bins { get; set; }

    /// <summary>What stands for the magnitudes of a bin.</summary>
    [Parameter(HelpMessage = "What stands for the magnitudes of a bin: their Mean, or their Median. Default: Mean.")]
    public BinStatistic Statistic { get; set; }

    /// <summary>Where phase zero is.</summary>
    [Parameter(HelpMessage = "Where phase zero is: " + EpochChoice.Forms + "; else the first time of the light curve.")]
    [ArgumentCompleter(typeof(EpochCompleter))]
    [Epoch]
    public EpochChoice Epoch { get; set; }

    private protected override void Process()
    {
        foreach (PSObject input in OneByOne(InputObject))
        {
            Read(input);
        }
    }

    private protected override void End()
    {
        foreach (LightCurve lightCurve in _points.Build())
        {
            Write(lightCurve);
        }
    }

    private void Read(PSObject input)
    {
        if (input.BaseObject is LightCurve lightCurve)
        {
            Write(lightCurve);
            return;
        }

        try
        {
            if (!_points.TryAdd(input))
            {
                WriteNotUnderstood(input, WhyNot(input));
            }
        }
        catch (FormatException error)
        {
            WriteNotUnderstood(input, error.Message);
        }
    }

    private static string WhyNot(PSObject input)
    {
        var row = new Row(input);
        return input.BaseObject is string or IFormattable || row.Has("Psid")
            ? $"This is a star, not its photometry: put Get-ZvarLightCurve before. {PhotometryGatherer.Wanted}"
            : $"The input is no photometry (its columns: {row.ColumnNames}). {PhotometryGatherer.Wanted}";
    }

    private void Write(LightCurve lightCurve)
    {
        if ((Period ?? lightCurve.Object?.GetBestPeriod()?.Period) is not { } period)
        {
            WriteError(ErrorRecords.PeriodRequired(lightCurve.Psid));
            return;
        }

        WarnIfImprecise(Period, lightCurve);
        var fold = new Fold(lightCurve, period, Epoch.Resolve(lightCurve, period));
        WriteObject(Bins == 0 ? fold.EnumeratePoints() : fold.Bin(Bins, Statistic), enumerateCollection: true);
    }
}
