using System.Globalization;
using CsCheck;
using Zvar.Demo;

namespace Zvar.Tests.Tables;

/// <summary>What comes out of a table's file, against what went in, to the last bit.</summary>
public sealed class RoundTripTests : IDisposable
{
    private const long Psid = 145120008365555264;

    private static readonly double[] Special =
        [0, -0.0, double.NaN, double.Epsilon, double.MaxValue, 5e-324, 1e300, 1e15, 123456789012345680, 0.1 + 0.2];

    // As surveys print numbers, as single precision, whole doubles, and what has no digits.
    private static readonly Gen<double> Numbers = Gen.OneOf(
        Gen.Int[-2_000_000, 2_000_000].Select(whole => whole / 1e5),
        Gen.Long[0, 99_999_999_999_999].Select(whole => 2_400_000 + (whole / 1e9)),
        Gen.Float.Select(single => double.Parse($"{single:R}", CultureInfo.InvariantCulture)),
        Gen.Double,
        Gen.OneOf([.. Special.Select(number => Gen.Const(number))]));

    private static readonly string[] Names =
    [
        "RR Lyr", "a,\"b\"\nc", "tab\there", " blank ", "", "\u03b1 Ori é", "<x>&'y'", "\u001b[31m", "\\u0041", "#1", "'",
        "NaN", "0007", new string('n', 3000), "\ud83c\udf1f", "line\r\nend",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<TableFormat> Formats() => [.. WrittenTable.Formats];

    public static TheoryData<TableFormat> NestedFormats() =>
        [.. WrittenTable.Formats.Where(format => format != TableFormat.Csv)];

    [Theory, MemberData(nameof(Formats))]
    public void Light_curves_of_any_numbers_are_the_same_to_the_last_bit(TableFormat format) =>
        Gen.Select(Numbers.Array[9 * 40], Gen.Int[0, Names.Length - 1], Gen.Int[0, 40]).Sample(
            (numbers, name, points) =>
            {
                LightCurve given = CurveOf(numbers.AsSpan(0, 9 * Math.Max(1, points)), Names[name]);
                string path = PathOf(format);
                WrittenTable.Write(path, format, [given]);
                var read = Assert.IsType<LightCurve>(Assert.Single(WrittenTable.Read(path)));
                Assert.Equal(Bits(given), Bits(read));
                Assert.Equal(given.Band, read.Band);
                Assert.Equal(given.Field, read.Field);
                Assert.Equal(Psid, read.Psid);
                Assert.True(read.Synthetic);
                Assert.Equal(Shown(format, given.TargetName), read.TargetName);
            },
            iter: 60,
            threads: 1);

    [Theory, MemberData(nameof(Formats))]
    public void Light_curves_of_elsewhere_say_so_again(TableFormat format)
    {
        var builder = new LightCurveBuilder(0)
        {
            Origin = new PhotometryOrigin(new TimeSystem(TimeReference.Hjd, TimeScale.Utc), MagnitudeKind.Vega, "ASAS-SN (a, b)"),
        };
        builder.Add(new PhotometryRow { Time = 2458000.5, Mag = 12.25, Band = "V" });
        string path = PathOf(format);
        WrittenTable.Write(path, format, [builder.Build().Of(null, "RR Lyr")]);
        var read = Assert.IsType<LightCurve>(Assert.Single(WrittenTable.Read(path)));
        Assert.Equal("HJD (UTC)", $"{read.TimeSystem}");
        Assert.Equal(MagnitudeKind.Vega, read.MagnitudeKind);
        Assert.Equal("ASAS-SN (a, b)", read.Source);
        Assert.Equal("V", read.Bands);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Columns_say_of_times_and_magnitudes_only_what_they_are(bool nested)
    {
        var builder = new LightCurveBuilder(0)
        {
            Origin = new PhotometryOrigin(
                new TimeSystem(TimeReference.Hjd, TimeScale.Utc), MagnitudeKind.Vega, "ASAS-SN"),
        };
        builder.Add(new PhotometryRow { Time = 2458000.5, Mag = 12.25, Band = "V" });
        LightCurve elsewhere = builder.Build();
        LightCurve ours = CurveOf(new double[9], "a");
        foreach (LightCurve[] curves in (LightCurve[][])[[elsewhere], [elsewhere, ours], [ours, elsewhere]])
        {
            Dictionary<string, string> said = Descriptions(curves, nested);
            Assert.Equal("Time, a full Julian date, counted as TimeSystem says", said["Time"]);
            Assert.Equal("Magnitude, of the kind that MagnitudeKind says", said["Mag"]);
            Assert.DoesNotContain(
                said.Values, text => text.Contains("BJD") || text.Contains("Barycentric") || text.Contains("AB "));
        }

        Assert.Equal(nested, Descriptions([ours], nested)["Time"] != "Barycentric Julian date");
        Assert.Equal(nested, Descriptions([ours], nested)["Mag"] != "AB magnitude");
    }

    [Theory, MemberData(nameof(NestedFormats))]
    public void Nested_light_curves_are_the_same_to_the_last_bit(TableFormat format)
    {
        double[] numbers = [.. Enumerable.Range(0, 9 * 50).Select(i => Special[i % Special.Length] + (i / 9 / 7.0))];
        LightCurve[] given =
        [
            CurveOf(numbers, "a"), CurveOf([], "n"), CurveOf(numbers.AsSpan(0, 90), "\u03b1 \"b\""),
            CurveOf(numbers, "long", new string('n', 300)), CurveOf(numbers.AsSpan(0, 9), "one", ""),
        ];
        CheckNested(format, given);
    }

    [Theory, MemberData(nameof(NestedFormats))]
    public void Nested_light_curves_keep_bands_of_any_words(TableFormat format) => CheckNested(
        format,
        [
            CurveOf(new double[9 * 4], "words", "zg", "zr", "cyan", "o"),
            CurveOf(new double[9 * 5], "others", "Johnson V", "", "[x]", " g", "\u03b1\"\\u0041"),
            CurveOf(new double[9 * 2], "brackets", "[\"g\"]", "[r"),
            CurveOf(new double[9], "none", ""),
        ]);

    // The second block of rows has wider texts and a longer list of them than the first.
    [Theory, MemberData(nameof(NestedFormats))]
    public void Nested_light_curves_may_be_longer_than_those_before(TableFormat format)
    {
        double[] numbers = [.. Enumerable.Range(0, 9 * 40_000).Select(i => i / 7.0)];
        CheckNested(
            format,
            [
                CurveOf(numbers, "a", "g"), CurveOf(numbers, "b", "r"), CurveOf(numbers.AsSpan(0, 90), "c", "i"),
                CurveOf([.. numbers, .. numbers], "wide", "cyan", "V"), CurveOf(numbers.AsSpan(0, 9), "d", "g"),
            ]);
    }

    [Fact]
    public void Nested_light_curves_are_read_from_a_compressed_fits()
    {
        LightCurve[] given = [.. Enumerable.Range(0, 200).Select(i => CurveOf(new double[9 * (i % 7)], $"{i}"))];
        string path = PathOf(TableFormat.Fits);
        WrittenTable.Write(path, TableFormat.Fits, given, nested: true);
        string compressed = Path.Combine(_folder, "table.fits.gz");
        using (FileStream file = File.Create(compressed))
        using (Stream gzip = Zvar.Tables.TableFile.Compress(file))
        {
            gzip.Write(File.ReadAllBytes(path));
        }

        CheckSame(given, compressed);
        File.WriteAllBytes(compressed, File.ReadAllBytes(compressed)[..^4000]);
        Assert.ThrowsAny<Exception>(() => WrittenTable.Read(compressed));
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task All_that_the_demo_sky_gives_is_the_same(TableFormat format)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using var sky = new DemoSky();
        var cone = new ConeSearch([new ConeTarget("a \"cone\", é", new SkyPosition(4.93855, 36.31493), 60)], ConeFilter.None);
        ZvarObject[] stars = await sky.FindConesAsync(cone, stop)
            .Select(found => found.Object with { TargetName = "a \"cone\", é" }).ToArrayAsync(stop);
        Check(format, stars, (one, other) => one with { Matchfiles = other.Matchfiles, Periods = other.Periods } == other
            && one.Matchfiles.SequenceEqual(other.Matchfiles) && one.Periods.SequenceEqual(other.Periods));
        Check(format, stars.SelectMany(one => one.Matchfiles), (one, other) => one == other);
        Check(format, stars.SelectMany(one => one.Periods), (one, other) => one == other);
        Check(format, await sky.GetProcessingLogsAsync(stop).Take(100).ToArrayAsync(stop), (one, other) =>
            one.WithColumns(other.GetColumns()) == other && SameColumns(one.GetColumns(), other.GetColumns()));
        foreach (string catalog in (string[])["gaia", "ps1", "allwise"])
        {
            var request = new ObjectMatchRequest([.. stars.Select(one => one.Psid)], catalog, 2, ClosestOnly: false);
            CatalogMatch[] matches =
            [
                .. await sky.MatchAsync(request, stop).ToArrayAsync(stop),
                CatalogMatch.Unmatched(Psid, catalog, null, stars[0], like: null),
            ];
            Check(format, matches[..^1].Append(CatalogMatch.Unmatched(Psid, catalog, null, null, matches[0])), SameMatch);
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task What_is_computed_here_is_the_same(TableFormat format)
    {
        await using var sky = new DemoSky();
        CancellationToken stop = TestContext.Current.CancellationToken;
        LightCurve curve = await sky.GetLightCurvesAsync(new PhotometryRequest([Psid], Band.All), stop).FirstAsync(stop);
        PeriodCandidate candidate = new(curve)
        {
            Rank = 1,
            Period = 0.27,
            PeriodErr = 1e-7,
            Frequency = 1 / 0.27,
            Method = PeriodogramMethod.Fpw5,
            Power = 0.9,
            FalseAlarmProbability = 1e-30,
            FalseAlarmKind = FalseAlarmKind.Gaussian,
            Significance = 30,
            Score = -1,
            Gap = 2,
            Points = 100,
            Bands = "g r",
            Relation = "P/2",
        };
        Check(format, [candidate], (one, other) => $"{one}" == $"{other}" && one.Psid == other.Psid
            && one.Relation == other.Relation && one.Gap == other.Gap && one.FalseAlarmKind == other.FalseAlarmKind
            && one.Synthetic == other.Synthetic && one.Bands == other.Bands);
        Check(format, [new PeriodogramPoint { Psid = 1, Method = PeriodogramMethod.Fpw5, Frequency = 1, Period = 1, Power = 0.5 }], (one, other) => one == other);
        Check(format, [new PhasePoint { Psid = Psid, Band = "g", Phase = 0.25, Mag = 16.1, MagErr = double.NaN, Epoch = 2458000.123, Period = 0.27 }], (one, other) => one == other);
        Check(format, Zvar.Variability.Measure(curve), (one, other) => one == other);
        Check(format, [new ZvarField { Field = 1, Bands = "g r", Files = 3, GFiles = 1, RFiles = 2, IFiles = 0 }], (one, other) => one == other);
        Check(format, [new ArchiveShare("g", 1, 2, 3)], (one, other) => one == other);
        var when = new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
        Check(format, [new ArchiveCone(1.5, -2, 60, new ConeFilter { MinMag = 12 }, "demo sky", when)], (one, other) => one == other);
        Check(format, [new ArchiveContents { Path = "/a b.zvar", Size = 5, Synthetic = true, Sources = ["x, y"], LastAsked = when }],
            (one, other) => one with { Sources = other.Sources } == other && one.Sources.SequenceEqual(other.Sources));
    }

    [Fact]
    public void A_text_that_is_wider_than_those_before_widens_the_rows_of_fits()
    {
        ZvarPeriod[] given =
        [
            .. Enumerable.Range(0, 200_000).Select(i => new ZvarPeriod
            {
                Psid = Psid + i, Period = i + 0.5, Band = i < 70_000 ? "g" : i < 140_000 ? "cyan" : i == 150_000 ? "" : "orange",
            }),
        ];
        string path = PathOf(TableFormat.Fits);
        WrittenTable.Write(path, TableFormat.Fits, given);
        Assert.Equal(given, WrittenTable.Read(path));
    }

    [Theory, MemberData(nameof(Formats))]
    public void Facts_of_any_words_are_in_the_header_again(TableFormat format)
    {
        string fact = "it's \"x\" <&> é\n" + new string('q', 300) + "''" + new string('\'', 70);
        string path = PathOf(format);
        WrittenTable.Write(path, format, [new ArchiveShare("g", 1, 2, 3)], nested: false, "question", fact);
        using Zvar.Tables.TableReader reader = Zvar.Tables.TableFile.Open(path);
        string? read = reader.Header.Facts.FirstOrDefault(
            one => one.Key.Equals("question", StringComparison.OrdinalIgnoreCase)).Value;
        Assert.Equal(
            format switch
            {
                TableFormat.Csv => null,
                TableFormat.Fits => fact.Replace("\n", "\\u000a").Replace("é", "\\u00e9"),
                _ => fact,
            },
            read);
    }

    private void Check<T>(TableFormat format, IEnumerable<T> given, Func<T, T, bool> isSame)
        where T : class
    {
        T[] all = [.. given];
        string path = PathOf(format);
        WrittenTable.Write(path, format, all);
        object[] read = WrittenTable.Read(path);
        Assert.Equal(all.Length, read.Length);
        for (int i = 0; i < all.Length; i++)
        {
            Assert.True(isSame(all[i], (T)read[i]), $"{format}, {typeof(T).Name} {i}: {all[i]} came back as {read[i]}");
        }
    }

    private Dictionary<string, string> Descriptions(LightCurve[] curves, bool nested)
    {
        string path = PathOf(TableFormat.VOTable);
        WrittenTable.Write(path, TableFormat.VOTable, curves, nested);
        using Zvar.Tables.TableReader reader = Zvar.Tables.TableFile.Open(path);
        return reader.Header.Columns.ToDictionary(column => column.Name, column => column.Description);
    }

    private void CheckNested(TableFormat format, LightCurve[] given)
    {
        string path = PathOf(format);
        WrittenTable.Write(path, format, given, nested: true);
        CheckSame(given, path);
    }

    private static void CheckSame(LightCurve[] given, string path)
    {
        LightCurve[] read = [.. WrittenTable.Read(path).Cast<LightCurve>()];
        Assert.Equal(given.Select(Bits), read.Select(Bits));
        Assert.Equal(given.Select(one => one.Band), read.Select(one => one.Band));
        Assert.Equal(given.Select(one => one.Field), read.Select(one => one.Field));
        Assert.Equal(given.Select(one => one.TargetName), read.Select(one => one.TargetName));
        Assert.Equal(given.Select(one => one.FirstTime), read.Select(one => one.FirstTime));
        Assert.Equal(given.Select(one => one.Synthetic), read.Select(one => one.Synthetic));
    }

    private static bool SameMatch(CatalogMatch one, CatalogMatch other) => one.Psid == other.Psid
        && one.GetType() == other.GetType()
        && one.Id == other.Id && one.CatalogRa.Equals(other.CatalogRa) && one.Separation.Equals(other.Separation)
        && one.Synthetic == other.Synthetic && SameColumns(one.GetRow(), other.GetRow());

    private static bool SameColumns(
        IReadOnlyDictionary<string, object> one, IReadOnlyDictionary<string, object> other) =>
        one.All(cell => other.TryGetValue(cell.Key, out object? there) && cell.Value.Equals(there));

    private static LightCurve CurveOf(ReadOnlySpan<double> numbers, string name, params string[] bands)
    {
        bands = bands.Length > 0 ? bands : ["g", "r", "i"];
        var builder = new LightCurveBuilder(Psid) { Synthetic = true };
        for (int i = 0; i < numbers.Length / 9; i++)
        {
            builder.Add(numbers.Slice(9 * i, 9), [600 + (i % 3), 1 + (i % 16), 1 + (i % 4)], bands[i % bands.Length]);
        }

        return builder.Build().Of(null, name);
    }

    private static long[] Bits(LightCurve curve) =>
    [
        .. Enumerable.Range(0, PhotometryTable.NumberColumns)
            .SelectMany(column => curve.GetNumbers((PhotometryColumn)column))
            .Select(number => double.IsNaN(number) ? -1 : BitConverter.DoubleToInt64Bits(number)),
    ];

    // XML has no place for a control character, and FITS none for an empty text beside a null.
    private static string? Shown(TableFormat format, string? name) => format switch
    {
        TableFormat.VOTable or TableFormat.VOTableText when name == "" => format == TableFormat.VOTable ? "" : null,
        TableFormat.VOTableText => name!.Replace('\u001b', '\uFFFD'),
        _ => name,
    };

    private string PathOf(TableFormat format) => Path.Combine(_folder, $"table.{format}");
}
