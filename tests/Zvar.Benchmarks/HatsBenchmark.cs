using System.Diagnostics;
using System.Globalization;
using Zvar.Benchmarks.Measuring;
using Zvar.Tables;

namespace Zvar.Benchmarks;

/// <summary>
/// A HATS catalogue: how fast it is written and in how much memory, cones and ids among its stars, an addition, and a
/// match of a million stars with another.
/// </summary>
internal static class HatsBenchmark
{
    private const double Radius = 600;
    private const int Questions = 100;
    private const int Added = 100;
    private const int Matched = 1_000_000;

    private static readonly (int Stars, int Points)[] Catalogues = [(100_000, 30), (1_000_000, 30), (10_000, 1_126)];

    internal static async Task RunAsync()
    {
        var written = new Table(
            "stars", "points each", "written in", "stars/s", "points/s", "MB above idle", "goal", "on disk");
        var asked = new Table(
            "stars", "opened in", "10′ cone, median", "stars in it", "goal", "object", "light curve");
        var added = new Table("stars", $"{Added} more added in", "MB above idle");
        var matched = new Table(
            "stars with as many sources", "pairs", "matched in", "stars/s", "MB above idle", "astropy", "beside it");
        foreach ((int stars, int points) in Catalogues)
        {
            string folder = Directory.CreateTempSubdirectory("zvar").FullName;
            try
            {
                string path = Path.Combine(folder, "zvar.hats");
                Cost cost = await ChildProgram.WorkAsync(Start(path, stars, points));
                long size = new DirectoryInfo(path)
                    .EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
                written.Add(
                    $"{stars:N0}",
                    $"{points:N0}",
                    Table.Seconds(cost.Wall),
                    $"{stars / cost.Wall:N0}",
                    $"{cost.Points / cost.Wall:N0}",
                    Table.Megabytes(cost.Peak),
                    "≤ 500 MB",
                    Table.Megabytes(size / 1e6));
                await AskAsync(path, stars, asked);
                if (stars == Matched)
                {
                    await MatchAsync(path, matched);
                }

                Cost more = await ChildProgram.WorkAsync(Start(path, Added, points));
                added.Add($"{stars:N0}", Table.Seconds(more.Wall), Table.Megabytes(more.Peak));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        written.Print();
        Console.WriteLine();
        asked.Print();
        Console.WriteLine();
        added.Print();
        Console.WriteLine();
        matched.Print();
    }

    private static ProcessStartInfo Start(string path, int stars, int points) => Start(
        "--hats", path, stars.ToString(CultureInfo.InvariantCulture), points.ToString(CultureInfo.InvariantCulture));

    private static ProcessStartInfo Start(params string[] arguments) =>
        new("dotnet", [typeof(HatsBenchmark).Assembly.Location, .. arguments]);

    // From file to file, beside the search alone of positions that are in memory.
    private static async Task MatchAsync(string path, Table table)
    {
        string other = path + ".other";
        XmatchWork.MakeOther(path, other);
        Cost cost = await ChildProgram.WorkAsync(Start("--xmatch", path, other, path + ".matched"));
        double seconds = double.NaN;
        if (Python.Has("astropy"))
        {
            (string said, _) = await ChildProgram.RunAsync(Python.Start(
                "match_sky.py",
                XmatchWork.PositionsOf(path),
                XmatchWork.PositionsOf(other),
                XmatchWork.Radius.ToString(CultureInfo.InvariantCulture)));
            double[] words =
                Array.ConvertAll(said.Trim().Split(' '), word => double.Parse(word, CultureInfo.InvariantCulture));
            seconds = words[0];
            if (words[1] != cost.Points)
            {
                throw new InvalidOperationException($"astropy finds {words[1]} pairs, and here are {cost.Points}.");
            }
        }

        table.Add(
            $"{Matched:N0}",
            $"{cost.Points:N0}",
            Table.Seconds(cost.Wall),
            $"{Matched / cost.Wall:N0}",
            Table.Megabytes(cost.Peak),
            Table.Seconds(seconds),
            Table.Ratio(cost.Wall / seconds));
    }

    private static async Task AskAsync(string path, int stars, Table table)
    {
        long start = Stopwatch.GetTimestamp();
        await using HatsSource source = HatsSource.Open(path);
        double opened = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var random = new Random(2);
        var cones = new List<double>();
        var found = new List<double>();
        var objects = new List<double>();
        var curves = new List<double>();
        for (int i = 0; i < Questions; i++)
        {
            ConeTarget target = new(null, HatsWork.PositionOf(random, stars), Radius);
            start = Stopwatch.GetTimestamp();
            ZvarObject[] inCone = await source.FindConesAsync(new ConeSearch([target], ConeFilter.None), default)
                .Select(one => one.Object).ToArrayAsync();
            cones.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            found.Add(inCone.Length);
            long psid = inCone[random.Next(inCone.Length)].Psid;
            start = Stopwatch.GetTimestamp();
            await source.GetObjectsAsync([psid], default).CountAsync();
            objects.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            start = Stopwatch.GetTimestamp();
            await source.GetLightCurvesAsync(new PhotometryRequest([psid], Band.All), default).CountAsync();
            curves.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        table.Add(
            $"{stars:N0}",
            Table.Milliseconds(opened),
            Table.Milliseconds(Measure.Median(cones)),
            $"{Measure.Median(found):0}",
            "≤ 50 ms",
            Table.Milliseconds(Measure.Median(objects)),
            Table.Milliseconds(Measure.Median(curves)));
    }
}
