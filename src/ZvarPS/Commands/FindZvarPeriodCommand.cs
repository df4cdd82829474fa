using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Finds the periods of light curves, many stars at once, the likeliest first.</para>
/// </summary>
[Cmdlet(VerbsCommon.Find, "ZvarPeriod", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(PeriodCandidate), typeof(PeriodogramPoint), typeof(CatalogShare))]
public sealed class FindZvarPeriodCommand : LightCurveCommand
{
    // As many as a plot shows, and more than it has pixels.
    private const int ThinnedPoints = 4000;

    // Of a whole periodogram so many rows are held at a time.
    private const int RowsAtOnce = 1 << 16;

    private static readonly PeriodSearchOptions Default = new();

    private StarSearches? _searches;
    private PeriodSearchOptions _options = Default;
    private long _began;
    private long _toArrive;
    private bool _allAsked;
    private long _withoutError;
    private long _starsWithoutError;

    [Parameter(HelpMessage = "Fpw (or Fpw5, Fpw10, Fpw20), LombScargle; several are ranked together.")]
    [Method, ArgumentCompleter(typeof(MethodAttribute))]
    public PeriodogramMethod[] Method { get; set; } = [.. Default.Methods];

    [Parameter(HelpMessage = "The shortest period: " + Duration.Forms + ". Default: 5min.")]
    [Alias("min_period")]
    [Duration, ArgumentCompleter(typeof(DurationAttribute))]
    public double MinPeriod { get; set; } = Default.MinPeriod;

    [Parameter(HelpMessage = "The longest period: " + Duration.Forms + ". Default: 10d.")]
    [Alias("max_period")]
    [Duration, ArgumentCompleter(typeof(DurationAttribute))]
    public double MaxPeriod { get; set; } = Default.MaxPeriod;

