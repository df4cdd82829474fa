using System.Management.Automation;
using Zvar;
using Zvar.Plots;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">
/// Shows periodograms, power against period, with the periods that are found: as a page, as pictures, in the terminal.
/// </para>
/// </summary>
[Cmdlet(VerbsCommon.Show, "ZvarPeriodogram", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo), typeof(string))]
public sealed class ShowZvarPeriodogramCommand : LightCurveViewCommand
{
    // How many candidates are marked.
    private const int Marked = 4;

    // What points that came computed have already.
    private static readonly string[] Searching =
        [nameof(MinPeriod), nameof(MaxPeriod), nameof(Oversampling), nameof(Band), nameof(MinSnr), nameof(MinPoints)];

    private readonly List<PeriodogramPoint> _computed = [];
    private IViewWriter<PeriodogramView>? _writer;
    private ViewFormat _format;

    [Parameter(HelpMessage = "Fpw (or Fpw5, Fpw10, Fpw20), LombScargle. Default: Fpw20, LombScargle.")]
    [Method, ArgumentCompleter(typeof(MethodAttribute))]
    public PeriodogramMethod[] Method { get; set; } = [PeriodogramMethod.Fpw20, PeriodogramMethod.LombScargle];

    [Parameter(HelpMessage = "The shortest period: " + Duration.Forms + ". Default: 5min.")]
    [Alias("min_period")]
    [Duration, ArgumentCompleter(typeof(DurationAttribute))]
    public double MinPeriod { get; set; } = new PeriodSearchOptions().MinPeriod;

    [Parameter(HelpMessage = "The longest period: " + Duration.Forms + ". Default: 10d.")]
    [Alias("max_period")]
    [Duration, ArgumentCompleter(typeof(DurationAttribute))]
    public double MaxPeriod { get; set; } = new PeriodSearchOptions().MaxPeriod;

    [Parameter(HelpMessage = "Frequencies to a peak's width, 1 to 1000. Default: 5.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [ValidateRange(1.0, 1000.0)]
    public double Oversampling { get; set; } = new PeriodSearchOptions().Oversampling;

    [Parameter(
        HelpMessage = "Page, Png, Svg, Pdf or Terminal; else what the ending of -Path says,"
            + " else a page where there is a browser, else the terminal.")]
    [Choice<ViewFormat>]
    public ViewFormat? As { get; set; }

    private PeriodSearchOptions Options => new()
    {
        Methods = Method,
        MinPeriod = MinPeriod,
        MaxPeriod = MaxPeriod,
        Oversampling = Oversampling,
        Top = Marked,
    };

    private protected override void Begin()
    {
        if (MinPeriod > MaxPeriod)
        {
            ThrowTerminatingError(ErrorRecords.EmptyRange(nameof(MinPeriod), nameof(MaxPeriod)));
        }

        _format = FormatOf(As);
        _writer = WriterOf(_format, new PeriodogramDrawing());
    }

    private protected override void Read(PSObject input)
    {
        try
        {
            if (PeriodogramPointReader.Read(input) is { } point)
            {
                _computed.Add(point);
            }
            else
            {
                base.Read(input);
            }
        }
        catch (FormatException error)
        {
            WriteNotUnderstood(input, error.Message);
        }
    }

    private protected override void End()
    {
        base.End();
        ShowComputed();
        _writer!.Finish();
    }

    private protected override LightCurveInput NewInput(Action<GivenLightCurve> take) =>
        new(this, take, wantsObject: _ => _format == ViewFormat.Page, readsPeriods: false);

    private protected override void Show(GivenLightCurve given)
    {
        LightCurve all = given.LightCurve;
        LightCurve shown = all.Where(i => IsShown(all.Band[i]));
        try
        {
            _writer!.Add(WaitFor(() => Search(shown, given.Candidates)));
        }
        catch (PeriodSearchException error)
        {
            WriteError(ErrorRecords.PeriodSearch(error, all));
        }
    }

    // Candidates that came need no second search.
    private PeriodogramView Search(LightCurve lightCurve, IReadOnlyList<PeriodCandidate> came)
    {
        IReadOnlyList<PeriodCandidate> candidates =
            came.Count > 0 ? came : PeriodSearch.Find(lightCurve, Options, StopToken);
        return PeriodogramView.Compute(lightCurve, Options, StopToken) with { Candidates = candidates };
    }

    // Periodograms that came computed are shown as they are.
    private void ShowComputed()
    {
        string[] searching = [.. Searching.Where(MyInvocation.BoundParameters.ContainsKey).Select(name => $"-{name}")];
        if (_computed.Count > 0 && searching.Length > 0)
        {
            string names = string.Join(", ", searching);
            WriteWarning($"Points of a periodogram are shown as they were computed; not done for them: {names}.");
        }

        bool wantsMethods = MyInvocation.BoundParameters.ContainsKey(nameof(Method));
        foreach (IGrouping<(long, string?), PeriodogramPoint> star in
            _computed.GroupBy(point => (point.Psid, point.TargetName)))
        {
            PeriodogramPoint[] points = [.. star.Where(point => !wantsMethods || Method.Contains(point.Method))];
            try
            {
                _writer!.Add(PeriodogramView.OfPoints(points));
            }
            catch (ArgumentException error)
            {
                WriteNotUnderstood(star.First(), error.Message);
            }
        }
    }
}
