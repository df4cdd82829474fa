using System.Globalization;

namespace Zvar.Demo;

/// <summary>
/// A synthetic sky without files: the same stars wherever and whenever one points, some 2,000 in a 10′ cone, with the
/// light curves, periods and neighbours in other catalogues that the survey would have. Nothing in it is measured.
/// </summary>
/// <remarks>
/// The two stars the ZVAR notebook names stand where they really are, and what the notebook prints of them is exact:
/// 145120008365555264 and 126541217361397171. Every id leads back to its star in any later session.
/// </remarks>
public sealed class DemoSky : IZvarSource
{
    private static readonly string CatalogNames = string.Join(", ", DemoCatalog.All.Select(catalog => catalog.Name));

    /// <inheritdoc/>
    public string Description => "demo sky (synthetic)";

    /// <inheritdoc/>
    public SourceLimits Limits { get; } = SourceLimits.Service.OnThisMachine();

    /// <inheritdoc/>
    public IAsyncEnumerable<ConeResult> FindConesAsync(ConeSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        CheckCount(search.Targets.Count, Limits.Positions, "positions");
        foreach (ConeTarget target in search.Targets)
        {
            CheckRadius(target.Radius);
        }

        return Answer(
            search.Targets.Index(),
            target => FindCone(target.Item, search.Filter, cancellationToken)
                .Select(found => new ConeResult(target.Index, found)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<LightCurve?> GetObjectWithPhotometryAsync(long psid, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<LightCurve?>(cancellationToken);
        }

        LightCurve? lightCurve = DemoStars.Find(psid) is { } star
            ? DemoPhotometry.Measure(star, new PhotometryRequest([psid], Band.All))
                .Of(DemoListing.Of(star), targetName: null)
            : null;
        return Task.FromResult(lightCurve);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ZvarObject> GetObjectsAsync(
        IReadOnlyList<long> psids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(psids);
        CheckCount(psids.Count, Limits.Objects, "ids");
        return Answer(
            psids.Distinct(),
            psid => DemoStars.Find(psid) is { } star ? [DemoListing.Of(star)] : Array.Empty<ZvarObject>(),
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LightCurve> GetLightCurvesAsync(
        PhotometryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckCount(request.Psids.Count, Limits.LightCurves, "ids of light curves");
        if (request.Bands.FirstOrDefault(band => !Band.All.Contains(band)) is { } unknown)
        {
            throw Rejected($"There is no band '{Excerpt.Of(unknown)}'. The bands are {string.Join(", ", Band.All)}.");
        }

        return Answer(
            request.Psids.Distinct(),
            psid => DemoStars.Find(psid) is { } star
                ? [DemoPhotometry.Measure(star, request)]
                : Array.Empty<LightCurve>(),
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ProcessingLog> GetProcessingLogsAsync(CancellationToken cancellationToken) =>
        Answer(DemoField.GetAll(), DemoProcessing.LogsOf, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CatalogMatch> MatchAsync(ObjectMatchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckCount(request.Psids.Count, Limits.Objects, "ids");
        CheckRadius(request.Radius);
        DemoCatalog catalog = FindCatalog(request.Catalog);
        return Answer(request.Psids.Distinct(), Matches, cancellationToken);

        IEnumerable<CatalogMatch> Matches(long psid)
        {
            if (DemoStars.Find(psid) is not { } star)
            {
                return [];
            }

            return catalog.Around(star.PublishedPosition, request.Radius, cancellationToken)
                .Take(request.ClosestOnly ? 1 : int.MaxValue)
                .Select(row => CatalogMatch.Create(psid, catalog.Name, row, zvarObject: null))
                .Select(match => match.AsSynthetic());
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CatalogMatch> MatchExternalAsync(
        ExternalMatchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckCount(request.Ids.Count, Limits.Objects, "ids");
        CheckRadius(request.Radius);
        DemoCatalog catalog = FindCatalog(request.Catalog);
        return Answer(request.Ids.Distinct(), Matches, cancellationToken);

        IEnumerable<CatalogMatch> Matches(string id)
        {
            if (catalog.FindStar(id) is not { } star || catalog.RowOf(star) is not { } row)
            {
                return [];
            }

            return Within(new SkyPosition(row.Ra, row.Dec), request.Radius, cancellationToken)
                .Take(request.ClosestOnly ? 1 : int.MaxValue)
                .Select(found => CatalogMatch.Create(found.Star.Psid, catalog.Name, row, DemoListing.Of(found.Star)))
                .DefaultIfEmpty(CatalogMatch.Create(0, catalog.Name, row, zvarObject: null))
                .Select(match => match.AsSynthetic());
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IEnumerable<ZvarObject> FindCone(
        ConeTarget target, ConeFilter filter, CancellationToken cancellationToken) =>
        Within(target.Position, target.Radius, cancellationToken)
            .WithCancellation(cancellationToken)
            .Select(found => DemoListing.Of(found.Star) with
            {
                TargetName = target.Name,
                Separation = found.Separation,
            })
            .Where(filter.Matches);

    // The stars whose published positions are within a radius of a position, nearest first.
    private static IEnumerable<(DemoStar Star, double Separation)> Within(
        SkyPosition centre, double radius, CancellationToken cancellationToken) =>
        DemoStars.Around(centre, radius + DemoStar.MaxRounding, cancellationToken)
            .Select(star => (Star: star, Separation: centre.SeparationTo(star.PublishedPosition)))
            .Where(found => found.Separation <= radius)
            .OrderBy(found => found.Separation);

    private static IAsyncEnumerable<TResult> Answer<TKey, TResult>(
        IEnumerable<TKey> keys, Func<TKey, IEnumerable<TResult>> ask, CancellationToken cancellationToken) =>
        keys.WithCancellation(cancellationToken)
            .SelectMany(ask)
            .WithCancellation(cancellationToken)
            .ToAsyncEnumerable();

    private static DemoCatalog FindCatalog(string name) =>
        DemoCatalog.All.FirstOrDefault(catalog => catalog.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw Rejected($"There is no catalogue '{Excerpt.Of(name)}'. The catalogues are {CatalogNames}.");

    private void CheckRadius(double radius)
    {
        if (!(radius > 0 && radius <= Limits.ConeRadius))
        {
            throw Rejected($"A radius is more than 0 and at most {Limits.ConeRadius} arcseconds, not {radius}.");
        }
    }

    private static void CheckCount(int count, int? limit, string what)
    {
        if (count > limit)
        {
            throw Rejected($"One request takes at most {limit} {what}, not {count}.");
        }
    }

    private static ZvarException Rejected(FormattableString message) =>
        new(ZvarError.RequestRejected, message.ToString(CultureInfo.InvariantCulture));
}
