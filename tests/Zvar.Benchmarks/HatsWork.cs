using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Zvar.Benchmarks.Measuring;
using Zvar.Tables;

namespace Zvar.Benchmarks;

/// <summary>
/// The export of made-up stars into a HATS catalogue, in a process of its own, whose memory is that of the export.
/// </summary>
internal static class HatsWork
{
    // As many stars as the demo sky has in a cone of 10′, to the square degree.
    private const double Density = 22_900;

    private const double SouthEdge = 20;
    private const double WestEdge = 10;
    private const int Shapes = 64;

    private static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web);

    /// <summary>Where a star of so many is: in a square of the sky, in no order.</summary>
    internal static SkyPosition PositionOf(Random random, int stars)
    {
        double side = Math.Sqrt(stars / Density);
        double dec = SouthEdge + (side * random.NextDouble());
        return new SkyPosition(WestEdge + (side * random.NextDouble() / Math.Cos(dec * Math.PI / 180)), dec);
    }

    /// <summary>The id of a star's source in one of the catalogues it was matched with.</summary>
    internal static string SourceOf(int star, int catalog) =>
        (1_000_000_000_000_000_000 + (star * 7_919_317_443L * (catalog + 1) % 1_000_000_000_000_000))
            .ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes a catalogue, and says on the last line what it took.</summary>
    internal static void Run(string path, int stars, int points, int catalogs)
    {
        var random = new Random(1);
        LightCurve[] shapes = [.. Enumerable.Range(0, Shapes).Select(seed => MakeShape(new Random(seed), points))];
        double idle = PeakMegabytes();
        long start = Stopwatch.GetTimestamp();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        using (var writer = new HatsCatalogWriter(path))
        {
            for (int i = 0; i < stars; i++)
            {
                StarRecord star = MakeStar(random, i, stars, shapes[i % Shapes]);
                writer.Add(star with { Matches = MatchesOf(star.Object, i, catalogs) });
            }

            writer.Complete();
        }

        var cost = new Cost(
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            (Environment.CpuUsage.TotalTime - before).TotalSeconds,
            PeakMegabytes() - idle,
            Whole: 0,
            (double)stars * points);
        Console.WriteLine(JsonSerializer.Serialize(cost, Words));
    }

    private static StarRecord MakeStar(Random random, int number, int stars, LightCurve shape)
    {
        SkyPosition position = PositionOf(random, stars);
        long zone = (long)((position.Dec + 90) * 120) * 10_000_000_000_000;
        long psid = zone + ((long)(position.Ra * 1e6) * 10_000) + number;
        int perBand = shape.Points / 3;
        Matchfile[] files =
        [
            .. Band.All.Select(band => new Matchfile
            {
                Psid = psid,
                Field = 648,
                Ccd = 2,
                Quad = 2,
                Band = band,
                Exposures = perBand,
                Index = number,
                Amplitude = random.NextSingle(),
                MinMag = 16 + random.NextSingle(),
                MaxMag = 18 + random.NextSingle(),
            }),
        ];
        ZvarPeriod[] periods =
        [
            .. Enumerable.Range(0, 6).Select(i => new ZvarPeriod
            {
                Psid = psid,
                Field = 648,
                Ccd = 2,
                Quad = 2,
                Band = Band.All[i % 3],
                Period = 10 * random.NextDouble(),
                Significance = 50 * random.NextSingle(),
                StringLength = random.NextSingle(),
                Bins = 10,
            }),
        ];
        var star = new ZvarObject
        {
            Psid = psid,
            Ra = position.Ra,
            Dec = position.Dec,
            ObjectType = ObjectType.Star,
            Matchfiles = new(files),
            Periods = new(periods),
        };

        // Of its own exposures in time and brightness: nothing is told by another star.
        double shift = random.NextDouble();
        var builder = new LightCurveBuilder(psid, shape.Points);
        for (int i = 0; i < shape.Points; i++)
        {
            builder.Add(
                [
                    shape.Time[i] + shift, shape.Mag[i] + shift, shape.MagErr[i], double.NaN, shape.Flux[i] * shift,
                    shape.FluxErr[i], shape.Snr[i], double.NaN, double.NaN,
                ],
                [648, 2, 2],
                shape.Band[i]);
        }

        return new StarRecord(star) { LightCurve = builder.Build() };
    }

    private static StarMatches[] MatchesOf(ZvarObject star, int number, int catalogs) =>
    [
        .. Enumerable.Range(0, catalogs).Select(catalog => new StarMatches(
            $"survey{catalog}",
            Radius: 2,
            ClosestOnly: false,
            [
                CatalogMatch.Create(
                    star.Psid,
                    $"survey{catalog}",
                    new CatalogRow(
                        SourceOf(number, catalog),
                        star.Ra,
                        star.Dec,
                        new Dictionary<string, object> { ["mag"] = 17 + star.Ra, ["mag_error"] = 0.02 }),
                    zvarObject: null),
            ])),
    ];

    private static LightCurve MakeShape(Random random, int points)
    {
        var builder = new LightCurveBuilder(1, points);
        for (int i = 0; i < points; i++)
        {
            builder.Add(
                [
                    2458000 + (2500.0 * i / points) + random.NextDouble(), 17 + random.NextSingle(),
                    0.02f * random.NextSingle(), double.NaN, 1e-7f * random.NextSingle(), 1e-9f * random.NextSingle(),
                    30 * random.NextSingle(), double.NaN, double.NaN,
                ],
                [648, 2, 2],
                Band.All[i % 3]);
        }

        return builder.Build();
    }

    internal static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
