using System.Runtime.CompilerServices;

namespace Zvar.Tests.Server;

// Two stars, one of them the star of the ZVAR notebook with the numbers printed there. How cones and light curves are
// answered can be replaced, to see what a server does with a source that waits or fails.
internal sealed class SmallSky : IZvarSource
{
    internal const long NotebookStar = 145120008365555264;
    internal const long QuietStar = 126541217361397171;
    internal const string GaiaId = "2873447302730839936";

    public SmallSky() => (Cones, LightCurves) = (AnswerConesAsync, AnswerLightCurvesAsync);

    public string Description => "two stars for tests, synthetic";

    public SourceLimits Limits => SourceLimits.Service;

    internal Func<ConeSearch, CancellationToken, IAsyncEnumerable<ConeResult>> Cones { get; init; }

    internal Func<PhotometryRequest, CancellationToken, IAsyncEnumerable<LightCurve>> LightCurves { get; init; }

    internal ConeSearch? LastSearch { get; private set; }

    internal ObjectMatchRequest? LastMatch { get; private set; }

    internal PhotometryRequest? LastPhotometry { get; private set; }

    internal static LightCurve CurveOf(long psid)
    {
        var builder = new LightCurveBuilder(psid) { Synthetic = true };
        if (psid == NotebookStar)
        {
            builder.Add(new PhotometryRow
            {
                Time = 2458263.981924,
                Mag = 17.41657,
                MagErr = 0.036399588,
                Flux = 345.24374,
                FluxErr = 95.39911,
                Snr = 29.828255,
                MagZeroPoint = 26.052000762939453,
                ReferenceMag = -8.494999885559082,
                Band = "g",
                Field = 648,
                Ccd = 2,
                Quad = 2,
            });
            builder.Add(new PhotometryRow
            {
                Time = 2458269.5,
                LimitingMag = 20.5,
                Flux = -3,
                FluxErr = 1.5,
                Snr = 0.25,
                Band = "r",
                Field = 648,
                Ccd = 2,
                Quad = 2,
            });
        }

        return builder.Build().Of(StarOf(psid), targetName: null);
    }

    public IAsyncEnumerable<ConeResult> FindConesAsync(ConeSearch search, CancellationToken cancellationToken)
    {
        LastSearch = search;
        return Cones(search, cancellationToken);
    }

    public Task<LightCurve?> GetObjectWithPhotometryAsync(long psid, CancellationToken cancellationToken) =>
        Task.FromResult(Knows(psid) ? CurveOf(psid) : null);

    public async IAsyncEnumerable<ZvarObject> GetObjectsAsync(
        IReadOnlyList<long> psids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (long psid in psids.Where(Knows))
        {
            yield return StarOf(psid);
        }
    }

    public IAsyncEnumerable<LightCurve> GetLightCurvesAsync(
        PhotometryRequest request, CancellationToken cancellationToken)
    {
        LastPhotometry = request;
        return LightCurves(request, cancellationToken);
    }

