namespace Zvar.Tests.Contract;

/// <summary>
/// What every source keeps, whatever it holds: the service, the demo sky, an archive, and anything between one of them
/// and the caller. To put another source under the contract, derive from this class, or from
/// <see cref="DemoPopulationContract"/> if what it holds is the demo sky, and hand it the source:
/// <code>
/// public sealed class LoopbackContract(LoopbackFixture fixture)
///     : DemoPopulationContract(fixture.Source), IClassFixture&lt;LoopbackFixture&gt;;
/// </code>
/// The fixture opens and closes what stands behind the source (IAsyncLifetime), once for all the facts.
/// </summary>
public abstract partial class ZvarSourceContract(IZvarSource source, SourcePopulation population)
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected IZvarSource Source => source;

    protected SourcePopulation Population => population;

    protected async Task<List<ZvarObject>> FindConeAsync(
        SkyPosition centre, double radius, ConeFilter? filter = null, string? name = "here") =>
        await Source.FindConesAsync(
            new ConeSearch([new ConeTarget(name, centre, radius)], filter ?? ConeFilter.None),
            Token).Select(result => result.Object).ToListAsync(Token);

    protected Task<List<ZvarObject>> FindAllAsync(ConeFilter? filter = null) =>
        FindConeAsync(Population.Centre, Population.Radius, filter);

    protected async Task<long[]> SomePsidsAsync(int count) =>
        [.. (await FindAllAsync()).Take(count).Select(star => star.Psid)];

    protected async Task<LightCurve> LightCurveOf(long psid, params string[] bands) => Assert.Single(
        await Source.GetLightCurvesAsync(new PhotometryRequest([psid], bands), Token).ToListAsync(Token));

    protected async Task<List<LightCurve>> LightCurvesOf(List<ZvarObject> stars, PhotometryFormat format) =>
        await Source.GetLightCurvesAsync(
            new PhotometryRequest([.. stars.Select(star => star.Psid)], Band.All, format), Token).ToListAsync(Token);

    protected static async Task AssertRejectedAsync<T>(Func<IAsyncEnumerable<T>> ask, params string[] words)
    {
        ZvarException refusal = await Assert.ThrowsAsync<ZvarException>(async () => await ask().ToListAsync(Token));
        Assert.Equal(ZvarError.RequestRejected, refusal.Error);
        string said = $"{refusal.Message} {refusal.Details}";
        Assert.All(words, word => Assert.Contains(word, said, StringComparison.Ordinal));
    }
}
