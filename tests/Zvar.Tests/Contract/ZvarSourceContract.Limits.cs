namespace Zvar.Tests.Contract;

public abstract partial class ZvarSourceContract
{
    [Fact]
    public Task A_cone_wider_than_the_limit_is_refused() => AssertRejectedAsync(
        () => Source.FindConesAsync(
            new ConeSearch(
                [new ConeTarget("wide", new SkyPosition(50, 20), Source.Limits.ConeRadius + 1)], ConeFilter.None),
            Token));

    [Fact]
    public async Task A_cone_as_wide_as_the_limit_is_answered() =>
        Assert.InRange((await FindConeAsync(new SkyPosition(50, 20), Source.Limits.ConeRadius)).Count, 1700, 2300);

    [Fact]
    public Task More_positions_than_the_limit_are_refused() => AssertRejectedAsync(
        () => Source.FindConesAsync(
            new ConeSearch(
                [.. Enumerable.Repeat(new ConeTarget("one", new SkyPosition(50, 20), 1), Source.Limits.Positions + 1)],
                ConeFilter.None),
            Token));

    [Fact]
    public Task More_objects_than_the_limit_are_refused() => AssertRejectedAsync(
        () => Source.GetObjectsAsync(TooMany(Source.Limits.Objects), Token));

    [Fact]
    public Task More_light_curves_than_the_limit_are_refused() => AssertRejectedAsync(
        () => Source.GetLightCurvesAsync(
            new PhotometryRequest(TooMany(Source.Limits.LightCurves), Band.All), Token));

    [Fact]
    public Task An_unknown_catalogue_is_refused_and_the_known_ones_are_named() => AssertRejectedAsync(
        () => Source.MatchAsync(new ObjectMatchRequest([NotebookStar], "no-such-catalogue", Radius: 3), Token),
        "gaia",
        "ps1",
        "galex",
        "2mass",
        "allwise");

    [Fact]
    public Task An_unknown_catalogue_is_refused_from_its_side_too() => AssertRejectedAsync(
        () => Source.MatchExternalAsync(new ExternalMatchRequest(["1"], "no-such-catalogue", Radius: 3), Token));

    [Fact]
    public async Task A_cancelled_question_is_not_answered()
    {
        var cancelled = new CancellationToken(canceled: true);
        long[] psids = [NotebookStar];

        await AssertCancelledAsync(() => Source.FindConesAsync(
            new ConeSearch([new ConeTarget("here", new SkyPosition(50, 20), 60)], ConeFilter.None), cancelled));
        await AssertCancelledAsync(() => Source.GetObjectsAsync(psids, cancelled));
        await AssertCancelledAsync(() => Source.GetLightCurvesAsync(new PhotometryRequest(psids, Band.All), cancelled));
        await AssertCancelledAsync(() => Source.GetProcessingLogsAsync(cancelled));
        await AssertCancelledAsync(() => Source.MatchAsync(new ObjectMatchRequest(psids, "gaia", 3), cancelled));
        await AssertCancelledAsync(
            () => Source.MatchExternalAsync(new ExternalMatchRequest([NotebookGaiaId], "gaia", 3), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Source.GetObjectAsync(NotebookStar, cancelled));
    }

    private static async Task AssertCancelledAsync<T>(Func<IAsyncEnumerable<T>> ask) =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ask().ToListAsync(Token));

    private static List<long> TooMany(int limit) =>
        [.. Enumerable.Range(0, limit + 1).Select(number => NotebookStar + number)];
}
