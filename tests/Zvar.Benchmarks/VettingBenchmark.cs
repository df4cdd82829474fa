using System.Globalization;
using Zvar.Benchmarks.Measuring;
using Zvar.Benchmarks.Service;

namespace Zvar.Benchmarks;

/// <summary>
/// A page to vet many stars on, as long as their light curves may be: what it takes to write it, how large it is, when
/// its first star is on the screen, and how long a label and the next star take after the key.
/// </summary>
internal static class VettingBenchmark
{
    private const int Keys = 200;

    private static readonly int[] Stars = [2_000, 10_000];

    internal static async Task RunAsync()
    {
        using ResponseServer server = await ResponseServer.StartAsync();
        await using ChromiumPage chromium = await ChromiumPage.StartAsync();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        var table = new Table(
            $"page of stars of {PreparedStars.Points} points", "written in", "pwsh's peak", "size", "a star",
            "first star", "last star by its address", "key to label, p50", "p95", "key to next star, p50", "p95",
            "tab's memory");
        try
        {
            foreach (int stars in Stars)
            {
                string file = Path.Combine(folder.FullName, $"{stars}.html");
                Cost cost = await ChildProgram.WorkAsync(Pwsh.Start(
                    "page.ps1",
                    server.Address,
                    "-FirstPsid", $"{PreparedStars.Psids(1).Single()}", "-Count", $"{stars}", "-File", file));
                double megabytes = new FileInfo(file).Length / 1e6;
                double last = await chromium.OpenAsync(file, $"#psid={PreparedStars.Psids(stars).Last()}");
                double first = await chromium.OpenAsync(file);
                double[] label = [.. (await chromium.PressAsync("1", Keys, "vetted-label")).Order()];
                double[] next = [.. (await chromium.PressAsync("2", Keys, "title")).Order()];
                table.Add(
                    stars.ToString("N0", CultureInfo.InvariantCulture),
                    Table.Seconds(cost.Wall),
                    Table.Megabytes(cost.Peak),
                    Table.Megabytes(megabytes),
                    (megabytes / stars * 1000).ToString("0.0 kB", CultureInfo.InvariantCulture),
                    Table.Seconds(first),
                    Table.Seconds(last),
                    Table.Milliseconds(label[label.Length / 2]),
                    Table.Milliseconds(label[label.Length * 95 / 100]),
                    Table.Milliseconds(next[next.Length / 2]),
                    Table.Milliseconds(next[next.Length * 95 / 100]),
                    Table.Megabytes(await chromium.MeasureMemoryAsync()));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        table.Print();
    }
}
