using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Zvar.Benchmarks.Measuring;
using Zvar.Tables;

namespace Zvar.Benchmarks;

/// <summary>
/// The cross-match of a HATS catalogue with another whose sources are up to 3″ beside its stars, in a process of its
/// own, whose memory is that of the match.
/// </summary>
internal static class XmatchWork
{
    internal const double Radius = 2;

    private const double Farthest = 3;

    private static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// Writes the other catalogue, and the positions of both, doubles of right ascensions and declinations in turn,
    /// into files beside the two, for who takes them from there.
    /// </summary>
    internal static void MakeOther(string path, string other)
    {
        var random = new Random(3);
        using var source = HatsReader.Open(path);
        using var writer = new HatsCatalogWriter(other);
        using FileStream ofStars = File.Create(PositionsOf(path));
        using FileStream ofSources = File.Create(PositionsOf(other));
        foreach (HatsLightCurve star in source.Tiles.SelectMany(source.Read).SelectMany(group => group))
        {
            SkyPosition beside = star.Position.Offset(360 * random.NextDouble(), Farthest * random.NextDouble());
            writer.Add(new StarRecord(new ZvarObject { Psid = star.Psid, Ra = beside.Ra, Dec = beside.Dec }));
            Write(ofStars, star.Position);
            Write(ofSources, beside);
        }

        writer.Complete();

        static void Write(FileStream file, SkyPosition position) =>
            file.Write(MemoryMarshal.AsBytes<double>([position.Ra, position.Dec]));
    }

    internal static string PositionsOf(string path) => path + ".positions";

    /// <summary>Matches the two, and says on the last line what it took.</summary>
    internal static void Run(string path, string other, string destination)
    {
        double idle = HatsWork.PeakMegabytes();
        long start = Stopwatch.GetTimestamp();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        using var source = HatsReader.Open(path);
        var match = new HatsXmatch(source, OtherCatalog.Open(other), new XmatchOptions { Radius = Radius });
        HatsResults results = match.OpenResults(destination, new Tables.HatsWork("Invoke-ZvarXmatch"));
        long pairs = 0;
        var threads = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(source.Tiles, threads, tile => Interlocked.Add(ref pairs, match.Write(results, tile)));
        HatsCompletion.Complete(destination);
        Console.WriteLine(JsonSerializer.Serialize(
            new Cost(
                Stopwatch.GetElapsedTime(start).TotalSeconds,
                (Environment.CpuUsage.TotalTime - before).TotalSeconds,
                HatsWork.PeakMegabytes() - idle,
                Whole: 0,
                pairs),
            Words));
    }
}