    public async IAsyncEnumerable<ProcessingLog> GetProcessingLogsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        yield return new ProcessingLog { Field = 648, Ccd = 2, Quad = 2, Band = "g", Synthetic = true }.WithColumns(
            new Dictionary<string, object>
            {
                ["nb_objects"] = 81234L,
                ["seeing"] = 2.25,
                ["airmass"] = double.NaN,
                ["done"] = true,
                ["comment"] = "Größe +1",
            });
        yield return new ProcessingLog { Field = 648, Ccd = 2, Quad = 3, Band = "r", Synthetic = true };
    }

    public async IAsyncEnumerable<CatalogMatch> MatchAsync(
        ObjectMatchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LastMatch = request;
        await Task.Yield();
        if (request.Catalog is not ("gaia" or "ps1"))
        {
            throw new ZvarException(ZvarError.RequestRejected, $"There is no catalogue '{request.Catalog}' here.");
        }

        if (request.Psids.Contains(NotebookStar))
        {
            yield return CatalogMatch.Create(
                NotebookStar, request.Catalog, SourceIn(request.Catalog), StarOf(NotebookStar)).AsSynthetic();
        }
    }

    public async IAsyncEnumerable<CatalogMatch> MatchExternalAsync(
        ExternalMatchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (string id in request.Ids)
        {
            CatalogRow row = SourceIn(request.Catalog) with { Id = id };
            if (id == GaiaId)
            {
                yield return CatalogMatch.Create(NotebookStar, request.Catalog, row, StarOf(NotebookStar)).AsSynthetic();
                yield return CatalogMatch.Create(QuietStar, request.Catalog, row, StarOf(QuietStar)).AsSynthetic();
            }
            else if (id == "7")
            {
                yield return CatalogMatch.Create(0, request.Catalog, row, zvarObject: null).AsSynthetic();
            }
        }
    }

    public ValueTask DisposeAsync() => default;

    private static bool Knows(long psid) => psid is NotebookStar or QuietStar;

    private static ZvarObject StarOf(long psid) => (psid == NotebookStar
        ? new ZvarObject
        {
            Psid = psid,
            Ra = 0.8365280032157898,
            Dec = 30.937196731567383,
            ObjectType = ObjectType.Star,
            Matchfiles = new([new Matchfile
            {
                Psid = psid, Field = 648, Ccd = 2, Quad = 2, Band = "g", Exposures = 474, Index = 6121,
                Amplitude = 0.85447776, MinMag = 17.216894, MaxMag = 18.362774,
            }]),
            Periods = new([new ZvarPeriod
            {
                Psid = psid, Field = 648, Ccd = 2, Quad = 2, Band = "g", Period = 0.2726629621689033,
                Significance = 48.87137985229492, StringLength = 11.694456767129525, Bins = 5,
            }]),
        }
        : new ZvarObject
        {
            Psid = psid,
            Ra = 121.736,
            Dec = 15.5,
            Matchfiles = new([new Matchfile
            {
                Psid = psid, Field = 1500, Ccd = 16, Quad = 4, Band = "i", Exposures = 3, Index = 1,
            }]),
        }).AsSynthetic();

    private static CatalogRow SourceIn(string catalog) => catalog == "gaia"
        ? new CatalogRow(GaiaId, 0.8365264657830731, 30.937195479478635, new Dictionary<string, object>
        {
            ["phot_g_mean_mag"] = 16.708706,
            ["phot_bp_mean_mag"] = 17.312077,
            ["phot_rp_mean_mag"] = 15.944344000000001,
            ["parallax"] = 0.7995832359862339,
            ["parallax_error"] = 0.06608167,
            ["pm"] = 2.5535354999999997,
            ["pmra"] = 1.0393465976352718,
            ["pmra_error"] = 0.080007255,
            ["pmdec"] = -2.33244562333133,
            ["pmdec_error"] = double.NaN,
        })
        : new CatalogRow("J0003+3056", double.NaN, 30.9, new Dictionary<string, object> { ["gmag"] = 16.5 });

    private static async IAsyncEnumerable<ConeResult> AnswerConesAsync(
        ConeSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach ((int index, ConeTarget target) in search.Targets.Index())
        {
            foreach (ZvarObject star in new[] { StarOf(NotebookStar), StarOf(QuietStar) })
            {
                double separation = star.GetPosition().SeparationTo(target.Position);
                if (separation <= target.Radius)
                {
                    yield return new ConeResult(
                        index, star with { TargetName = target.Name, Separation = separation });
                }
            }
        }
    }

    private static async IAsyncEnumerable<LightCurve> AnswerLightCurvesAsync(
        PhotometryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (long psid in request.Psids.Where(Knows))
        {
            LightCurve curve = CurveOf(psid);
            LightCurve inBands = curve.Where(i => request.Bands.Contains(curve.Band[i]));
            yield return request.QualityCuts?.Apply(inBands) ?? inBands;
        }
    }
}
