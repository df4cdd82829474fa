namespace Zvar.Tests.Contract;

/// <summary>
/// What is true of every source that serves the demo sky, whether it is the sky itself or something between it and the
/// caller. To put another source under the contract, derive from this class and hand it the source:
/// <code>
/// public sealed class LoopbackContract(LoopbackFixture fixture)
///     : ZvarSourceContract(fixture.Source), IClassFixture&lt;LoopbackFixture&gt;;
/// </code>
/// The fixture opens and closes what stands behind the source (IAsyncLifetime), once for all the facts.
/// </summary>
public abstract partial class ZvarSourceContract(IZvarSource source)
{
    protected const long NotebookStar = 145120008365555264;
    protected const long SecondStar = 126541217361397171;

    // A psid of the right form at which there is no star: its right ascension and zone are the notebook star's.
    protected const long NoStar = 145120008365555265;

    // The notebook's star, both sides of RA 0/360, both poles and their neighbourhoods, the far south and the galaxy.
    public static TheoryData<double, double> Places => new()
    {
        { 0.8365280032157898, 30.937196731567383 },
        { 0.0, 0.0 },
        { 359.999, 20 },
        { 123.4, 90 },
        { 270, -90 },
        { 45, 89.97 },
        { 181, -89.99 },
        { 266.4, -29.0 },
    };

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected IZvarSource Source => source;

    protected async Task<List<ZvarObject>> FindConeAsync(
        SkyPosition centre, double radius, ConeFilter? filter = null, string? name = "here") =>
        await Source.FindConesAsync(
            new ConeSearch([new ConeTarget(name, centre, radius)], filter ?? ConeFilter.None),
            Token).ToListAsync(Token);

    protected async Task<long[]> SomePsidsAsync(int count, double ra = 50, double dec = 20) =>
        [.. (await FindConeAsync(new SkyPosition(ra, dec), 300)).Take(count).Select(star => star.Psid)];

    protected static async Task AssertRejectedAsync<T>(Func<IAsyncEnumerable<T>> ask, params string[] words)
    {
        ZvarException refusal = await Assert.ThrowsAsync<ZvarException>(async () => await ask().ToListAsync(Token));
        Assert.Equal(ZvarError.RequestRejected, refusal.Error);
        string said = $"{refusal.Message} {refusal.Details}";
        Assert.All(words, word => Assert.Contains(word, said, StringComparison.Ordinal));
    }
}
