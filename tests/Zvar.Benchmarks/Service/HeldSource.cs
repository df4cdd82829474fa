namespace Zvar.Benchmarks.Service;

/// <summary>A source that holds its answers in memory: whoever asks pays for nothing but the asking.</summary>
internal sealed class HeldSource(
    IReadOnlyDictionary<ConeTarget, ZvarObject[]> cones, IReadOnlyDictionary<long, LightCurve> lightCurves) : IZvarSource
{
    public string Description => "memory";

    public SourceLimits Limits => SourceLimits.Service;

    public IAsyncEnumerable<ConeResult> FindConesAsync(ConeSearch search, CancellationToken cancellationToken) =>
        search.Targets.Index().SelectMany(target => cones[target.Item].Select(star => new ConeResult(target.Index, star)))
            .ToAsyncEnumerable();

    public IAsyncEnumerable<LightCurve> GetLightCurvesAsync(
        PhotometryRequest request, CancellationToken cancellationToken) =>
        request.Psids.Select(psid => lightCurves[psid]).ToAsyncEnumerable();

    public Task<LightCurve?> GetObjectWithPhotometryAsync(long psid, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<ZvarObject> GetObjectsAsync(
        IReadOnlyList<long> psids, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<ProcessingLog> GetProcessingLogsAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<CatalogMatch> MatchAsync(
        ObjectMatchRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<CatalogMatch> MatchExternalAsync(
        ExternalMatchRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
