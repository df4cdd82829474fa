using Zvar.Archive;
using Zvar.Demo;

namespace Zvar.Tests.Archive;

/// <summary>Data that come without the question they answer.</summary>
public sealed class AdditionTests : IDisposable
{
    private static readonly ConeTarget Here = new(null, new SkyPosition(50, 20), 60);

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private string Path => System.IO.Path.Combine(_folder, "saved.zvar");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Stars_answer_for_themselves_and_no_cone()
    {
        ZvarObject[] stars = await StarsAsync();
        Keep(new ArchiveAddition { Objects = { stars[0], stars[1] } });

        Assert.Equal(
            [stars[0].Psid],
            (await AskAsync(source => source.GetObjectsAsync([stars[0].Psid], SavedStars.Token)))!.Select(one => one.Psid));
        Assert.Null(await SavedStars.CountConeAsync(Path, Here));
        Assert.Equal(
            2,
            (await AskAsync(
                source => source.FindConesAsync(new ConeSearch([Here], ConeFilter.None), SavedStars.Token),
                IncompleteAnswers.Accept))!.Length);
    }

    [Fact]
    public async Task A_light_curve_answers_where_a_part_is_enough_and_grows_by_what_it_lacks()
    {
        PhotometryRequest request = new([(await StarsAsync())[0].Psid], Band.All);
        LightCurve whole = Assert.Single(await SavedStars.LightCurvesOfSkyAsync(request));
        Keep(new ArchiveAddition { LightCurves = { whole.Where(i => i < 100) } });
        Keep(new ArchiveAddition { LightCurves = { whole.Where(i => i is >= 50 and < 150) } });

        Assert.Null(await AskAsync(source => source.GetLightCurvesAsync(request, SavedStars.Token)));
        LightCurve some = Assert.Single((await AskAsync(
            source => source.GetLightCurvesAsync(request, SavedStars.Token), IncompleteAnswers.Accept))!);
        Assert.Equal(whole.Mag[..150], some.Mag);
    }

    // What was asked for stays whole, and what came beside it in another band stays beside it.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_part_takes_nothing_from_the_whole(bool isWholeFirst)
    {
        PhotometryRequest inG = new([(await StarsAsync())[0].Psid], ["g"]);
        LightCurve g = Assert.Single(await SavedStars.LightCurvesOfSkyAsync(inG));
        LightCurve r = Assert.Single(await SavedStars.LightCurvesOfSkyAsync(inG with { Bands = ["r"] }));
        Assert.InRange(r.Points, 10, 10_000);
        Task Save() => SavedStars.SaveLightCurvesAsync(Path, inG);
        if (isWholeFirst)
        {
            await Save();
        }

        Keep(new ArchiveAddition { LightCurves = { g.Where(i => i < 3), r.Where(i => i < 5) } });
        if (!isWholeFirst)
        {
            await Save();
        }

        LightCurve held = Assert.Single((await AskAsync(source => source.GetLightCurvesAsync(inG, SavedStars.Token)))!);
        Assert.Equal(g.Mag, held.Mag);
        LightCurve all = Assert.Single((await AskAsync(
            source => source.GetLightCurvesAsync(inG with { Bands = Band.All }, SavedStars.Token),
            IncompleteAnswers.Accept))!);
        Assert.Equal(r.Time[..5], all.Where(i => all.Band[i] == "r").Time);
        Assert.Equal(g.Points + 5, all.Points);
    }

    [Fact]
    public async Task Matches_and_logs_answer_where_a_part_is_enough()
    {
        ZvarObject[] stars = await StarsAsync();
        await using var sky = new DemoSky();
        ObjectMatchRequest request = new([.. stars.Select(star => star.Psid)], "gaia", 2);
        CatalogMatch match = await sky.MatchAsync(request, SavedStars.Token).FirstAsync(SavedStars.Token);
        ProcessingLog[] logs = await sky.GetProcessingLogsAsync(SavedStars.Token).Take(3).ToArrayAsync(SavedStars.Token);
        Keep(new ArchiveAddition { Objects = { stars[0] }, Matches = { match }, ProcessingLogs = { logs[0], logs[1] } });
        Keep(new ArchiveAddition { Matches = { match }, ProcessingLogs = { logs[1], logs[2] } });

        request = request with { Psids = [match.Psid] };
        Assert.Null(await AskAsync(source => source.MatchAsync(request, SavedStars.Token)));
        Assert.Null(await AskAsync(source => source.GetProcessingLogsAsync(SavedStars.Token)));
        Assert.Equal(
            [match.Id],
            (await AskAsync(
                source => source.MatchAsync(request with { Radius = 0 }, SavedStars.Token), IncompleteAnswers.Accept))!
                .Select(one => one.Id));
        Assert.Equal(
            3,
            (await AskAsync(
                source => source.GetProcessingLogsAsync(SavedStars.Token), IncompleteAnswers.Accept))!.Length);
    }

