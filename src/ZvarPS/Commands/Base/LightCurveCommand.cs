using System.Globalization;
using System.Management.Automation;
using Zvar;
using Zvar.Tables;

namespace ZvarPS.Commands;

/// <summary>A cmdlet that computes something of the detections of light curves, in whatever form they come.</summary>
public abstract class LightCurveCommand : CatalogCommand
{
    // The stars whose light curve a catalogue has not, or not in all bands asked for.
    private readonly List<long> _unknown = [];
    private LightCurveInput? _input;

    [Parameter(HelpMessage = "The bands: g, r, i (or zg, zr, zi), or those of your table. Default: all there are.")]
    [Band(AnySurvey = true), ArgumentCompleter(typeof(BandAttribute))]
    public string[]? Band { get; set; }

    [Parameter(HelpMessage = "The least signal-to-noise ratio of the total flux.")]
    [Alias("min_snr")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    public double? MinSnr { get; set; }

    [Parameter(HelpMessage = "Leave out bands with fewer detections than this, counted after the other cut.")]
    [Alias("min_points")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(1, int.MaxValue)]
    public int? MinPoints { get; set; }

    // Nothing but its photometry is wanted of a star: no period, no position.
    private LightCurveInput Input => _input ??= new LightCurveInput(
        this, TakeDetections, wantsObject: _ => false, readsPeriods: false);

    /// <summary>Whether points and rows have come, which are put together when the input has ended.</summary>
    private protected bool GathersPoints => Input.HasGathered;

    /// <summary>Takes one light curve: at least one detection, each with a finite time and magnitude.</summary>
    private protected abstract void Take(GivenLightCurve given);

    private protected sealed override void Take(ObjectReference star) => Input.Add(star);

    private protected sealed override void Read(PSObject input)
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

    private protected override void End()
    {
        base.End();
        Input.Finish();
    }

    /// <summary>The parameters here on which it depends what is computed.</summary>
    private protected IEnumerable<(string Name, object? Value)> Cuts =>
    [
        (nameof(Band), Band is null ? null : string.Join(' ', Band.Distinct().Order(StringComparer.Ordinal))),
        (nameof(MinSnr), MinSnr), (nameof(MinPoints), MinPoints),
    ];

    /// <summary>Computes of the stars of the catalogue, and writes what comes of them.</summary>
    /// <param name="columns">The columns of what comes.</param>
    /// <param name="search">Computes of a light curve; on several threads.</param>
    /// <param name="tell">Tells of a star what is no row.</param>
    /// <param name="options">The parameters on which it depends.</param>
    private protected void TakeCatalog<TRow>(
        IReadOnlyList<Column<TRow>> columns,
        Func<LightCurve, SearchedStar> search,
        Action<SearchedStar> tell,
        IEnumerable<(string Name, object? Value)> options) => WorkThrough(
            options,
            (source, path, work) => new CatalogSearch<TRow>(
                this, source, source.OpenResults(path, work, columns), search)
            {
                Select = SelectOf,
                Tell = tell,
            });

    private protected sealed override void EndCatalog()
    {
        if (_unknown.Count > 0)
        {
            WriteFailure(
                new ZvarException(ZvarError.NotInArchive, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The HATS catalogue '{HatsPath}' was not given the light curves of {_unknown.Count} stars, or not"
                    + $" in these bands. Add them with Export-ZvarCatalog, and begin another destination.")),
                _unknown.ToArray());
        }
    }

    private LightCurve? SelectOf(HatsLightCurve star)
    {
        if (star.LightCurve is { } all
            && (Band?.All(band => star.Bands.Contains(band, StringComparer.OrdinalIgnoreCase)) ?? true))
        {
            return SelectDetections(all);
        }

        _unknown.Add(star.Psid);
        return null;
    }

    // Null where there is nothing to compute with, of which an error tells.
    private LightCurve? SelectDetections(LightCurve all)
    {
        LightCurve detections = all.Where(i => double.IsFinite(all.Time[i])
            && double.IsFinite(all.Mag[i])
            && (Band?.Contains(all.Band[i], StringComparer.OrdinalIgnoreCase) ?? true));
        LightCurve cleaned = new QualityCuts { MinSnr = MinSnr, MinPoints = MinPoints }.Apply(detections);
        if (cleaned.Points > 0)
        {
            return cleaned;
        }

        WriteError(ErrorRecords.NoDetections(all, detections, MinSnr is not null));
        return null;
    }

    private void TakeDetections(GivenLightCurve given)
    {
        if (SelectDetections(given.LightCurve) is { } detections)
        {
            Take(given with { LightCurve = detections });
        }
    }
}
