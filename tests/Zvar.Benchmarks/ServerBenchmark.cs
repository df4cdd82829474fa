using System.Text;
using Zvar.Benchmarks.Measuring;
using Zvar.Benchmarks.Service;
using Zvar.Demo;

namespace Zvar.Benchmarks;

/// <summary>How fast Zvar.Server gives light curves of the demo sky, against bytes that were there before.</summary>
internal static class ServerBenchmark
{
    private const int Rounds = 5;

    internal static async Task RunAsync()
    {
        using ResponseServer prepared = await ResponseServer.StartAsync();
        using ServerProgram server = await ServerProgram.StartAsync();
        using HttpClient client = server.NewClient();

        long[] preparedPsids = [.. PreparedStars.Psids(PreparedStars.Count)];
        long[] demoPsids = await FindStarsAsync();
        double preparedBytes = await DrainAsync(client, prepared.Address, preparedPsids);
        double demoBytes = await DrainAsync(client, server.Address, demoPsids);
        Cost[] costs = await Measure.MediansAsync(
            Rounds,
            () => Measure.OnceAsync(() => DrainAsync(client, prepared.Address, preparedPsids)),
            () => Measure.OnceAsync(() => DrainAsync(client, server.Address, demoPsids)));

        var table = new Table("500 light curves from", "response", "speed", "against bytes");
        Add("bytes made before", preparedBytes, costs[0]);
        Add("Zvar.Server and the demo sky", demoBytes, costs[1]);
        table.Print();

        void Add(string from, double bytes, Cost cost) => table.Add(
            from,
            Table.Megabytes(bytes / 1e6),
            Table.Rate(bytes / 1e6, cost.Wall),
            Table.Ratio(bytes / cost.Wall / (preparedBytes / costs[0].Wall)));
    }

    private static async Task<long[]> FindStarsAsync()
    {
        await using var sky = new DemoSky();
        var target = new ConeTarget(Name: null, new SkyPosition(0.8365280032157898, 30.937196731567383), 600);
        return await sky.FindConesAsync(new ConeSearch([target], ConeFilter.None), default)
            .Select(result => result.Object.Psid).Take(PreparedStars.Count).ToArrayAsync();
    }

    // Reads a response as fast as it comes and makes nothing of it; gives its length.
    private static async Task<long> DrainAsync(HttpClient client, Uri address, long[] psids)
    {
        string body = $$"""{"psids":[{{string.Join(',', psids)}}],"bands":["g","r"],"format":"mag"}""";
        using var question = new HttpRequestMessage(HttpMethod.Post, $"{address}/photometry")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using HttpResponseMessage response =
            await client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead);
        using Stream stream = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        byte[] buffer = new byte[256 * 1024];
        long length = 0;
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
        {
            length += read;
        }

        return length;
    }
}
