using Zvar.Tables;
using Zvar.Tests.Tables;

namespace Zvar.Tests.Hats;

/// <summary>What a HATS catalogue is on disk, and that it is what was written.</summary>
public sealed class HatsCatalogTests : IDisposable
{
    private static readonly SkyPosition Centre = new(50, 20);

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_catalogue_is_valid_by_the_letter_of_HATS()
    {
        string path = Path.Combine(_folder, "zvar.hats");

        HatsSummary summary = SkyStars.Write(
            path, await SkyStars.FindAsync(Centre, 200), new HatsOptions { MaxRows = 30 });

        Assert.True(summary.Partitions > 5);
        Assert.True(summary.MarginStars > 5);
        Assert.Empty(HatsChecker.Check(path));
    }

    // Where faces meet and pixels are odd: poles, RA 0, the corners between polar and equatorial faces.
    [Theory]
    [InlineData(0, 90)]
    [InlineData(0, -90)]
    [InlineData(0, 0)]
    [InlineData(45, 0)]
    [InlineData(90, 41.8103)]
    [InlineData(270, -41.8103)]
    public async Task A_catalogue_is_valid_wherever_on_the_sky_it_is(double ra, double dec)
    {
        string path = Path.Combine(_folder, "zvar.hats");

        SkyStars.Write(
            path,
            await SkyStars.FindAsync(new SkyPosition(ra, dec), 150),
            new HatsOptions { MaxRows = 10, MarginThreshold = 25 });

        Assert.Empty(HatsChecker.Check(path));
    }