    [Parameter(HelpMessage = "Frequencies to a peak's width, 1 to 1000. Default: 5.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [ValidateRange(1.0, 1000.0)]
    public double Oversampling { get; set; } = Default.Oversampling;

    [Parameter(HelpMessage = "How many candidates of a star, 1 to 100. Default: 1.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(1, 100)]
    public int Top { get; set; } = Default.Top;

    [Parameter(HelpMessage = "How many periods to take out, each to search what is left: 0 to 20. Default: 0.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(0, 20)]
    public int Prewhiten { get; set; }

    [Parameter(HelpMessage = "What to take out before: a slow Trend, the offsets of Fields. Default: None.")]
    [Detrend]
    public Detrending Detrend { get; set; }

    [Parameter(HelpMessage = "Pass over aliases of the day, the sidereal day and the lunar month.")]
    public SwitchParameter ExcludeAliases { get; set; }

    [Parameter(HelpMessage = "Shuffle the magnitudes so often for the false-alarm probability, 20 to 10000.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(20, 10_000)]
    public int Shuffles { get; set; }

    [Parameter(HelpMessage = "Give the periodogram instead: its power by frequency, as many points as a plot shows.")]
    public SwitchParameter AsPeriodogram { get; set; }

    [Parameter(HelpMessage = "With -AsPeriodogram: all the frequencies, mostly millions.")]
    public SwitchParameter Full { get; set; }

    private StarSearches Searches => _searches ??= new StarSearches(
        AsPeriodogram ? ComputePeriodograms : FindCandidates, Environment.ProcessorCount, StopToken);

    private protected override void Begin()
    {
        base.Begin();
        if (MinPeriod > MaxPeriod)
        {
            ThrowTerminatingError(ErrorRecords.EmptyRange(nameof(MinPeriod), nameof(MaxPeriod)));
        }

        RefuseWhatDoesNotGoTogether();
        _options = new PeriodSearchOptions
        {
            Methods = Method,
            MinPeriod = MinPeriod,
            MaxPeriod = MaxPeriod,
            Oversampling = Oversampling,
            Top = Top,
            ExcludeAliases = ExcludeAliases,
            Prewhitening = Prewhiten,
            Detrending = Detrend,
            Shuffles = Shuffles,
        };
        _began = TimeProvider.System.GetTimestamp();
    }

    private protected override void Process()
    {
        base.Process();
        WriteFound();
    }

    private protected override void TakeCatalog() => TakeCatalog(
        PeriodCandidateTable.Columns,
        FindCandidates,
        Tell,
        [
            (nameof(Method), string.Join(' ', Method)), (nameof(MinPeriod), MinPeriod), (nameof(MaxPeriod), MaxPeriod),
            (nameof(Oversampling), Oversampling), (nameof(Top), Top), (nameof(Prewhiten), Prewhiten),
            (nameof(Detrend), Detrend), (nameof(ExcludeAliases), ExcludeAliases.IsPresent),
            (nameof(Shuffles), Shuffles), .. Cuts,
        ]);

    private protected override void Take(GivenLightCurve given)
    {
        if (Full)
        {
            WriteWhole(given.LightCurve);
            return;
        }

        while (!Searches.TryAdd(given.LightCurve))
        {
            WaitForNext();
        }

        WriteFound();
    }

    private protected override void End()
    {
        _allAsked = true;
        base.End();
        while (Searches.Pending > 0)
        {
            WaitForNext();
        }

        CompleteProgress();
        if (_withoutError > 0)
        {
            WriteWarning(FormattableString.Invariant(
                $"{_withoutError:N0} detections of {_starsWithoutError:N0} stars were left out: they have no error above 0,")
                + " and others of their band do.");
        }
    }

    // While the next light curves are on their way, what has been found is written.
    private protected override void WaitForAnswer(Task answer)
    {
        while (!answer.IsCompleted && Searches.Pending > 0)
        {
            Wait(Task.WhenAny(answer, Searches.WaitAsync()));
            WriteFound();
        }

        base.WaitForAnswer(answer);
    }

    private protected override void ShowProgress(long completed, long asked)
    {
        _toArrive = asked - completed;
        ShowProgress();
    }

    private void ShowProgress()
    {
        long done = Searches.Taken;
        if (done == 0)
        {
            return;
        }

        // How many there are is known once the input has ended and no more points are gathered.
        long? all = _allAsked && !GathersPoints ? done + Searches.Pending + _toArrive : null;
        double rate = done / TimeProvider.System.GetElapsedTime(_began).TotalSeconds;
        string of = all is { } count ? $" of {count:N0}" : "";
        ShowProgress(
            FormattableString.Invariant($"{done:N0}{of} stars, {rate:0.#} stars/s"),
            all is { } total ? (int)(100 * done / total) : -1,
            all is { } whole ? (int)Math.Ceiling((whole - done) / rate) : -1);
    }

    private void WaitForNext()
    {
        ShowProgress();
        Wait(Searches.WaitAsync());
        WriteFound();
    }

    private void WriteFound()
    {
        while (Searches.TryTake(out SearchedStar? star))
        {
            Tell(star);
            WriteObject(star.Rows, enumerateCollection: true);
        }
    }

    private void Tell(SearchedStar star)
    {
        if (star.WithoutError > 0)
        {
            _withoutError += star.WithoutError;
            _starsWithoutError++;
        }

        if (star.Error is { } error)
        {
            WriteError(ErrorRecords.PeriodSearch(error, star.LightCurve));
        }
    }

    private SearchedStar FindCandidates(LightCurve lightCurve) =>
        new(lightCurve, PeriodSearch.Find(lightCurve, _options, StopToken));

    private SearchedStar ComputePeriodograms(LightCurve lightCurve)
    {
        (TimeSeries series, FrequencyGrid grid) = PeriodSearch.Prepare(lightCurve, _options);
        var points = new List<PeriodogramPoint>();
        foreach (PeriodogramMethod method in Method)
        {
            var thinned = Periodogram.ComputeThinned(series, method, grid, ThinnedPoints, StopToken);
            points.AddRange(thinned.Frequency.Zip(
                thinned.Power, (frequency, power) => PointOf(lightCurve, method, frequency, power)));
        }

        return new(lightCurve, points);
    }

    // One star after the other: it has more rows than are held.
    private void WriteWhole(LightCurve lightCurve)
    {
        try
        {
            (TimeSeries series, FrequencyGrid grid) = PeriodSearch.Prepare(lightCurve, _options);
            foreach (PeriodogramMethod method in Method)
            {
                using IEnumerator<PeriodogramPoint[]> rows = Periodogram.Enumerate(series, method, grid, StopToken)
                    .Select(one => PointOf(lightCurve, method, one.Frequency, one.Power))
                    .Chunk(RowsAtOnce).GetEnumerator();
                while (WaitFor(rows.MoveNext))
                {
                    WriteObject(rows.Current, enumerateCollection: true);
                }
            }
        }
        catch (PeriodSearchException error)
        {
            WriteError(ErrorRecords.PeriodSearch(error, lightCurve));
        }
    }

    private static PeriodogramPoint PointOf(
        LightCurve lightCurve, PeriodogramMethod method, double frequency, double power) => new()
        {
            Psid = lightCurve.Psid,
            TargetName = lightCurve.TargetName,
            Method = method,
            Frequency = frequency,
            Period = 1 / frequency,
            Power = power,
            Synthetic = lightCurve.Synthetic,
        };

    private void RefuseWhatDoesNotGoTogether()
    {
        string[] ofCandidates =
            [nameof(Top), nameof(Prewhiten), nameof(ExcludeAliases), nameof(Shuffles)];
        string[] given = [.. ofCandidates.Where(MyInvocation.BoundParameters.ContainsKey).Select(name => $"-{name}")];
        if (AsPeriodogram && given.Length > 0)
        {
            ThrowTerminatingError(ErrorRecords.ParametersExcludeEachOther(
                $"-AsPeriodogram gives no candidates: leave out {string.Join(", ", given)}."));
        }

        if (TakesCatalog)
        {
            RefuseWithCatalog("candidates are written", nameof(AsPeriodogram), nameof(Full));
        }

        if (Full && !AsPeriodogram)
        {
            ThrowTerminatingError(ErrorRecords.ParametersExcludeEachOther(
                "-Full gives the whole periodogram: give -AsPeriodogram too, or leave -Full out."));
        }
    }
}
