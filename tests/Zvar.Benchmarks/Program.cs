using System.Globalization;
using Zvar.Benchmarks;
using Zvar.Benchmarks.Measuring;
using Zvar.Benchmarks.Service;

// Some benchmarks start this program again, as the server they ask.
if (args is ["--serve"])
{
    return await ResponseServer.ServeAsync();
}

if (args is ["--search"])
{
    SearchWork.Print();
    return 0;
}

if (args is ["--hats", var path, .. { Length: 2 or 3 } counts])
{
    int[] numbers = [.. counts.Select(count => int.Parse(count, CultureInfo.InvariantCulture))];
    HatsWork.Run(path, numbers[0], numbers[1], numbers.ElementAtOrDefault(2));
    return 0;
}

if (args is ["--xmatch", var zvar, var other, var destination])
{
    XmatchWork.Run(zvar, other, destination);
    return 0;
}

Benchmark[] all =
[
    new("demo", "the demo sky: a cone and a light curve", DemoSkyBenchmark.RunAsync),
    new("scanner", "reading the JSON of light curves, against JSON libraries", ScannerBenchmark.RunAsync),
    new("photometry", "500 light curves from a server, against the notebook's way", PhotometryBenchmark.RunAsync),
    new("points", "points to Export-Csv, against objects that were there already", PointsBenchmark.RunAsync),
    new("statistics", "the statistics of a light curve, by its size", StatisticsBenchmark.RunAsync),
    new("memory", "20,000 stars streaming by, against 2,000", MemoryBenchmark.RunAsync),
    new("import", "Import-Module, against a bare pwsh", ImportBenchmark.RunAsync),
    new("stop", "from Ctrl+C to the end of the pipeline", StopBenchmark.RunAsync),
    new("hostile", "responses that mean harm: what they cost and how they end", HostileBenchmark.RunAsync),
    new("server", "Zvar.Server's photometry, against bytes made before", ServerBenchmark.RunAsync),
    new("search", "periods by FPW and Lomb–Scargle, against plain C and astropy", SearchBenchmark.RunAsync),
    new("recovery", "periods found of the demo sky's stars, by their class", RecoveryBenchmark.RunAsync),
    new("archive", "saving, cones and light curves from an archive, against a server", ArchiveBenchmark.RunAsync),
    new("tables", "5.6 million points to files and back, against pandas, astropy and STILTS", TableBenchmark.RunAsync),
    new("hats", "a HATS catalogue: writing it, its memory, cones and a match of a million stars", HatsBenchmark.RunAsync),
    new("cluster", "a HATS catalogue by shares, Slurm and Dask, against one process", ClusterBenchmark.RunAsync),
    new("hats-ids", "sources by their ids in a HATS catalogue, by its index and without", HatsIdBenchmark.RunAsync),
    new("vetting", "a page of 10,000 stars: its size, its first star, from key to label and star", VettingBenchmark.RunAsync),
    new("load", "one object from Zvar.Server, alone and beside 200 heavy requests", LoadBenchmark.RunAsync),
];

if (args.FirstOrDefault(name => all.All(one => one.Name != name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark '{unknown}'. There are:");
    foreach (Benchmark one in all)
    {
        Console.Error.WriteLine($"  {one.Name,-11}{one.About}");
    }

    return 2;
}

Console.WriteLine(Machine.Facts);
foreach (Benchmark one in all.Where(one => args.Length == 0 || args.Contains(one.Name)))
{
    Console.WriteLine($"\n## {one.Name}: {one.About}\n");
    try
    {
        await one.RunAsync();
    }
    catch (MissingProgramException missing)
    {
        Console.WriteLine($"Left out: {missing.Message}");
    }
}

return 0;
