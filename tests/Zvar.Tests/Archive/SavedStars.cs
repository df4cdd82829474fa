using Zvar.Archive;
using Zvar.Demo;

namespace Zvar.Tests.Archive;

/// <summary>Archives of pieces of the demo sky, and what is asked of them.</summary>
internal static class SavedStars
{
    internal static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Asks the demo sky for a cone through an archive.</summary>
    internal static async Task<ZvarObject[]> SaveConeAsync(string path, ConeTarget cone, ConeFilter? filter = null)
    {
        await using var through = new ReadThroughSource(ZvarArchive.OpenWrite(path), new DemoSky());
        return await through.FindConesAsync(new ConeSearch([cone], filter ?? ConeFilter.None), Token)
            .Select(found => found.Object).ToArrayAsync(Token);
    }

    /// <summary>Asks the demo sky for light curves through an archive.</summary>
    internal static async Task SaveLightCurvesAsync(string path, PhotometryRequest request)
    {
        await using var through = new ReadThroughSource(ZvarArchive.OpenWrite(path), new DemoSky());
        await through.GetLightCurvesAsync(request, Token).CountAsync(Token);
    }

    /// <summary>The light curves of the demo sky.</summary>
    internal static async Task<LightCurve[]> LightCurvesOfSkyAsync(PhotometryRequest request)
    {
        await using var sky = new DemoSky();
        return await sky.GetLightCurvesAsync(request, Token).ToArrayAsync(Token);
    }

    /// <summary>The answer of an archive; null where it lacks some of it.</summary>
    internal static async Task<T[]?> AskAsync<T>(
        string path,
        Func<IZvarSource, IAsyncEnumerable<T>> ask,
        IncompleteAnswers incompleteAnswers = IncompleteAnswers.NameTheRest)
    {
        await using var source = new ArchiveSource(ZvarArchive.OpenRead(path), incompleteAnswers);
        PartialAnswer<T> answer = await ask(source).ReadPartialAsync(Token);
        return answer.Failure is null ? [.. answer.Results] : null;
    }

    /// <summary>How many stars an archive answers for a cone; null where it does not know.</summary>
    internal static async Task<int?> CountConeAsync(string path, ConeTarget cone, ConeFilter? filter = null) =>
        (await AskAsync(path, source => source.FindConesAsync(new ConeSearch([cone], filter ?? ConeFilter.None), Token)))
            ?.Length;
}