    [Fact]
    public async Task Periods_found_come_back_with_their_light_curves()
    {
        PhotometryRequest request = new([145120008365555264], Band.All);
        LightCurve lightCurve = Assert.Single(await SavedStars.LightCurvesOfSkyAsync(request));
        PeriodCandidate found = new(lightCurve)
        {
            Rank = 1,
            Period = 0.2726629621689033,
            PeriodErr = 1e-7,
            Frequency = 1 / 0.2726629621689033,
            Method = PeriodogramMethod.LombScargle,
            Power = 0.9,
            FalseAlarmProbability = 0,
            FalseAlarmKind = FalseAlarmKind.Baluev,
            Significance = 723.25,
            Score = -2870.3,
            Gap = double.PositiveInfinity,
            Ambiguous = "the gap is \"small\"\n",
            Relation = "P/2",
            Alias = "day",
            Component = 2,
            Points = 1126,
            Bands = "g r",
        };
        Keep(new ArchiveAddition { LightCurves = { lightCurve }, PeriodCandidates = { found } });
        Keep(new ArchiveAddition { PeriodCandidates = { found } });

        using var archive = ZvarArchive.OpenRead(Path);
        PeriodCandidate held = Assert.Single(archive.GetPeriodCandidates());
        Assert.Equal(
            PeriodCandidateTable.Columns.Select(column => column.Read(found)),
            PeriodCandidateTable.Columns.Select(column => column.Read(held)));
        Assert.Equal(lightCurve.Mag, held.GetLightCurve().Mag);
    }

    // The flux format of a star without non-detections, from its mag format.
    [Fact]
    public async Task Fluxes_are_told_by_magnitudes_where_all_are_detections()
    {
        ZvarObject[] stars = await StarsAsync();
        PhotometryRequest request = new([.. stars.Select(star => star.Psid)], Band.All);
        LightCurve[] magnitudes = await SavedStars.LightCurvesOfSkyAsync(request);
        LightCurve bright = magnitudes.First(curve => curve.Detections == curve.Points);
        LightCurve faint = magnitudes.First(curve => curve.Detections < curve.Points);
        await SavedStars.SaveLightCurvesAsync(Path, request);

        PhotometryRequest fluxes = request with { Psids = [bright.Psid], Format = PhotometryFormat.Flux };
        LightCurve told = Assert.Single((await AskAsync(source => source.GetLightCurvesAsync(fluxes, SavedStars.Token)))!);
        LightCurve sky = Assert.Single(await SavedStars.LightCurvesOfSkyAsync(fluxes));
        Assert.Equal(sky.Flux, told.Flux);
        Assert.All(sky.MagZeroPoint.Zip(told.MagZeroPoint), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.All(sky.ReferenceMag.Zip(told.ReferenceMag), pair => Assert.Equal(pair.First, pair.Second, 1e-3));

        await AssertToldAsync(IncompleteAnswers.NameTheRest, fluxes with { Psids = [faint.Psid] });
        await AssertToldAsync(IncompleteAnswers.Refuse, fluxes with { Psids = [faint.Psid] });
    }

    private async Task AssertToldAsync(IncompleteAnswers incompleteAnswers, PhotometryRequest request)
    {
        await using var archive = new ArchiveSource(ZvarArchive.OpenRead(Path), incompleteAnswers);
        ZvarException refused = await Assert.ThrowsAsync<ZvarException>(async () => await archive
            .GetLightCurvesAsync(request, SavedStars.Token).CountAsync(SavedStars.Token));
        Assert.Equal(ZvarError.NotInArchive, refused.Error);
        Assert.Contains("non-detections", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<ZvarObject[]> StarsAsync()
    {
        await using var sky = new DemoSky();
        return await sky.FindConesAsync(new ConeSearch([Here], ConeFilter.None), SavedStars.Token)
            .Select(found => found.Object).ToArrayAsync(SavedStars.Token);
    }

    private Task<T[]?> AskAsync<T>(
        Func<IZvarSource, IAsyncEnumerable<T>> ask,
        IncompleteAnswers incompleteAnswers = IncompleteAnswers.NameTheRest) =>
        SavedStars.AskAsync(Path, ask, incompleteAnswers);

    private void Keep(ArchiveAddition addition)
    {
        using ZvarArchive archive = ZvarArchive.OpenWrite(Path);
        archive.Keep(addition, "a test");
    }
}
