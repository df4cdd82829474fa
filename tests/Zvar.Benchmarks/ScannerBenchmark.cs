using System.Text.Json;
using Zvar.Benchmarks.Measuring;
using Zvar.Benchmarks.Service;
using Zvar.Http;

namespace Zvar.Benchmarks;

/// <summary>
/// The JSON of 500 light curves in memory, into light curves and into what JSON libraries make of it.
/// </summary>
internal static class ScannerBenchmark
{
    private const int Rounds = 5;

    internal static async Task RunAsync()
    {
        byte[] json = await ReadResponseAsync();
        double megabytes = json.Length / 1e6;
        long[] psids = [.. PreparedStars.Psids(PreparedStars.Count)];
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, json);
            List<(string Name, Func<Task<Cost>> RunAsync)> ways =
            [
                ("PhotometryReader, into columns", () => Measure.OnceAsync(() => PhotometryReader.ReadAsync(
                    new MemoryStream(json), PhotometryFormat.Mag, psids, default))),
                ("Utf8JsonReader, every number read and none kept", () => Measure.OnceAsync(() => WalkAsync(json))),
                ("JsonDocument, no number read", () => Measure.OnceAsync(() => ParseAsync(json))),
            ];
            if (Python.IsHere)
            {
                ways.Add(("python3 json.loads, into dictionaries", () => LoadAsync(file)));
            }
            else
            {
                Console.WriteLine($"Left out: {Python.Missing}\n");
            }

            Cost[] costs = await Measure.MediansAsync(Rounds, [.. ways.Select(way => way.RunAsync)]);
            var table = new Table($"way ({megabytes:0} MB)", "speed", "PhotometryReader is");
            for (int i = 0; i < ways.Count; i++)
            {
                table.Add(
                    ways[i].Name, Table.Rate(megabytes, costs[i].Wall), Table.Ratio(costs[i].Wall / costs[0].Wall));
            }

            table.Print();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<byte[]> ReadResponseAsync()
    {
        PreparedStars stars = await PreparedStars.MakeAsync();
        using var json = new MemoryStream();
        foreach (ReadOnlyMemory<byte> piece in stars.Response(
            [.. PreparedStars.Psids(PreparedStars.Count).Select(psid => $"{psid}")]))
        {
            json.Write(piece.Span);
        }

        return json.ToArray();
    }

    private static Task WalkAsync(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        double sum = 0;
        while (reader.Read())
        {
            sum += reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : 0;
        }

        return double.IsNaN(sum) ? throw new JsonException("A number is none.") : Task.CompletedTask;
    }

    private static Task ParseAsync(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return Task.CompletedTask;
    }

    private static Task<Cost> LoadAsync(string file) =>
        ChildProgram.WorkAsync(Python.Start("json_loads.py", file));
}
