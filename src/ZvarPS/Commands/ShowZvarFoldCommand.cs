using System.Management.Automation;
using Zvar;
using Zvar.Plots;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Shows folded light curves: as a page, as pictures, in the terminal.</para>
/// </summary>
[Cmdlet(VerbsCommon.Show, "ZvarFold", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo), typeof(string), typeof(Verdict))]
public sealed class ShowZvarFoldCommand : LightCurveViewCommand
{
    // What a fold that came computed has already.
    private static readonly string[] Refolding =
        [nameof(Period), nameof(Bins), nameof(Statistic), nameof(Epoch), nameof(MinSnr), nameof(MinPoints)];

    // A page of so few stars shows their periodograms unasked.
    private const int FewStars = 20;

    // The two views of a periodogram that an astronomer wants: any shape, and a sine.
    private static readonly PeriodSearchOptions Periodograms =
        new() { Methods = [PeriodogramMethod.Fpw20, PeriodogramMethod.LombScargle] };

    private readonly List<PhasePoint> _computed = [];
    private readonly List<FoldView> _toSearch = [];
    private readonly StarContext _context = new();
    private readonly List<PSObject> _measured = [];
    private bool _searchesNoMore;
    private IViewWriter<FoldView>? _writer;
    private FoldDrawing _drawing = new();
    private IReadOnlyDictionary<VettedStar, Verdict> _takenUp = new Dictionary<VettedStar, Verdict>();
    private ViewFormat _format;

    [Parameter(HelpMessage = "The period: " + Duration.Forms + "; else the row's, else the star's best.")]
    [Period, ArgumentCompleter(typeof(PeriodAttribute))]
    public double? Period { get; set; }

    [Parameter(HelpMessage = "How many phase bins, 0 (none) to 1000.")]
    [Bins, ArgumentCompleter(typeof(BinsAttribute))]
    [ValidateRange(0, 1000)]
    public int Bins { get; set; }

    [Parameter(HelpMessage = "What the bins show: the Mean of their magnitudes, or the Median. Default: Mean.")]
    [Choice<BinStatistic>]
    public BinStatistic Statistic { get; set; }

