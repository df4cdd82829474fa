namespace Zvar.Tests.Contract;

public abstract partial class ZvarSourceContract
{
    [Fact]
    public async Task A_cone_wider_than_the_limit_is_refused()
    {
        Assert.SkipWhen(Source.Limits.ConeRadius is null, "This source takes any cone.");
        await AssertRejectedAsync(() => Source.FindConesAsync(
            new ConeSearch(
                [new ConeTarget("wide", Population.Centre, Source.Limits.ConeRadius!.Value + 1)], ConeFilter.None),
            Token));
    }

    [Fact]
    public async Task More_positions_than_the_limit_are_refused()
    {
        Assert.SkipWhen(Source.Limits.Positions is null, "This source takes any number of positions.");
        var target = new ConeTarget("one", Population.Centre, 1);
        await AssertRejectedAsync(() => Source.FindConesAsync(
            new ConeSearch([.. Enumerable.Repeat(target, Source.Limits.Positions!.Value + 1)], ConeFilter.None), Token));
    }

    [Fact]
    public async Task More_objects_than_the_limit_are_refused()
    {
        Assert.SkipWhen(Source.Limits.Objects is null, "This source takes any number of objects.");
        await AssertRejectedAsync(() => Source.GetObjectsAsync(TooMany(Source.Limits.Objects!.Value), Token));
    }

    [Fact]
    public async Task More_light_curves_than_the_limit_are_refused()
    {
        Assert.SkipWhen(Source.Limits.LightCurves is null, "This source takes any number of light curves.");
        await AssertRejectedAsync(() => Source.GetLightCurvesAsync(
            new PhotometryRequest(TooMany(Source.Limits.LightCurves!.Value), Band.All), Token));
    }

    [Fact]
    public async Task A_cancelled_question_is_not_answered()
    {
        var cancelled = new CancellationToken(canceled: true);
        long[] psids = await SomePsidsAsync(1);
        string catalog = Population.Catalogs[0];

        await AssertCancelledAsync(() => Source.FindConesAsync(
            new ConeSearch([new ConeTarget("here", Population.Centre, 60)], ConeFilter.None), cancelled));
        await AssertCancelledAsync(() => Source.GetObjectsAsync(psids, cancelled));
        await AssertCancelledAsync(() => Source.GetLightCurvesAsync(new PhotometryRequest(psids, Band.All), cancelled));
        await AssertCancelledAsync(() => Source.GetProcessingLogsAsync(cancelled));
        await AssertCancelledAsync(() => Source.MatchAsync(new ObjectMatchRequest(psids, catalog, 3), cancelled));
        await AssertCancelledAsync(
            () => Source.MatchExternalAsync(new ExternalMatchRequest(["1"], catalog, 3), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Source.GetObjectWithPhotometryAsync(psids[0], cancelled));
    }

    private static async Task AssertCancelledAsync<T>(Func<IAsyncEnumerable<T>> ask) =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ask().ToListAsync(Token));

    private List<long> TooMany(int limit) =>
        [.. Enumerable.Range(0, limit + 1).Select(number => Population.Absent + number)];
}
