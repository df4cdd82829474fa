using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Zvar.Benchmarks.Measuring;
using Zvar.Demo;
using Zvar.Tables;

namespace Zvar.Benchmarks;

/// <summary>
/// The points of 5,000 light curves written to each format, and read back, beside pandas, astropy and STILTS with the
/// same rows. STILTS reads a FITS file for what it writes, and starts Java.
/// </summary>
internal static class TableBenchmark
{
    private const int Curves = 5000;
    private const int RowsForAstropy = 560_000;
    private const int Rounds = 3;

    internal static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("zvar").FullName;
        try
        {
            await PrintAsync(folder, await CurvesAsync());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PrintAsync(string folder, LightCurve[] curves)
    {
        long points = curves.Sum(curve => (long)curve.Points);
        Dictionary<string, double> others = await OthersAsync(folder, curves, points);
        Console.WriteLine(FormattableString.Invariant($"{points:N0} points of {curves.Length:N0} light curves, all columns\n"));
        var written = new Table("written", "seconds", "MB", "MB/s", "the other", "its seconds", "ratio", "goal");
        var read = new Table("read", "into columns", "into light curves", "the other", "its seconds", "ratio", "goal");
        foreach ((TableFormat format, string way, double goal, string readWay, double readGoal) in
            ((TableFormat, string, double, string, double)[])
            [
                (TableFormat.Csv, "pandas to_csv", 10, "pandas read_csv", 1),
                (TableFormat.Csv, "STILTS csv", 5, "", 0),
                (TableFormat.Ecsv, "astropy ecsv", 20, "", 0),
                (TableFormat.Fits, "STILTS fits", 4, "STILTS reads fits", 4),
                (TableFormat.VOTable, "STILTS votable", 4, "STILTS reads votable", 4),
                (TableFormat.VOTableText, "", 0, "", 0),
                (TableFormat.Parquet, "", 0, "", 0),
            ])
        {
            string path = Path.Combine(folder, $"zvar.{format}");
            double seconds = Enumerable.Range(0, Rounds).Select(_ => TimedToEmptyDisk(path, () => Write(path, format, curves))).Min();
            double megabytes = new FileInfo(path).Length / 1e6;
            double other = others.GetValueOrDefault(way, double.NaN);
            written.Add(
                format.ToString(), Table.Seconds(seconds), Table.Megabytes(megabytes), Table.Rate(megabytes, seconds), way,
                Table.Seconds(other), Table.Ratio(other / seconds), goal > 0 ? $"≥ {goal}×" : "");
            if (readWay.Length > 0 || way.Length == 0)
            {
                double columns = Enumerable.Range(0, Rounds).Select(_ => Timed(() => ReadBlocks(path))).Min();
                double light = Timed(() => ReadLightCurves(path));
                double otherRead = others.GetValueOrDefault(readWay, double.NaN);
                read.Add(
                    format.ToString(), Table.Seconds(columns), Table.Seconds(light), readWay, Table.Seconds(otherRead),
                    Table.Ratio(otherRead / columns), readGoal > 0 ? $"≥ {readGoal}×" : "");
            }
        }

        written.Print();
        Console.WriteLine();
        read.Print();
    }

    // What the other programs take, by what they do.
    private static async Task<Dictionary<string, double>> OthersAsync(string folder, LightCurve[] curves, long points)
    {
        string fits = Path.Combine(folder, "all.fits");
        Write(fits, TableFormat.Fits, curves);
        var times = new Dictionary<string, double>();
        if (Python.Has("astropy") && Python.Has("pandas"))
        {
            (string said, _) = await ChildProgram.RunAsync(Python.Start(
                "tables.py", fits, folder, RowsForAstropy.ToString(CultureInfo.InvariantCulture)));
            Dictionary<string, double> python = JsonSerializer.Deserialize<Dictionary<string, double>>(said)!;
            times["pandas to_csv"] = python["to_csv"];
            times["pandas read_csv"] = python["read_csv"];

            // By rows: a tenth of them takes long enough.
            times["astropy ecsv"] = python["ecsv"] * points / Math.Min(points, RowsForAstropy);
        }

        if (ChildProgram.Runs("stilts", "-version"))
        {
            foreach ((string format, string name) in
                ((string, string)[])[("csv", "STILTS csv"), ("fits-basic", "STILTS fits"), ("votable-binary2", "STILTS votable")])
            {
                times[name] = await StiltsToEmptyDiskAsync("tcopy", $"in={fits}", $"out={folder}/stilts.{format}", $"ofmt={format}");
            }

            // All the numbers of each row, and none is kept.
            const string all = "cmd=select \"Psid+Time+Mag+MagErr+Flux+FluxErr+Snr+DifferenceSnr+Field+Ccd+Quad > 1e300\"";
            times["STILTS reads fits"] = await StiltsAsync("tpipe", $"in={fits}", all, "omode=count");
            times["STILTS reads votable"] = await StiltsAsync("tpipe", $"in={folder}/stilts.votable-binary2", "ifmt=votable", all, "omode=count");
        }

        return times;
    }

    private static async Task<double> StiltsToEmptyDiskAsync(params string[] arguments)
    {
        if (!OperatingSystem.IsWindows())
        {
            await Process.Start("sync").WaitForExitAsync();
        }

        return await StiltsAsync(arguments);
    }

    private static async Task<double> StiltsAsync(params string[] arguments) =>
        (await ChildProgram.RunAsync(new ProcessStartInfo("stilts", arguments))).Seconds;

    // What others have written before is on the disk, and does not slow what is measured.
    private static double TimedToEmptyDisk(string path, Action work)
    {
        File.Delete(path);
        if (!OperatingSystem.IsWindows())
        {
            Process.Start("sync").WaitForExit();
        }

        return Timed(work);
    }

    private static double Timed(Action work)
    {
        long begin = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static void Write(string path, TableFormat format, LightCurve[] curves)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        TableRows rows = TableKind.Of(curves[0])!.NewRows();
        using TableWriter writer = TableFile.Begin(file, format, rows.Header);
        foreach (LightCurve curve in curves)
        {
            int from = 0;
            do
            {
                from = rows.Add(curve, from);
                if (rows.IsFull)
                {
                    writer.Write(rows.Take());
                }
            }
            while (from > 0);
        }

        if (!rows.IsEmpty)
        {
            writer.Write(rows.Take());
        }

        writer.Complete();
    }

    private static void ReadBlocks(string path)
    {
        using TableReader reader = TableFile.Open(path);
        while (reader.Read() is not null)
        {
            // A block at a time.
        }
    }

    private static void ReadLightCurves(string path)
    {
        using TableReader reader = TableFile.Open(path);
        ObjectMaker maker = TableKind.OfColumns(reader.Header.Columns.Select(column => column.Name))!.NewMaker(reader.Header);
        while (reader.Read() is { } block)
        {
            _ = maker.Make(block).Count();
        }

        _ = maker.Finish().Count();
    }

    // Of several cones, as many stars as are wanted.
    private static async Task<LightCurve[]> CurvesAsync()
    {
        await using var sky = new DemoSky();
        List<LightCurve> curves = [];
        for (int i = 0; curves.Count < Curves; i++)
        {
            var cone = new ConeTarget(null, new SkyPosition(4.9 + (0.4 * i), 36.3), 600);
            ZvarObject[] stars = await sky.FindConesAsync(new ConeSearch([cone], ConeFilter.None), default)
                .Select(found => found.Object).ToArrayAsync();
            foreach (ZvarObject[] some in stars.Take(Curves - curves.Count).Chunk(500))
            {
                var request = new PhotometryRequest([.. some.Select(one => one.Psid)], Band.All);
                curves.AddRange(await sky.GetLightCurvesAsync(request, default).ToArrayAsync());
            }
        }

        return [.. curves];
    }
}