    [Fact]
    public async Task DuckDB_reads_what_was_written_to_the_bit()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 200);
        SkyStars.Write(path, stars, new HatsOptions { MaxRows = 50 });
        string all = Duck.Files($"{path}/zvar/dataset/Norder=*/Dir=*/Npix=*.parquet");

        var read = Duck.Query(
            "SELECT Psid, Ra, Dec, ObjectType, Synthetic, lc.\"Time\", lc.Mag, lc.LimitingMag, lc.Band, lc.Field,"
            + " fluxes.ReferenceMag, periods.Period, matchfiles.Exposures, matches.Id FROM " + all,
            row => (
                Psid: row.GetInt64(0),
                Place: (row.GetDouble(1), row.GetDouble(2)),
                Kind: (row.GetString(3), row.GetBoolean(4)),
                Time: row.GetFieldValue<List<double>>(5),
                Mag: row.GetFieldValue<List<double>>(6),
                LimitingMag: row.GetFieldValue<List<double>>(7),
                Band: row.GetFieldValue<List<string>>(8),
                Field: row.GetFieldValue<List<int>>(9),
                ReferenceMag: row.GetFieldValue<List<double>>(10),
                Periods: row.GetFieldValue<List<double>>(11),
                Exposures: row.GetFieldValue<List<int>>(12),
                Ids: row.GetFieldValue<List<string>>(13))).ToDictionary(row => row.Psid);

        Assert.Equal(stars.Length, read.Count);
        Assert.All(stars, star =>
        {
            var row = read[star.Object.Psid];
            Assert.Equal((star.Object.Ra, star.Object.Dec), row.Place);
            Assert.Equal((star.Object.ObjectType.ToString(), true), row.Kind);
            Assert.Equal(star.LightCurve!.Time, row.Time);
            Assert.Equal(star.LightCurve.Mag, row.Mag);
            Assert.Equal(star.LightCurve.LimitingMag, row.LimitingMag);
            Assert.Equal(star.LightCurve.Band, row.Band);
            Assert.Equal(star.LightCurve.Field, row.Field);
            Assert.Equal(star.Fluxes!.ReferenceMag, row.ReferenceMag);
            Assert.Equal(star.Object.Periods.Select(entry => entry.Period), row.Periods);
            Assert.Equal(star.Object.Matchfiles.Select(file => file.Exposures), row.Exposures);
            Assert.Equal(star.Matches[0].Matches.Select(match => match.Id), row.Ids);
        });
    }

    [Fact]
    public async Task What_is_read_of_a_catalogue_is_what_was_written()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 200);
        SkyStars.Write(path, stars.Reverse(), new HatsOptions { MaxRows = 50 });
        await using HatsSource source = HatsSource.Open(path);
        long[] psids = [.. stars.Select(star => star.Object.Psid)];

        ZvarObject[] objects = await source.GetObjectsAsync(psids, Token).ToArrayAsync(Token);
        LightCurve[] magnitudes = await source.GetLightCurvesAsync(
            new PhotometryRequest(psids, Band.All), Token).ToArrayAsync(Token);
        LightCurve[] fluxes = await source.GetLightCurvesAsync(
            new PhotometryRequest(psids, Band.All, PhotometryFormat.Flux), Token).ToArrayAsync(Token);
        CatalogMatch[] matches = await source.MatchAsync(
            new ObjectMatchRequest(psids, "Gaia", SkyStars.MatchRadius, ClosestOnly: false), Token).ToArrayAsync(Token);

        Assert.Equal(stars.Select(star => star.Object.Psid), objects.Select(star => star.Psid));
        Assert.All(stars.Zip(objects), pair =>
        {
            (ZvarObject given, ZvarObject read) = (pair.First.Object, pair.Second);
            Assert.Equal(given with { Matchfiles = read.Matchfiles, Periods = read.Periods }, read);
            Assert.Equal(given.Matchfiles, read.Matchfiles);
            Assert.Equal(given.Periods, read.Periods);
        });
        Assert.All(stars.Zip(magnitudes), pair => AssertSame(pair.First.LightCurve!, pair.Second));
        Assert.All(stars.Zip(fluxes), pair => AssertSame(pair.First.Fluxes!, pair.Second));
        CatalogMatch[] given = [.. stars.SelectMany(star => star.Matches[0].Matches)];
        Assert.Equal(given.Select(match => (match.Psid, match.Id)), matches.Select(match => (match.Psid, match.Id)));
        Assert.All(given.Zip(matches), pair => Assert.Equal(pair.First.GetRow(), pair.Second.GetRow()));
    }

    [Fact]
    public async Task A_light_curve_of_another_survey_keeps_its_origin_and_its_first_time()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord star = (await SkyStars.FindAsync(Centre, 40))[0];
        var builder = new LightCurveBuilder(star.Object.Psid)
        {
            Origin = new PhotometryOrigin(TimeSystem.Parse("HJD"), MagnitudeKind.Vega, "a survey"),
        };
        builder.Add(star.LightCurve!.EnumeratePoints().First().ToRow());
        builder.StartAt(2450000.5);
        LightCurve cut = builder.Build();
        SkyStars.Write(path, [star with { LightCurve = cut, Bands = ["g", "V"], Fluxes = null }]);
        await using HatsSource source = HatsSource.Open(path);

        LightCurve read = await source.GetLightCurvesAsync(
            new PhotometryRequest([star.Object.Psid], [.. cut.GetBands()]), Token).SingleAsync(Token);

        AssertSame(cut, read);
        Assert.Equal("a survey", read.Source);
        Assert.Equal("HJD", $"{read.TimeSystem}");
        Assert.Equal(2450000.5, read.FirstTime);
        PartialAnswer<LightCurve> inR = await source.GetLightCurvesAsync(
            new PhotometryRequest([star.Object.Psid], ["r"]), Token).ReadPartialAsync(Token);
        Assert.True(inR.IsUnknown(star.Object.Psid));
    }

    [Fact]
    public async Task Partitions_are_divided_where_they_have_more_exposures_than_the_limit()
    {
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 100);
        long points = stars.Sum(star => star.LightCurve!.Points + star.Fluxes!.Points);

        HatsSummary whole = SkyStars.Write(Path.Combine(_folder, "one.hats"), stars);
        HatsSummary divided = SkyStars.Write(
            Path.Combine(_folder, "many.hats"), stars, new HatsOptions { MaxPoints = points / 8 });

        Assert.Equal(1, whole.Partitions);
        Assert.True(divided.Partitions >= 8);
        Assert.Empty(HatsChecker.Check(divided.Path));
    }

    [Fact]
    public async Task That_stars_are_made_up_is_said()
    {
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 60);
        StarRecord[] real = [.. stars.Select(star => new StarRecord(star.Object with { Synthetic = false }))];

        Assert.Equal("HATS catalogue all (synthetic)", await DescribeAsync("all", stars));
        Assert.Equal("HATS catalogue some (partly synthetic)", await DescribeAsync("some", [stars[0], .. real[1..]]));
        Assert.Equal("HATS catalogue none", await DescribeAsync("none", real));
        Assert.Contains(
            "synthetic",
            File.ReadAllText(Path.Combine(_folder, "all.hats", "collection.properties")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_partitions_together_have_every_star_once_in_the_order_of_the_sky()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 100);
        SkyStars.Write(path, stars, new HatsOptions { MaxRows = 10 });
        using HatsReader reader = HatsReader.Open(path);

        HatsLightCurve[] read = [.. reader.Tiles.SelectMany(reader.Read).SelectMany(some => some)];

        Assert.Equal(
            stars.Select(star => (Place: ProjectedPixel.Of(29, star.Object.GetPosition()), star.Object.Psid)).Order()
                .Select(one => one.Psid),
            read.Select(star => star.Psid));
        Dictionary<long, StarRecord> given = stars.ToDictionary(star => star.Object.Psid);
        Assert.All(read, star => AssertSame(given[star.Psid].LightCurve!, star.LightCurve!));
    }

    [Fact]
    public async Task A_partition_that_is_damaged_or_gone_is_told_and_others_are_read()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 100);
        SkyStars.Write(path, stars, new HatsOptions { MaxRows = 10 });
        string[] files = Directory.GetFiles(
            Path.Combine(path, "zvar"), "Npix=*.parquet", SearchOption.AllDirectories);
        using HatsReader reader = HatsReader.Open(path);
        long inThem = reader.Tiles.Where(tile => files[..2].Any(file =>
            file.Contains($"Norder={tile.Order}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && Path.GetFileName(file) == $"Npix={tile.Pixel}.parquet")).Sum(tile => tile.Rows);
        byte[] bytes = File.ReadAllBytes(files[0]);
        bytes.AsSpan(4, bytes.Length / 2).Reverse();
        File.WriteAllBytes(files[0], bytes);
        File.Delete(files[1]);
        await using HatsSource source = HatsSource.Open(path);

        List<ZvarError?> errors = [];
        foreach (StarRecord star in stars)
        {
            try
            {
                Assert.Equal(1, await source.GetObjectsAsync([star.Object.Psid], Token).CountAsync(Token));
                errors.Add(null);
            }
            catch (ZvarException error)
            {
                errors.Add(error.Error);
            }
        }

        Assert.InRange(inThem, 2, stars.Length - 1);
        Assert.Equal(inThem, errors.Count(error => error == ZvarError.ArchiveDamaged));
        Assert.Equal(stars.Length - inThem, errors.Count(error => error is null));
    }

    [Fact]
    public void A_catalogue_of_no_stars_is_not_made()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        using var writer = new HatsCatalogWriter(path);

        TableException refusal = Assert.Throws<TableException>(() => writer.Complete(cancellationToken: Token));

        Assert.Equal(TableError.TableNotUnderstood, refusal.Error);
        Assert.Throws<TableException>(() => HatsSource.Open(path));
    }

    [Fact]
    public async Task Astropy_reads_the_map_of_the_stars()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 60);
        SkyStars.Write(path, stars);

        string said = OtherProgram.Python(
            "import sys; from astropy.io import fits; t = fits.open(sys.argv[1])[1];"
            + " print(t.header['NSIDE'], t.header['ORDERING'], t.data['VALUE'].sum(), len(t.data))",
            Path.Combine(path, "zvar", "point_map.fits"));

        Assert.Equal($"64 NESTED {stars.Length} 49152", said.Trim());
    }

    private async Task<string> DescribeAsync(string name, IEnumerable<StarRecord> stars)
    {
        string path = Path.Combine(_folder, $"{name}.hats");
        SkyStars.Write(path, stars);
        await using HatsSource source = HatsSource.Open(path);
        return source.Description;
    }

    private static void AssertSame(LightCurve expected, LightCurve read)
    {
        Assert.Equal(expected.Psid, read.Psid);
        Assert.Equal(expected.FirstTime, read.FirstTime);
        Assert.Equal(expected.Band, read.Band);
        foreach (PhotometryColumn column in Enum.GetValues<PhotometryColumn>().SkipLast(1))
        {
            if (column < PhotometryColumn.Field)
            {
                Assert.Equal(expected.GetNumbers(column), read.GetNumbers(column));
            }
            else
            {
                Assert.Equal(expected.GetIntegers(column), read.GetIntegers(column));
            }
        }
    }
}