    [Parameter(HelpMessage = "How often the phase is shown, 1 or 2. Default: 2.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(1, 2)]
    public int Cycles { get; set; } = 2;

    [Parameter(HelpMessage = "Where phase zero is: " + EpochChoice.Forms + "; else the first time of the light curve.")]
    [Epoch, ArgumentCompleter(typeof(EpochAttribute))]
    public EpochChoice Epoch { get; set; }

    [Parameter(HelpMessage = "A periodogram to choose the period in, on a page or in the viewer. Default: on a page of up to 20 stars.")]
    public SwitchParameter Periodogram { get; set; }

    [Parameter(
        HelpMessage = "Page, Png, Svg, Pdf or Terminal; else what the ending of -Path says,"
            + " else a page where there is a browser, else the terminal.")]
    [Choice<ViewFormat>]
    public ViewFormat? As { get; set; }

    [Parameter(HelpMessage = "Labels to vet the stars with, on the keys 1 to 9 and 0: EW, EA, RRab, junk; or Default.")]
    [Label, ArgumentCompleter(typeof(LabelAttribute))]
    public string[]? Label { get; set; }

    [Parameter(HelpMessage = "Who vets them, to be kept with each verdict. Default: nobody is named.")]
    [Name, ArgumentCompleter(typeof(NameAttribute))]
    public string? Labeller { get; set; }

    [Parameter(HelpMessage = "A CSV file of verdicts to go on with; the viewer in the terminal keeps it as they are given.")]
    [Path, ValidateNotNullOrEmpty]
    public string? Verdicts { get; set; }

    [Parameter(
        HelpMessage = "What else is known of the stars, for a page: Gaia matches, statistics of Measure-ZvarLightCurve.")]
    [Context, ArgumentCompleter(typeof(ContextAttribute))]
    public PSObject[] Context { get; set; } = [];

    private protected override void Begin()
    {
        _format = FormatOf(As);
        _drawing = Label is null ? NoVetting() : BeginVetting(Label);
        _writer = WriterOf(_format, _drawing);
        foreach (PSObject one in Context.Where(one => !ReadContext(one)))
        {
            WriteNotUnderstood(one, StarContext.Refuse(one));
        }
    }

    private protected override void Read(PSObject input)
    {
        try
        {
            if (PhasePointReader.Read(input) is { } point)
            {
                _computed.Add(point);
            }
            else if (_context.TryAddStatistics(input, out bool isFirst))
            {
                // A star is asked for once all its bands have come.
                if (isFirst)
                {
                    _measured.Add(input);
                }
            }
            else
            {
                ReadContext(input);
                base.Read(input);
            }
        }
        catch (FormatException error)
        {
            WriteNotUnderstood(input, error.Message);
        }
    }

    // Whether it tells anything of a star, or was told not to be readable.
    private bool ReadContext(PSObject input)
    {
        try
        {
            return _context.TryAdd(input);
        }
        catch (FormatException error)
        {
            WriteNotUnderstood(input, error.Message);
            return true;
        }
    }

    private protected override void End()
    {
        foreach (PSObject star in _measured)
        {
            base.Read(star);
        }

        base.End();
        ShowComputed();
        ShowSearched();
        _writer!.Finish();

        // What nobody asked for goes nowhere else.
        if (PassThru || Verdicts is null)
        {
            WriteObject(_drawing.Verdicts, enumerateCollection: true);
        }
    }

    private protected override LightCurveInput NewInput(Action<GivenLightCurve> take) => new(
        this,
        take,
        period => (Period ?? period) is null || _format == ViewFormat.Page,
        readsPeriods: Period is null)
    {
        ReadsEpochs = !HasEpoch,
        ReadsLabels = true,
    };

    private bool HasEpoch => MyInvocation.BoundParameters.ContainsKey(nameof(Epoch));

    private protected override void Show(GivenLightCurve given)
    {
        LightCurve lightCurve = given.LightCurve;
        Verdict? verdict = _takenUp.GetValueOrDefault(VettedStar.Of(lightCurve));
        double? wanted = Period ?? verdict?.Period;
        if (given.PeriodOr(wanted) is not { } period)
        {
            WriteError(ErrorRecords.PeriodRequired(lightCurve));
            return;
        }

        WarnIfImprecise(wanted ?? lightCurve.Period, lightCurve);
        EpochChoice epoch = given.EpochAt(HasEpoch ? Epoch : EpochOf(verdict) ?? given.Epoch ?? Epoch);
        WarnIfDistant(epoch, lightCurve);
        Add(new FoldView(lightCurve, period)
        {
            EpochChoice = epoch,
            Bins = Bins,
            Statistic = Statistic,
            Candidates = given.Candidates,
            Label = given.Label,
        });
    }

    private static EpochChoice? EpochOf(Verdict? verdict) => verdict?.Epoch is { } time ? EpochChoice.At(time) : null;

    private FoldDrawing NoVetting()
    {
        string? without = Verdicts is not null ? nameof(Verdicts) : Labeller is not null ? nameof(Labeller) : null;
        if (without is not null)
        {
            ThrowTerminatingError(ErrorRecords.LabelRequired(without));
        }

        return new FoldDrawing();
    }

    private FoldDrawing BeginVetting(string[] labels)
    {
        VerdictsFile? file = Verdicts is null ? null : FileOf(Verdicts);
        var vetting = new Vetting(labels) { Labeller = Labeller ?? "", Verdicts = file?.Read() ?? [] };
        _takenUp = vetting.GetVerdicts();
        return new FoldDrawing(vetting, file, PassThru);
    }

    private VerdictsFile FileOf(string path)
    {
        try
        {
            return new VerdictsFile(this, path, Force);
        }
        catch (NotSupportedException error)
        {
            ThrowTerminatingError(ErrorRecords.PathNotSupported(error, path));
            throw;
        }
    }

    // Folds that came computed are shown as they are.
    private void ShowComputed()
    {
        string[] refolding = [.. Refolding.Where(MyInvocation.BoundParameters.ContainsKey).Select(name => $"-{name}")];
        if (_computed.Count > 0 && refolding.Length > 0)
        {
            string names = string.Join(", ", refolding);
            WriteWarning($"Phase points are shown as they were folded; not done for them: {names}.");
        }

        foreach (IEnumerable<PhasePoint> fold in
            _computed.GroupBy(point => (point.Psid, point.TargetName, point.Period, point.Epoch)))
        {
            try
            {
                Add(FoldView.OfPhasePoints([.. fold]));
            }
            catch (ArgumentException error)
            {
                WriteNotUnderstood(fold.First(), error.Message);
            }
        }
    }

    private void Add(FoldView view)
    {
        long psid = view.LightCurve.Psid;
        view = view with
        {
            Cycles = Cycles,
            Bands = [.. view.GetAllBands().Where(IsShown)],
            Gaia = _context.GaiaOf(psid),
            Statistics = _context.StatisticsOf(psid),
            Label = _takenUp.GetValueOrDefault(VettedStar.Of(view.LightCurve))?.Label ?? view.Label,
            Labels = Label ?? Vetting.DefaultLabels,
        };
        if (view.IsEmpty)
        {
            WriteError(ErrorRecords.NothingToShow(view.LightCurve, view.LeftOut));
        }
        else if (_searchesNoMore || !WantsPeriodograms)
        {
            _writer!.Add(view);
        }
        else
        {
            Gather(view);
        }
    }

    // In a picture nothing can be chosen, and the viewer in the terminal opens at once.
    private bool WantsPeriodograms => MyInvocation.BoundParameters.ContainsKey(nameof(Periodogram))
        ? Periodogram && _format is ViewFormat.Page or ViewFormat.Terminal
        : _format is ViewFormat.Page;

    // Of many stars nobody asked for periodograms, and all would wait for them.
    private void Gather(FoldView view)
    {
        _toSearch.Add(view);
        if (_toSearch.Count > FewStars && !Periodogram)
        {
            _searchesNoMore = true;
            foreach (FoldView one in _toSearch)
            {
                _writer!.Add(one);
            }

            _toSearch.Clear();
        }
    }

    private void ShowSearched()
    {
        FoldView[] searched = WaitFor(
            () => _toSearch.AsParallel().AsOrdered().WithCancellation(StopToken).Select(WithPeriodogram).ToArray());
        foreach (FoldView view in searched)
        {
            _writer!.Add(view);
        }
    }

    private FoldView WithPeriodogram(FoldView view)
    {
        try
        {
            return view.IsComputed
                ? view
                : view with
                {
                    Periodogram = PeriodogramView.Compute(view.LightCurve, Periodograms, StopToken) with
                    {
                        Candidates = view.Candidates,
                    },
                };
        }
        catch (PeriodSearchException)
        {
            // Too few exposures to search are enough to be folded.
            return view;
        }
    }
}
