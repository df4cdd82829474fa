using System.Diagnostics;
using System.Globalization;
using Zvar.Benchmarks.Measuring;

namespace Zvar.Benchmarks;

/// <summary>
/// The whole grid of 5 minutes to 10 days for a star of 1,126 points, by FPW with 5, 10 and 20 bins and by Lomb–Scargle,
/// against plain C with 20 bins alone and against astropy.
/// </summary>
internal static class SearchBenchmark
{
    // Plain C does a part of the grid, and its time is scaled: it does the same at each frequency.
    private const int FrequenciesOfC = 200_000;
    private const int RoundsOfC = 3;
    private const int Rounds = 3;
    private const int StarsOfCmdlet = 12;

    private static readonly (string Name, (string Variable, string Value)[] Switches)[] Processors =
    [
        ("all the processor has", []),
        ("256-bit vectors", [("DOTNET_EnableAVX512", "0")]),
        ("no AVX", [("DOTNET_EnableAVX", "0")]),
    ];

    internal static async Task RunAsync()
    {
        string c = await Gcc.CompileAsync("fpw.c");
        var series = TimeSeries.Of(SearchWork.MakeStar(1, "r"));
        FrequencyGrid grid = SearchWork.Grid(series);
        var table = new Table("processor", "FPW, no rescan", "FPW, whole", "GLS, 200,000", $"GLS, {grid.Count:N0}");
        double plain = double.PositiveInfinity;
        double plainWhole = double.PositiveInfinity;
        var best = new SearchWork.Times[Processors.Length];
        Array.Fill(best, new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity));
        for (int round = 0; round < Rounds; round++)
        {
            plain = Math.Min(plain, await RunCAsync(c, series, grid, rescan: false));
            plainWhole = Math.Min(plainWhole, await RunCAsync(c, series, grid, rescan: true));
            for (int i = 0; i < Processors.Length; i++)
            {
                best[i] = Least(best[i], await RunAgainAsync(Processors[i].Switches));
            }
        }

        for (int i = 0; i < best.Length; i++)
        {
            table.Add(
                Processors[i].Name,
                Table.Seconds(best[i].Screen),
                Table.Seconds(best[i].Search),
                Table.Milliseconds(best[i].Few),
                Table.Milliseconds(best[i].Many));
        }

