namespace Zvar.Tests.Contract;

public abstract partial class ZvarSourceContract
{
    public static TheoryData<ConeFilter> Filters =>
    [
        new ConeFilter { ObjectType = ObjectType.Star },
        new ConeFilter { ObjectType = ObjectType.Star, MinSignificance = 40 }.WithPeriodRange(),
        new ConeFilter { MinPeriod = 5.0 / 24, MaxPeriod = 10.0 / 24, MinSignificance = 15 },
        new ConeFilter { MinAmplitude = 0.1, MaxAmplitude = 0.3 },
        new ConeFilter { MinMag = 16, MaxMag = 18 },
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_cone_gives_its_objects_nearest_first_with_their_separations(double ra, double dec)
    {
        var centre = new SkyPosition(ra, dec);

        List<ZvarObject> found = await FindConeAsync(centre, 120);

        Assert.InRange(found.Count, 40, 140);
        Assert.Distinct(found.Select(star => star.Psid));
        Assert.Equal(found.OrderBy(star => star.Separation).Select(star => star.Psid), found.Select(star => star.Psid));
        Assert.All(found, star =>
        {
            Assert.Equal("here", star.TargetName);
            Assert.InRange(star.Separation, 0, 120);
            Assert.Equal(centre.SeparationTo(star.GetPosition()), star.Separation, 1e-6);
        });
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_small_cone_has_what_a_wide_one_beside_it_has_there(double ra, double dec)
    {
        var centre = new SkyPosition(ra, dec);

        List<ZvarObject> small = await FindConeAsync(centre, 90);
        List<ZvarObject> wide = await FindConeAsync(centre.Offset(positionAngle: 130, distance: 200), 300);

        Assert.NotEmpty(small);
        Assert.Equal(
            wide.Where(star => centre.SeparationTo(star.GetPosition()) <= 90).Select(star => star.Psid).Order(),
            small.Select(star => star.Psid).Order());
    }

    [Fact]
    public async Task A_cone_across_RA_0_finds_both_its_sides()
    {
        List<ZvarObject> found = await FindConeAsync(new SkyPosition(0, 45), 300);

        Assert.InRange(found.Count(star => star.Ra > 359), found.Count / 3, found.Count);
        Assert.InRange(found.Count(star => star.Ra < 1), found.Count / 3, found.Count);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public async Task A_cone_about_a_pole_finds_all_right_ascensions(double dec)
    {
        List<ZvarObject> found = await FindConeAsync(new SkyPosition(0, dec), 300);

        Assert.Equal([0, 1, 2, 3], found.Select(star => (int)(star.Ra / 90)).Distinct().Order());
    }

    [Fact]
    public async Task Positions_are_answered_in_the_order_asked_though_their_names_repeat()
    {
        ConeTarget first = new("twin", new SkyPosition(80, -10), 60);
        ConeTarget second = new("twin", new SkyPosition(20, 60), 60);
        ConeTarget third = new(null, new SkyPosition(80, -10), 60);

        List<ZvarObject> found = await Source.FindConesAsync(
            new ConeSearch([first, second, third, first], ConeFilter.None), Token).ToListAsync(Token);

        List<ZvarObject> here = await FindConeAsync(first.Position, 60);
        List<ZvarObject> there = await FindConeAsync(second.Position, 60);
        Assert.NotEmpty(here);
        Assert.NotEmpty(there);
        Assert.Equal(
            [
                .. here.Select(star => ("twin", star.Psid)),
                .. there.Select(star => ("twin", star.Psid)),
                .. here.Select(star => ((string?)null, star.Psid)),
                .. here.Select(star => ("twin", star.Psid)),
            ],
            found.Select(star => (star.TargetName, star.Psid)));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_keeps_an_object_if_any_of_its_entries_meets_each_limit(ConeFilter filter)
    {
        var centre = new SkyPosition(50, 20);

        List<ZvarObject> all = await FindConeAsync(centre, 400);
        List<ZvarObject> kept = await FindConeAsync(centre, 400, filter);

        Assert.InRange(kept.Count, 1, all.Count - 1);
        Assert.Equal(all.Where(filter.Matches).Select(star => star.Psid), kept.Select(star => star.Psid));
    }

    // The border of two fields, which were not observed equally often, runs through this cone.
    [Fact]
    public async Task A_filter_on_exposures_keeps_the_stars_of_the_field_observed_more_often()
    {
        var border = new SkyPosition(49.0909, 20);
        List<ZvarObject> all = await FindConeAsync(border, 300);
        int most = all.Max(star => star.Matchfiles.Max(file => file.Exposures));

        List<ZvarObject> kept = await FindConeAsync(border, 300, new ConeFilter { MinExposures = most });

        Assert.InRange(kept.Count, 1, all.Count - 1);
        Assert.Single(kept.Select(star => star.Matchfiles[0].Field).Distinct());
    }

    [Fact]
    public async Task The_limits_of_a_filter_may_be_met_by_different_entries()
    {
        // The star's longer period has a significance of 48.87, and half of it one of 49.54.
        var filter = new ConeFilter { MinPeriod = 0.2, MinSignificance = 49 };

        List<ZvarObject> kept = await FindConeAsync(new SkyPosition(0.836528, 30.937197), 2, filter);

        Assert.False(filter.MatchesStrictly(Assert.Single(kept)));
    }

    [Fact]
    public async Task Both_ends_of_a_range_are_met_by_one_entry()
    {
        var filter = new ConeFilter { MinPeriod = 0.3, MaxPeriod = 0.4 };

        List<ZvarObject> kept = await FindConeAsync(new SkyPosition(50, 20), 600, filter);

        Assert.NotEmpty(kept);
        Assert.All(kept, star => Assert.Contains(star.Periods, entry => entry.Period is >= 0.3 and <= 0.4));
    }

    [Fact]
    public async Task A_filter_nothing_meets_gives_nothing() =>
        Assert.Empty(await FindConeAsync(new SkyPosition(50, 20), 600, new ConeFilter { MinAmplitude = 50 }));

    [Fact]
    public async Task No_positions_give_no_objects() => Assert.Empty(
        await Source.FindConesAsync(new ConeSearch([], ConeFilter.None), Token).ToListAsync(Token));
}
