using System.Management.Automation;
using System.Runtime.CompilerServices;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// A cmdlet that shows light curves: it takes them as they come down the pipeline, as points and rows too, and asks for
/// those of which it is given only the star.
/// </summary>
public abstract class LightCurveViewCommand : ViewCommand
{
    private readonly PhotometryGatherer _points = new();
    private Batches<ObjectReference, long, LightCurve>? _batches;
    private bool _came;

    /// <summary>The bands shown. Default: all there are.</summary>
    [Parameter(HelpMessage = "The bands: g, r, i (or zg, zr, zi). Default: all there are.")]
    [Band, ArgumentCompleter(typeof(BandAttribute))]
    public string[]? Band { get; set; }

    /// <summary>The least signal-to-noise ratio of the total flux.</summary>
    [Parameter(HelpMessage = "The least signal-to-noise ratio of the total flux.")]
    [Alias("min_snr")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    public double? MinSnr { get; set; }

    /// <summary>The fewest points a band may have, counted after the other cut.</summary>
    [Parameter(HelpMessage = "Leave out bands with fewer points than this, counted after the other cut.")]
    [Alias("min_points")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(1, int.MaxValue)]
    public int? MinPoints { get; set; }

    private Batches<ObjectReference, long, LightCurve> Batches => _batches ??= NewBatches(
        Source.Limits.LightCurves,
        GetLightCurvesAsync,
        found => found.Psid,
        (one, found) => ShowCleaned(found.Of(one.Object ?? found.Object, one.TargetName)));

    /// <summary>Whether stars of which only the psid is known are to be looked up.</summary>
    private protected abstract bool WantsStars { get; }

    /// <summary>Whether a band is shown. A table without a column Band has one without a name.</summary>
    private protected bool IsShown(string band) => Band?.Contains(band) ?? true;

    /// <summary>Shows one light curve, all its bands.</summary>
    private protected abstract void Show(LightCurve lightCurve);

    private protected override void Process()
    {
        _came = true;
        base.Process();
    }

    private protected override void Read(PSObject input)
    {
        if (input.BaseObject is LightCurve lightCurve)
        {
            ShowCleaned(lightCurve);
            return;
        }

        try
        {
            if (!_points.TryAdd(input))
            {
                Take(ObjectReference.Read(input));
            }
        }
        catch (FormatException error)
        {
            WriteNotUnderstood(input, $"{error.Message} {PhotometryGatherer.Wanted}");
        }
    }

    private protected override void Take(ObjectReference one) => Ask(Batches, one);

    private protected override void End()
    {
        base.End();
        LightCurve[] gathered = [.. _points.Build()];
        Dictionary<long, ZvarObject> stars = LookUp(gathered);
        foreach (LightCurve lightCurve in gathered)
        {
            ZvarObject? star = lightCurve.Object ?? stars.GetValueOrDefault(lightCurve.Psid);
            ShowCleaned(lightCurve.Of(star, lightCurve.TargetName));
        }

        if (!_came)
        {
            WriteWarning(Path is null ? "Nothing came to be shown." : $"Nothing came to be shown: {Path} was not written.");
        }
    }

    private void ShowCleaned(LightCurve lightCurve) =>
        Show(new QualityCuts { MinSnr = MinSnr, MinPoints = MinPoints }.Apply(lightCurve));

    private async IAsyncEnumerable<LightCurve> GetLightCurvesAsync(
        IReadOnlyList<ObjectReference> stars, [EnumeratorCancellation] CancellationToken stop)
    {
        // One bare psid: the service has a question that answers star and photometry together.
        if (WantsStars && stars is [{ Object: null } only])
        {
            if (await Source.GetObjectWithPhotometryAsync(only.Psid, stop).ConfigureAwait(false) is { } whole)
            {
                yield return whole;
            }

            yield break;
        }

        var objects = new Dictionary<long, ZvarObject>();
        IReadOnlyList<long> bare = WantsStars ? stars.Where(star => star.Object is null).Psids() : [];
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

    // Points that came without their star: it is looked up only where it is wanted and there is anybody to ask.
    private Dictionary<long, ZvarObject> LookUp(LightCurve[] lightCurves)
    {
        long[] bare = WantsStars
            ? [.. lightCurves.Where(one => one.Object is null && one.Psid > 0).Select(one => one.Psid)]
            : [];
        var stars = new Dictionary<long, ZvarObject>();
        if (bare.Length > 0 && CanAsk)
        {
            foreach (long[] psids in bare.Chunk(Source.Limits.Objects ?? bare.Length))
            {
                foreach (ZvarObject star in Stream(Source.GetObjectsAsync(psids, StopToken)))
                {
                    stars.Add(star.Psid, star);
                }
            }
        }

        return stars;
    }
}
