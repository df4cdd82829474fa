using System.IO.Pipelines;
using System.Text;
using Zvar.Demo;
using Zvar.Server;

namespace Zvar.Benchmarks.Service;

/// <summary>
/// Light curves of the demo sky as the service writes them, made before anything is timed: 500 different lists of 1,126
/// points in g and r, as many as the notebook's star has.
/// </summary>
internal sealed class PreparedStars
{
    internal const int Points = 1126;
    internal const int Count = 500;

    private const long FirstPsid = 145_120_000_000_000_000;
    private static readonly string[] Bands = ["g", "r"];

    // Around the notebook's star, where the survey has been often enough.
    private static readonly ConeTarget Field = new(
        Name: null, new SkyPosition(0.8365280032157898, 30.937196731567383), Radius: 600);

    private readonly byte[][] _lists;

    private PreparedStars(byte[][] lists) => _lists = lists;

    /// <summary>Psids to ask for. Whatever their number, each 500 in a row have different light curves.</summary>
    internal static IEnumerable<long> Psids(int count) => Enumerable.Range(0, count).Select(i => FirstPsid + i);

    internal static async Task<PreparedStars> MakeAsync()
    {
        await using var sky = new DemoSky();
        var lists = new List<byte[]>();
        await foreach (ConeResult result in sky.FindConesAsync(new ConeSearch([Field], ConeFilter.None), default))
        {
            var request = new PhotometryRequest([result.Object.Psid], Bands);
            LightCurve whole = await sky.GetLightCurvesAsync(request, default).FirstAsync();
            if (whole.Points >= Points && lists.Count < Count)
            {
                lists.Add(await WriteAsync(whole.Where(i => i < Points)));
            }
        }

        return lists.Count == Count
            ? new PreparedStars([.. lists])
            : throw new InvalidOperationException($"Only {lists.Count} demo stars have {Points} points.");
    }

    /// <summary>The response to a question for the photometry of stars, in pieces.</summary>
    internal IEnumerable<ReadOnlyMemory<byte>> Response(IReadOnlyList<string> psids)
    {
        for (int i = 0; i < psids.Count; i++)
        {
            yield return Encoding.ASCII.GetBytes($"{(i == 0 ? '{' : ',')}\"{psids[i]}\":");
            yield return _lists[i % Count];
        }

        yield return "}"u8.ToArray();
    }

    // What stands between the colon and the closing brace of a response about one star.
    private static async Task<byte[]> WriteAsync(LightCurve lightCurve)
    {
        using var response = new MemoryStream();
        PipeWriter output = PipeWriter.Create(response, new StreamPipeWriterOptions(leaveOpen: true));
        await ResponseWriter.WritePhotometryAsync(
            output, new[] { lightCurve }.ToAsyncEnumerable(), PhotometryFormat.Mag, default);
        await output.CompleteAsync();
        ReadOnlySpan<byte> json = response.ToArray();
        return json[(json.IndexOf((byte)':') + 1)..^1].ToArray();
    }
}
