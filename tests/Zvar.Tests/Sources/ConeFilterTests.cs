namespace Zvar.Tests.Sources;

public class ConeFilterTests
{
    // A short period of low significance in g, a long one of high significance in r; the file of many exposures is the
    // one of small amplitude.
    private static readonly ZvarObject Star = new()
    {
        Psid = 1,
        Ra = 0,
        Dec = 0,
        ObjectType = ObjectType.Star,
        Periods = new(
        [
            new ZvarPeriod { Psid = 1, Period = 0.27, Significance = 8, Band = "g" },
            new ZvarPeriod { Psid = 1, Period = 5, Significance = 45, Band = "r" },
        ]),
        Matchfiles = new(
        [
            File("g", exposures: 474, amplitude: 0.85, minMag: 17.2, maxMag: 18.4),
            File("r", exposures: 652, amplitude: 0.2, minMag: 16.3, maxMag: 17.2),
        ]),
    };

    // The filter, whether the entries of the star meet it between them, and whether one entry of each kind does.
    public static TheoryData<ConeFilter, bool, bool> Filters { get; } = new()
    {
        { ConeFilter.None, true, true },
        { new ConeFilter { ObjectType = ObjectType.Star }, true, true },
        { new ConeFilter { ObjectType = ObjectType.Extended }, false, false },
        { new ConeFilter { MaxPeriod = 1, MinSignificance = 40 }, true, false },
        { new ConeFilter { MinPeriod = 1, MinSignificance = 40 }, true, true },
        { new ConeFilter { MinPeriod = 1, MaxPeriod = 2 }, false, false },
        { new ConeFilter { MinPeriod = 4, MaxPeriod = 6 }, true, true },
        { new ConeFilter { MinPeriod = 6 }, false, false },
        { new ConeFilter { MinSignificance = 50 }, false, false },
        { new ConeFilter { MinSignificance = 45 }, true, true },
        { new ConeFilter { MinExposures = 500, MinAmplitude = 0.5 }, true, false },
        { new ConeFilter { MinExposures = 500, MaxAmplitude = 0.5 }, true, true },
        { new ConeFilter { MinExposures = 653 }, false, false },
        { new ConeFilter { MinAmplitude = 0.3, MaxAmplitude = 0.5 }, false, false },
        { new ConeFilter { MinMag = 17, MaxMag = 17.5 }, false, false },
        { new ConeFilter { MinPeriod = 0.2, MaxPeriod = 1, MinSignificance = 40 }, true, false },
        { new ConeFilter { MinMag = 16, MaxMag = 17.5 }, true, true },
        { new ConeFilter { MinMag = 18 }, false, false },
        { new ConeFilter { MaxMag = 17 }, false, false },

        // Each kind of entry is asked for itself: the period in r, the file in g.
        { new ConeFilter { MinSignificance = 40, MinAmplitude = 0.5 }, true, true },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Limits_are_met_by_any_entry_ranges_by_one_and_strictly_all_by_one(ConeFilter filter, bool matches, bool matchesStrictly)
    {
        Assert.Equal(matches, filter.Matches(Star));
        Assert.Equal(matchesStrictly, filter.MatchesStrictly(Star));
    }

    [Fact]
    public void Limits_that_are_not_met_are_named()
    {
        var filter = new ConeFilter
        {
            ObjectType = ObjectType.Extended,
            MinPeriod = 6,
            MinSignificance = 40,
            MinExposures = 1000,
            MaxMag = 20,
        };
        Assert.Equal(["ObjectType", "MinPeriod", "MinExposures"], filter.UnmetBy(Star));
    }

    [Fact]
    public void A_range_whose_ends_are_met_by_different_entries_is_not_met() => Assert.Equal(
        ["MinPeriod", "MaxPeriod", "MinMag", "MaxMag"],
        new ConeFilter { MinPeriod = 1, MaxPeriod = 2, MinMag = 17, MaxMag = 17.5 }.UnmetBy(Star));

    [Fact]
    public void A_range_that_nothing_can_meet_is_found()
    {
        Assert.Equal(("MinPeriod", "MaxPeriod"), new ConeFilter { MinPeriod = 2, MaxPeriod = 1 }.FindEmptyRange());
        Assert.Equal(("MinMag", "MaxMag"), new ConeFilter { MinMag = 17.1, MaxMag = 17 }.FindEmptyRange());
        Assert.Equal(
            ("MinAmplitude", "MaxAmplitude"),
            new ConeFilter { MinAmplitude = 1, MaxAmplitude = 0.5 }.FindEmptyRange());
        Assert.Null(new ConeFilter { MinPeriod = 1, MaxPeriod = 1, MinMag = 17 }.FindEmptyRange());
    }

    [Fact]
    public void What_is_not_known_meets_no_limit()
    {
        var unknown = new ZvarObject
        {
            Psid = 2,
            Ra = 0,
            Dec = 0,
            Periods = new([new ZvarPeriod { Psid = 2, Period = double.NaN }]),
            Matchfiles = new([File("g", exposures: 0, amplitude: double.NaN, minMag: double.NaN, maxMag: double.NaN)]),
        };
        var filter = new ConeFilter
        {
            MinPeriod = 0,
            MaxPeriod = 100,
            MinSignificance = 0,
            MinAmplitude = 0,
            MaxAmplitude = 100,
            MinMag = 0,
            MaxMag = 100,
        };
        Assert.Equal(
            ["MinPeriod", "MaxPeriod", "MinSignificance", "MinAmplitude", "MaxAmplitude", "MinMag", "MaxMag"],
            filter.UnmetBy(unknown));
    }

    [Fact]
    public void A_significance_alone_brings_the_catalogues_range_of_periods()
    {
        var filter = new ConeFilter { MinSignificance = 40 };
        Assert.Equal(filter with { MinPeriod = 5.0 / 1440, MaxPeriod = 10 }, filter.WithPeriodRange());
        var withPeriod = new ConeFilter { MinSignificance = 40, MaxPeriod = 1 };
        Assert.Equal(withPeriod, withPeriod.WithPeriodRange());
        Assert.Equal(ConeFilter.None, ConeFilter.None.WithPeriodRange());
    }

    private static Matchfile File(string band, int exposures, double amplitude, double minMag, double maxMag) => new()
    {
        Psid = 1,
        Field = 648,
        Ccd = 2,
        Quad = 2,
        Band = band,
        Exposures = exposures,
        Amplitude = amplitude,
        MinMag = minMag,
        MaxMag = maxMag,
    };
}