        table.Print();
        Console.WriteLine();
        var ratios = new Table("against plain C, 20 bins alone", "seconds", "all", "256-bit", "no AVX");
        string[] screens = Array.ConvertAll(best, one => Table.Ratio(plain / one.Screen));
        string[] searches = Array.ConvertAll(best, one => Table.Ratio(plainWhole / one.Search));
        ratios.Add(["no rescan", Table.Seconds(plain), .. screens]);
        ratios.Add(["with rescan", Table.Seconds(plainWhole), .. searches]);
        ratios.Print();
        Console.WriteLine();
        PrintWhole(plain);
        Console.WriteLine();
        PrintCores();
        Console.WriteLine();
        await PrintAstropyAsync(grid, best[0]);
        Console.WriteLine();
        await PrintCmdletAsync();
    }

    private static async Task<double> RunCAsync(string program, TimeSeries series, FrequencyGrid grid, bool rescan)
    {
        string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
        (string said, _) = await ChildProgram.RunAsync(new ProcessStartInfo(
            program,
            [
                $"{series.Points}",
                Text(series.Baseline),
                Text(grid.Last / 2),
                Text(grid.Step),
                $"{FrequenciesOfC}",
                rescan ? "1" : "0",
                $"{RoundsOfC}",
            ]));
        return double.Parse(said.Split(' ')[0], CultureInfo.InvariantCulture) * grid.Count / FrequenciesOfC;
    }

    private static async Task<SearchWork.Times> RunAgainAsync((string Variable, string Value)[] switches)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(SearchWork).Assembly.Location, "--search"]);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) != "dotnet")
        {
            start = new ProcessStartInfo(Environment.ProcessPath!, ["--search"]);
        }

        foreach ((string variable, string value) in switches)
        {
            start.Environment[variable] = value;
        }

        return SearchWork.Read((await ChildProgram.RunAsync(start)).Said);
    }

    private static SearchWork.Times Least(SearchWork.Times a, SearchWork.Times b) => new(
        Math.Min(a.Screen, b.Screen), Math.Min(a.Search, b.Search), Math.Min(a.Few, b.Few), Math.Min(a.Many, b.Many));

    // Everything that is done by default: all methods, bands, the ranking, the probabilities.
    private static void PrintWhole(double plain)
    {
        LightCurve star = SearchWork.MakeStar(1, "g", "r");
        double whole = SearchWork.Best(() => PeriodSearch.Find(star, new PeriodSearchOptions()));
        var table = new Table("a star in two bands", "seconds", "faster");
        table.Add("plain C, 20 bins alone", Table.Seconds(plain), Table.Ratio(1));
        table.Add("all that Find-ZvarPeriod does", Table.Seconds(whole), Table.Ratio(plain / whole));
        table.Print();
    }

    // Stars one after the other, and on all cores.
    private static void PrintCores()
    {
        int cores = Environment.ProcessorCount;
        TimeSeries[] stars = [.. Enumerable.Range(1, 4 * cores).Select(i => TimeSeries.Of(SearchWork.MakeStar(i, "r")))];
        void Search(TimeSeries star) =>
            FpwSearch.Find(star, SearchWork.Grid(star), [20, 10, 5], 6, 6 * SearchWork.Grid(star).Step, default);
        double one = double.PositiveInfinity;
        double all = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            Array.ForEach(stars, Search);
            one = Math.Min(one, Stopwatch.GetElapsedTime(start).TotalSeconds);
            start = Stopwatch.GetTimestamp();
            Parallel.ForEach(stars, Search);
            all = Math.Min(all, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        var table = new Table($"FPW of {stars.Length} stars", "seconds", "faster");
        table.Add("one core", Table.Seconds(one), Table.Ratio(1));
        table.Add($"{cores} cores", Table.Seconds(all), Table.Ratio(one / all));
        table.Print();
    }

    private static async Task PrintAstropyAsync(FrequencyGrid grid, SearchWork.Times best)
    {
        if (!Python.IsHere)
        {
            Console.WriteLine($"Left out: {Python.Missing}");
            return;
        }

        (string said, _) = await ChildProgram.RunAsync(Python.Start(
            "lomb_scargle.py",
            $"{SearchWork.Points}",
            SearchWork.Baseline.ToString(CultureInfo.InvariantCulture),
            "0.1",
            "200000",
            $"{grid.Count}"));
        double[][] lines = Array.ConvertAll(
            said.Trim().Split('\n'),
            line => Array.ConvertAll(line.Split(' '), cell => double.Parse(cell, CultureInfo.InvariantCulture)));
        var table = new Table("Lomb–Scargle, frequencies", "astropy, fast", "here", "faster", "astropy is off by", "here by");
        double error = LargestError();
        table.Add("200,000", Table.Milliseconds(lines[0][0]), Table.Milliseconds(best.Few),
            Table.Ratio(lines[0][0] / best.Few), $"{lines[0][1]:0e+0}", $"{error:0e+0}");
        table.Add($"{grid.Count:N0}", Table.Milliseconds(lines[1][0]), Table.Milliseconds(best.Many),
            Table.Ratio(lines[1][0] / best.Many), $"{lines[1][1]:0e+0}", $"{error:0e+0}");
        table.Print();
    }

    // On one core, so that only what the cmdlet adds is the difference.
    private static async Task PrintCmdletAsync()
    {
        ProcessStartInfo start = Pwsh.Start(
            "find_period.ps1", service: null, "-Stars", $"{StarsOfCmdlet}", "-Runs", $"{Rounds}");
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        (string said, _) = await ChildProgram.RunAsync(start);
        double[] seconds = Array.ConvertAll(
            said.Trim().Split('\n'), line => double.Parse(line, CultureInfo.InvariantCulture));
        var table = new Table($"{StarsOfCmdlet} stars of the demo sky, in pwsh", "seconds", "ratio", "goal");
        table.Add("PeriodSearch.Find, one star after the other", Table.Seconds(seconds[0]), Table.Ratio(1), "");
        table.Add("Find-ZvarPeriod", Table.Seconds(seconds[1]), Table.Ratio(seconds[1] / seconds[0]), "< 1.05×");
        table.Print();
    }

    private static double LargestError()
    {
        var series = TimeSeries.Of(SearchWork.MakeStar(1, "r"));
        FrequencyGrid grid = SearchWork.Grid(series);
        var kernel = new LombScargleKernel(series);
        double[] powers = new double[grid.Count];
        kernel.Compute(grid.First, grid.Step, powers);
        return Enumerable.Range(0, 5000)
            .Select(i => i * (grid.Count / 5000))
            .Max(i => Math.Abs(powers[i] - kernel.PowerAt(grid[i])));
    }
}
