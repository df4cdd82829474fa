using CsCheck;
using Zvar.Archive;

namespace Zvar.Tests.Archive;

/// <summary>Light curves that are not ZVAR's own, which an archive keeps by what their survey calls the star.</summary>
public sealed class SurveyLightCurveTests : IDisposable
{
    private const long Psid = 145120008365555264;

    private static readonly PhotometryOrigin Irsa = new(
        new TimeSystem(TimeReference.Hjd), MagnitudeKind.Ab, "ZTF at IRSA (oid, hjd, mag, filtercode)");

    private static readonly PhotometryOrigin Tess = new(
        new TimeSystem(TimeReference.Bjd, TimeScale.Tdb), MagnitudeKind.Relative, "TESS (TIME, PDCSAP_FLUX)");

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private string Path => System.IO.Path.Combine(_folder, "saved.zvar");

    private ArchiveContents Contents => Read(archive => archive.GetContents());

    public static TheoryData<string> Names =>
    [
        "RR Lyr",
        "O'Connell's \"star\"; DROP TABLE survey_light_curve --",
        "two\r\nlines\tand \e[31m",
        "α Ori 😀",
        "nul\0inside",
        new string('x', 1_000_000),
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void One_comes_back_under_its_name(string name)
    {
        LightCurve given = Make(name, Irsa, [2458000.5, 2458001.5]);
        Keep(new ArchiveAddition { LightCurves = { given } });
        AssertSame(given, Assert.Single(Read(archive => archive.GetLightCurves().ToArray())));
    }

    [Fact]
    public void Any_numbers_come_back_to_the_last_bit() => Gen
        .Select(
            Gen.Double.Array[0, 50], Gen.Enum<TimeReference>(), Gen.Enum<TimeScale>(), Gen.Enum<MagnitudeKind>())
        .Sample(
            (times, reference, scale, kind) =>
            {
                File.Delete(Path);
                LightCurve given = Make("x", new(new(reference, scale), kind, Source: null), times);
                Keep(new ArchiveAddition { LightCurves = { given } });
                AssertSame(given, Assert.Single(Read(archive => archive.GetLightCurves().ToArray())));
            },
            iter: 50,
            threads: 1);

    [Fact]
    public async Task One_of_a_star_of_the_catalogue_is_not_taken_for_zvar_s_own()
    {
        LightCurve own = Assert.Single(
            await SavedStars.LightCurvesOfSkyAsync(new PhotometryRequest([Psid], Band.All)));
        LightCurve other = Make("EM Cyg", Irsa, [2458000.5], Psid).AsSynthetic();
        Keep(new ArchiveAddition { LightCurves = { other } });
        Assert.Null(await SavedStars.AskAsync(Path, Ask, IncompleteAnswers.Accept));

        Keep(new ArchiveAddition { LightCurves = { own } });
        LightCurve answer = Assert.Single((await SavedStars.AskAsync(Path, Ask, IncompleteAnswers.Accept))!);
        Assert.Equal((own.Points, TimeSystem.Bjd), (answer.Points, answer.TimeSystem));
        LightCurve[] all = Read(archive => archive.GetLightCurves().ToArray());
        Assert.Equal([TimeSystem.Bjd, other.TimeSystem], all.Select(one => one.TimeSystem));
        AssertSame(other, all[1]);

        static IAsyncEnumerable<LightCurve> Ask(IZvarSource source) =>
            source.GetLightCurvesAsync(new PhotometryRequest([Psid], Band.All), SavedStars.Token);
    }

    [Fact]
    public void One_grows_by_what_it_lacks_and_those_of_two_surveys_stay_apart()
    {
        Keep(new ArchiveAddition { LightCurves = { Make("RR Lyr", Irsa, [1, 2, 3]), Make("RR Lyr", Tess, [1]) } });
        Keep(new ArchiveAddition { LightCurves = { Make("RR Lyr", Irsa, [3, 4]), Make("XZ Cyg", Irsa, [7]) } });

        Assert.Equal(
            [("RR Lyr", Tess, "1"), ("RR Lyr", Irsa, "1 2 3 4"), ("XZ Cyg", Irsa, "7")],
            Read(archive => archive.GetLightCurves()
                .Select(one => (one.TargetName!, one.GetOrigin(), string.Join(' ', one.Time))).ToArray()));
        Assert.Equal((0, 3, 6), (Contents.LightCurves, Contents.SurveyLightCurves, Contents.Points));
    }

    [Fact]
    public void What_has_neither_psid_nor_name_is_refused_and_nothing_of_the_batch_is_kept()
    {
        Assert.Throws<ArgumentException>(() => Keep(new ArchiveAddition
        {
            LightCurves = { Make("RR Lyr", Irsa, [1]), Make(name: null, Irsa, [1]) },
        }));
        Assert.Equal(0, Contents.SurveyLightCurves);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Periods_found_come_back_with_their_light_curve_or_without(bool isLightCurveSaved)
    {
        LightCurve lightCurve = Make("RR Lyr", Tess, [1, 2, 3]);
        PeriodCandidate found = Candidate(lightCurve);
        Keep(new ArchiveAddition { PeriodCandidates = { found } });
        if (isLightCurveSaved)
        {
            Keep(new ArchiveAddition { LightCurves = { lightCurve } });
        }

        PeriodCandidate held = Assert.Single(Read(archive => archive.GetPeriodCandidates().ToArray()));
        Assert.Equal(
            PeriodCandidateTable.Columns.Select(column => column.Read(found)),
            PeriodCandidateTable.Columns.Select(column => column.Read(held)));
        Assert.Equal(isLightCurveSaved ? 3 : 0, held.GetLightCurve().Points);
        Assert.Equal(Tess.Source, held.GetLightCurve().Source);
        Assert.Equal(1, Contents.PeriodCandidates);
    }

    [Fact]
    public void They_go_into_a_merged_archive_and_go_with_what_they_belong_to()
    {
        string from = System.IO.Path.Combine(_folder, "from.zvar");
        LightCurve named = Make("RR Lyr", Irsa, [1, 2]);
        LightCurve ofStar = Make("EM Cyg", Tess, [5], Psid);
        using (ZvarArchive other = ZvarArchive.OpenWrite(from))
        {
            other.Keep(
                new ArchiveAddition
                {
                    LightCurves = { named, ofStar },
                    PeriodCandidates = { Candidate(named), Candidate(ofStar) },
                },
                "a test");
            other.Keep(new ResolvedName("RR Lyr", "V* RR Lyr", 291.3, 42.7, "Simbad"));
            using ZvarArchive merged = ZvarArchive.OpenWrite(Path);
            Assert.Empty(merged.CopyFrom(other, SavedStars.Token));
        }

        Assert.Equal((2, 3, 2, 1), (
            Contents.SurveyLightCurves, Contents.Points, Contents.PeriodCandidates, Contents.Names));
        using (ZvarArchive archive = ZvarArchive.OpenExisting(Path))
        {
            archive.RemoveObjects([Psid]);
        }

        Assert.Equal("RR Lyr", Assert.Single(Read(archive => archive.GetLightCurves().ToArray())).TargetName);
        Assert.Equal(1, Contents.PeriodCandidates);
        using (ZvarArchive archive = ZvarArchive.OpenExisting(Path))
        {
            archive.RemoveObjects([], Make("RR Lyr", Irsa, []));
        }

        Assert.Equal((0, 0, 1), (Contents.SurveyLightCurves, Contents.PeriodCandidates, Contents.Names));
    }

    [Theory]
    [InlineData(ArchiveShareKind.Band, "V")]
    [InlineData(ArchiveShareKind.Source, "a test")]
    [InlineData(ArchiveShareKind.Field, "none")]
    public void They_are_counted(ArchiveShareKind kind, string name)
    {
        Keep(new ArchiveAddition { LightCurves = { Make("RR Lyr", Irsa, [1, 2]) } });
        ArchiveShare share = Assert.Single(Read(archive => archive.GetShares(kind, SavedStars.Token)));
        Assert.Equal((name, 1, 2), (share.Name, share.LightCurves, share.Points));
    }

    [Fact]
    public void A_name_is_found_however_it_is_written()
    {
        ResolvedName resolved = new("RR  lyr", "V* RR Lyr", 291.36630375, 42.78436, "Simbad (cds.unistra.fr)");
        using ZvarArchive archive = ZvarArchive.OpenWrite(Path);
        archive.Keep(resolved);
        Assert.Equal(resolved with { Name = "rr Lyr" }, archive.FindName("rr Lyr"));
        Assert.Null(archive.FindName("RR Lyrae"));
        Assert.Equal([resolved.Resolver!], archive.GetContents().Sources);
    }

    // A file of version 1 has no table for them.
    [Fact]
    public async Task An_older_file_is_read_without_a_change_and_brought_up_when_it_is_written()
    {
        await SavedStars.SaveLightCurvesAsync(Path, new PhotometryRequest([Psid], Band.All));
        DamageTests.Execute(
            Path,
            "DROP TABLE survey_light_curve; DROP TABLE survey_period_candidate; DROP TABLE resolved_name;"
            + " PRAGMA user_version = 1; VACUUM;");
        byte[] before = await File.ReadAllBytesAsync(Path, SavedStars.Token);

        Assert.Equal((1, 0), (Contents.LightCurves, Contents.SurveyLightCurves));
        Assert.Single(Read(archive => archive.GetLightCurves().ToArray()));
        Assert.Null(Read(archive => archive.FindName("RR Lyr")));
        Assert.Empty(Read(archive => archive.FindDamage(SavedStars.Token)));
        Assert.Single(Read(archive => archive.GetShares(ArchiveShareKind.Source)));
        Assert.Equal(before, await File.ReadAllBytesAsync(Path, SavedStars.Token));

        Keep(new ArchiveAddition { LightCurves = { Make("RR Lyr", Irsa, [1]).AsSynthetic() } });
        Assert.Equal((1, 1), (Contents.LightCurves, Contents.SurveyLightCurves));
    }

    private static LightCurve Make(string? name, PhotometryOrigin origin, double[] times, long psid = 0)
    {
        var builder = new LightCurveBuilder(psid) { Origin = origin };
        foreach (double time in times)
        {
            builder.Add(new PhotometryRow { Time = time, Mag = 12.5 + (time % 1), MagErr = 0.01, Band = "V" });
        }

        return builder.Build().Of(zvarObject: null, name);
    }

    private static PeriodCandidate Candidate(LightCurve lightCurve) => new(lightCurve)
    {
        Rank = 1,
        Period = 0.56686776,
        PeriodErr = 1e-7,
        Frequency = 1 / 0.56686776,
        Method = PeriodogramMethod.LombScargle,
        Power = 0.9,
        FalseAlarmProbability = 1e-20,
        FalseAlarmKind = FalseAlarmKind.Baluev,
        Significance = 20,
        Score = -2870.3,
        Gap = 12,
        Points = 3,
        Bands = "V",
    };

    private static void AssertSame(LightCurve expected, LightCurve actual)
    {
        Assert.Equal(
            (expected.Psid, expected.TargetName, expected.GetOrigin(), expected.Synthetic),
            (actual.Psid, actual.TargetName, actual.GetOrigin(), actual.Synthetic));
        Assert.Equal(expected.FirstTime, actual.FirstTime);
        Assert.Equal(Bits(expected.Time), Bits(actual.Time));
        Assert.Equal(Bits(expected.Mag), Bits(actual.Mag));
        Assert.Equal(expected.Band, actual.Band);
        Assert.Equal(expected.MagErr, actual.MagErr);
    }

    private static IEnumerable<long> Bits(double[] numbers) => numbers.Select(BitConverter.DoubleToInt64Bits);

    private T Read<T>(Func<ZvarArchive, T> read)
    {
        using ZvarArchive archive = ZvarArchive.OpenRead(Path);
        return read(archive);
    }

    private void Keep(ArchiveAddition addition)
    {
        using ZvarArchive archive = ZvarArchive.OpenWrite(Path);
        archive.Keep(addition, "a test");
    }
}
