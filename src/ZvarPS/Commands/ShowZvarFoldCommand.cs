using System.Management.Automation;
using System.Runtime.CompilerServices;
using Zvar;
using Zvar.Plots;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Shows folded light curves.</para>
/// </summary>
[Cmdlet(VerbsCommon.Show, "ZvarFold", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ShowZvarFoldCommand : StarCommand
{
    private readonly PhotometryGatherer _points = new();
    private Batches<Star, LightCurve>? _batches;
    private PictureWriter? _pictures;

    /// <summary>The period; else the star's most significant one.</summary>
    [Parameter(HelpMessage = "The period: " + Duration.Forms + "; else the star's most significant one.")]
    [Duration]
    public double? Period { get; set; }

    /// <summary>How many phase bins; 0 for none.</summary>
    [Parameter(HelpMessage = "How many phase bins, 0 (none) to 1000.")]
    [ValidateRange(0, 1000)]
    public int Bins { get; set; }

    /// <summary>The bands shown; all of them unless told.</summary>
    [Parameter(HelpMessage = "The bands: g, r, i; all there are unless told.")]
    [ArgumentCompleter(typeof(BandCompleter))]
    [Band]
    public string[] Band { get; set; } = [.. Zvar.Band.All];

    /// <summary>How often the phase is shown.</summary>
    [Parameter(HelpMessage = "How often the phase is shown, 1 or 2; 2 unless told.")]
    [ValidateRange(1, 2)]
    public int Cycles { get; set; } = 2;

    /// <summary>Where phase zero is.</summary>
    [Parameter(HelpMessage = "Where phase zero is: " + PhaseZero.Forms + "; else the first time of the light curve.")]
    [ArgumentCompleter(typeof(EpochCompleter))]
    [Epoch]
    public PhaseZero Epoch { get; set; }

    /// <summary>A picture of pixels, or of lines.</summary>
    [Parameter(HelpMessage = "Png or Svg; else what the ending of -Path says, else Png.")]
    public FoldFormat? As { get; set; }

    /// <summary>
    /// Where to write: a file for one picture, of several stars if there are several, or a folder for one file a star.
    /// </summary>
    [Parameter(HelpMessage = "A file for one picture of all stars, or a folder for one picture each.")]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    private Batches<Star, LightCurve> Batches => _batches ??= new(
        Source.Limits.LightCurves, ThrottleLimit, GetLightCurvesAsync, StopToken);

    private protected override void Begin() => _pictures = PictureWriter.Open(this, As, Path);

    private protected override void Read(PSObject input)
    {
        if (input.BaseObject is LightCurve lightCurve)
        {
            Show(lightCurve);
            return;
        }

        try
        {
            if (!_points.TryAdd(input))
            {
                Take(Star.Read(input));
            }
        }
        catch (FormatException error)
        {
            WriteError(ErrorRecords.InputNotUnderstood(input, $"{error.Message} {PhotometryGatherer.Wanted}."));
        }
    }

    private protected override void Take(Star star) => Ask(Batches, star, Write);

    private protected override void End()
    {
        if (_batches is not null)
        {
            Finish(_batches, Write);
        }

        foreach (LightCurve lightCurve in _points.Build())
        {
            Show(WithStar(lightCurve));
        }

        _pictures!.Finish();
    }

    // Photometry first; then the periods of stars that came as a bare psid, unless a period is given.
    private async IAsyncEnumerable<LightCurve> GetLightCurvesAsync(
        IReadOnlyList<Star> stars, [EnumeratorCancellation] CancellationToken stop)
    {
        if (stars is [{ Object: null } only] && Period is null)
        {
            if (await Source.GetObjectAsync(only.Psid, stop).ConfigureAwait(false) is { } whole)
            {
                yield return whole;
            }

            yield break;
        }

        var objects = new Dictionary<long, ZvarObject>();
        IReadOnlyList<long> bare = Period is null ? stars.Where(star => star.Object is null).Psids() : [];
        if (bare.Count > 0)
        {
            objects = await Source.GetObjectsAsync(bare, stop)
                .ToDictionaryAsync(found => found.Psid, cancellationToken: stop).ConfigureAwait(false);
        }

        var request = new PhotometryRequest(stars.Psids(), Zvar.Band.All);
        await foreach (LightCurve lightCurve in Source.GetLightCurvesAsync(request, stop).ConfigureAwait(false))
        {
            yield return lightCurve.Of(objects.GetValueOrDefault(lightCurve.Psid), targetName: null);
        }
    }

    private void Write(Batch<Star, LightCurve> batch) => WriteStars(
        batch,
        found => found.Psid,
        (star, found) => Show(found.Of(star.Object ?? found.Object, star.TargetName)));

    // Points that came without their star: its periods are asked for only where nobody gave one.
    private LightCurve WithStar(LightCurve lightCurve) =>
        Period is null && lightCurve.Object is null && lightCurve.Psid > 0 && CanAsk
            ? lightCurve.Of(Stream(Source.GetObjectsAsync([lightCurve.Psid], StopToken)).FirstOrDefault(), lightCurve.TargetName)
            : lightCurve;

    private void Show(LightCurve lightCurve)
    {
        if ((Period ?? lightCurve.Object?.GetBestPeriod()?.Period) is not { } period)
        {
            WriteError(ErrorRecords.PeriodRequired(lightCurve.Psid));
        }
        else if (lightCurve.Where(i => Band.Contains(lightCurve.Band[i])).Detections == 0)
        {
            WriteError(ErrorRecords.NothingToFold(lightCurve.Psid));
        }
        else
        {
            _pictures!.Add(new FoldView(lightCurve, period)
            {
                PhaseZero = Epoch,
                Bins = Bins,
                Cycles = Cycles,
                Bands = [.. lightCurve.GetBands().Intersect(Band)],
            });
        }
    }
}
