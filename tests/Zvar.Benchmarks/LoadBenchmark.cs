using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Zvar.Benchmarks.Measuring;
using Zvar.Benchmarks.Service;

namespace Zvar.Benchmarks;

/// <summary>
/// What Zvar.Server is to one caller while two hundred others ask for as much of the sky as a request can have, and
/// what is left of it when they hang up.
/// </summary>
internal static class LoadBenchmark
{
    private const int Callers = 200;
    private const int Rounds = 3;
    private const int Questions = 200;

    private const string Star = "145120008365555264";

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    // A thousand of the widest cones, some 62 kB, and a filter no star meets.
    private static readonly string EveryStar = $$"""{"positions":[{{Positions}}],"radius":600}""";
    private static readonly string NoStar = $$"""{"positions":[{{Positions}}],"radius":600,"min_amplitude":50}""";

    private static string Positions => string.Join(',', Enumerable.Range(0, 1000).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"name":"cone {{i:000}}","ra":{{i * 0.36:0.00}},"dec":{{(i % 90) - 30}}}""")));

    internal static async Task RunAsync()
    {
        using ServerProgram server = await ServerProgram.StartAsync();
        using HttpClient client = server.NewClient();
        double whole = await ProcessorOfSearchAsync(server, client);
        double abandoned = await ProcessorAfterHangingUpAsync(server, client);
        await AskAsync(client);
        double before = server.Megabytes;

        var beside = new Table(
            "one object from Zvar.Server", "alone", $"beside {Callers} cone searches", "ratio", "goal");
        var processor = new Table("1,000 cones that hold nothing", "processor", "ratio");
        var memory = new Table("memory of Zvar.Server", "", "ratio");
        List<Storm> storms = [];
        for (int i = 0; i < Rounds; i++)
        {
            storms.Add(await StormAsync(server, client));
        }

        double alone = Measure.Median(storms.Select(storm => storm.Alone));
        double among = Measure.Median(storms.Select(storm => storm.Beside));
        beside.Add("median", Table.Milliseconds(alone), Table.Milliseconds(among), Table.Ratio(among / alone), "< 5×");
        beside.Print();
        Console.WriteLine($"\nOf the searches {storms[^1].Refused} were told to come again.\n");

        processor.Add("searched to the end", Table.Seconds(whole), Table.Ratio(1));
        processor.Add("after the caller has hung up", Table.Seconds(abandoned), Table.Ratio(abandoned / whole));
        processor.Print();
        Console.WriteLine();

        double most = storms.Max(storm => storm.Megabytes);
        memory.Add("after a cone search", Table.Megabytes(before), Table.Ratio(1));
        memory.Add($"beside {Callers} cone searches", Table.Megabytes(most), Table.Ratio(most / before));
        await MedianAsync(client);
        memory.Add("when they have left, after some questions", Table.Megabytes(server.Megabytes), Table.Ratio(server.Megabytes / before));
        memory.Print();
    }

    private static async Task<Storm> StormAsync(ServerProgram server, HttpClient client)
    {
        double alone = await MedianAsync(client);
        using var patience = new CancellationTokenSource();
        int refused = 0;
        Task[] searches =
        [
            .. Enumerable.Range(0, Callers).Select(async _ =>
            {
                try
                {
                    if (await DrainAsync(client, EveryStar, patience.Token) == HttpStatusCode.TooManyRequests)
                    {
                        Interlocked.Increment(ref refused);
                    }
                }
                catch (OperationCanceledException)
                {
                }
            }),
        ];
        await Task.Delay(Settling);
        double beside = await MedianAsync(client);
        double megabytes = server.Megabytes;
        await patience.CancelAsync();
        await Task.WhenAll(searches);
        await Task.Delay(Settling);
        return new Storm(alone, beside, refused, megabytes);
    }

    private static async Task<double> ProcessorOfSearchAsync(ServerProgram server, HttpClient client)
    {
        double before = server.Processor;
        await DrainAsync(client, NoStar, CancellationToken.None);
        return server.Processor - before;
    }

    private static async Task<double> ProcessorAfterHangingUpAsync(ServerProgram server, HttpClient client)
    {
        using var patience = new CancellationTokenSource();
        Task search = DrainAsync(client, NoStar, patience.Token);
        await Task.Delay(Settling);
        double before = server.Processor;
        await patience.CancelAsync();
        await search.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(Settling);
        return server.Processor - before;
    }

    private static async Task<double> MedianAsync(HttpClient client)
    {
        var seconds = new double[Questions];
        for (int i = 0; i < Questions; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await AskAsync(client);
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return Measure.Median(seconds);
    }

    private static async Task AskAsync(HttpClient client) => await client.GetByteArrayAsync($"object/{Star}");

    private static async Task<HttpStatusCode> DrainAsync(HttpClient client, string body, CancellationToken hangUp)
    {
        using var question = new HttpRequestMessage(HttpMethod.Post, "cone_search")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using HttpResponseMessage response =
            await client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, hangUp);
        await response.Content.CopyToAsync(Stream.Null, hangUp);
        return response.StatusCode;
    }

    // What one caller and the server were in one storm: seconds a question takes, alone and then; the searches that
    // were refused; the server's memory.
    private sealed record Storm(double Alone, double Beside, int Refused, double Megabytes);
}
