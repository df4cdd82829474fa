using CsCheck;
using Zvar.Archive;
using Zvar.Tests.Sources;

namespace Zvar.Tests.Archive;

/// <summary>What comes out of an archive, against what went in, to the last bit.</summary>
public sealed class RoundTripTests : IDisposable
{
    private const long Psid = 145120008365555264;

    private static readonly double[] Special =
        [0, -0.0, double.NaN, double.Epsilon, double.MaxValue, double.PositiveInfinity, double.NegativeInfinity, 1e300];

    // As surveys print numbers, as single precision, whole doubles, and what has no digits.
    private static readonly Gen<double> Numbers = Gen.OneOf(
        Gen.Int[-2_000_000, 2_000_000].Select(whole => whole / 1e5),
        Gen.Float.Select(single => double.Parse($"{single:R}", System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Float.Select(single => (double)single),
        Gen.Double,
        Gen.OneOf([.. Special.Select(number => Gen.Const(number))]));

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Light_curves_of_any_numbers_are_the_same_to_the_last_bit() => Gen
        .Select(Gen.OneOf(Gen.Const(Numbers), Gen.Const(Gen.Int[0, 99].Select(n => n / 100.0))), Gen.Int[0, 300])
        .SelectMany((numbers, points) => numbers.Array[9 * points])
        .Sample(
            numbers =>
            {
                var builder = new LightCurveBuilder(Psid);
                for (int i = 0; i < numbers.Length / 9; i++)
                {
                    builder.Add(numbers.AsSpan(9 * i, 9), [600 + (i % 3), 1 + (i % 16), 1 + (i % 4)], "gri"[i % 3].ToString());
                }

                LightCurve given = builder.Build();
                Assert.Equal(Bits(given), Bits(SaveAndLoad(given)));
            },
            iter: 200);

    [Fact]
    public async Task Rows_of_any_names_and_values_are_the_same()
    {
        var columns = new Dictionary<string, object>
        {
            ["phot_g_mean_mag"] = 16.708706,
            ["a 'quoted'; DROP TABLE match --"] = "x\0\e\n\"😀",
            [""] = "",
            ["long"] = long.MinValue,
            ["flag"] = true,
            ["none"] = double.NaN,
            ["much"] = new string('x', 1_000_000),
        };
        var source = new MemoryArchive();
        var row = new CatalogRow("2873447302730839936", 0.8365264657830731, 30.937195479478635, columns);
        source.Matches[(Psid, "gaia")] = [CatalogMatch.Create(Psid, "gaia", row, zvarObject: null)];
        source.Objects[Psid] = StarOf(30.9372);

        CatalogMatch match = Assert.Single(await AskTwiceAsync(
            source, asked => asked.MatchAsync(new ObjectMatchRequest([Psid], "gaia", 2), default)));

        Assert.Equal(columns, match.GetRow());
        Assert.Equal(16.708706, Assert.IsType<GaiaMatch>(match).PhotGMeanMag);
        Assert.Equal((row.Id, row.Ra, row.Dec), (match.Id, match.CatalogRa, match.CatalogDec));
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    [InlineData(0)]
    public async Task A_star_has_all_its_entries(double dec)
    {
        var source = new MemoryArchive();
        ZvarObject given = source.Objects[Psid] = StarOf(dec);

        ZvarObject star = Assert.Single(await AskTwiceAsync(source, asked => asked.GetObjectsAsync([Psid], default)));

        Assert.Equal(given.Matchfiles, star.Matchfiles);
        Assert.Equal(given.Periods, star.Periods);
        Assert.Equal(given with { Matchfiles = star.Matchfiles, Periods = star.Periods }, star);
    }

    private static ZvarObject StarOf(double dec) => new()
    {
        Psid = Psid,
        Ra = 0.8365280032157898,
        Dec = dec,
        ObjectType = (ObjectType)77,
        Matchfiles = new(
        [
            new() { Psid = Psid, Field = 648, Ccd = 2, Quad = 2, Band = "g", Exposures = 474, Index = 6121, Amplitude = 0.85447776 },
            new() { Psid = Psid, Field = -1, Ccd = int.MaxValue, Quad = 0, Band = "a new band", MinMag = 17.216894 },
        ]),
        Periods = new(
        [
            new() { Psid = Psid, Band = "g", Period = 0.2726629621689033, Significance = 48.87137985229492, Bins = 5 },
            new() { Psid = Psid, Period = double.NaN },
        ]),
    };

    private async Task<List<T>> AskTwiceAsync<T>(MemoryArchive source, Func<IZvarSource, IAsyncEnumerable<T>> ask)
    {
        string path = Path.Combine(_folder, $"{Guid.NewGuid()}.zvar");
        await using (var through = new ReadThroughSource(ZvarArchive.OpenWrite(path), source))
        {
            await ask(through).CountAsync(TestContext.Current.CancellationToken);
        }

        await using var archive = new ArchiveSource(ZvarArchive.OpenRead(path));
        return await ask(archive).ToListAsync(TestContext.Current.CancellationToken);
    }

    private LightCurve SaveAndLoad(LightCurve lightCurve)
    {
        var source = new MemoryArchive();
        source.LightCurves[(Psid, PhotometryFormat.Mag)] = lightCurve;
        return AskTwiceAsync(source, asked => asked.GetLightCurvesAsync(new PhotometryRequest([Psid], Band.All), default))
            .GetAwaiter().GetResult().Single();
    }

    private static IEnumerable<object> Bits(LightCurve curve) =>
    [
        .. Enum.GetValues<PhotometryColumn>().Where(column => (int)column < PhotometryTable.NumberColumns)
            .SelectMany(column => curve.GetNumbers(column).Select(BitConverter.DoubleToInt64Bits)).Cast<object>(),
        .. curve.Field.Concat(curve.Ccd).Concat(curve.Quad).Cast<object>(),
        .. curve.Band,
    ];
}
