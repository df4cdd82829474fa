namespace Zvar.Tests.Contract;

public abstract partial class ZvarSourceContract
{
    [Fact]
    public async Task A_cone_gives_its_objects_nearest_first_with_their_separations()
    {
        List<ZvarObject> found = await FindAllAsync();

        Assert.True(found.Count >= 100, $"There are {found.Count} objects.");
        AssertNearestFirst(found, Population.Centre, Population.Radius);
    }

    [Fact]
    public async Task A_small_cone_has_what_a_wide_one_has_there()
    {
        SkyPosition centre = Population.Centre.Offset(positionAngle: 130, distance: Population.Radius / 2);

        List<ZvarObject> small = await FindConeAsync(centre, Population.Radius / 3);
        List<ZvarObject> wide = await FindAllAsync();

        Assert.NotEmpty(small);
        Assert.Equal(
            wide.Where(star => centre.SeparationTo(star.GetPosition()) <= Population.Radius / 3)
                .Select(star => star.Psid).Order(),
            small.Select(star => star.Psid).Order());
    }

    [Fact]
    public async Task Positions_are_answered_in_the_order_asked_though_their_names_repeat()
    {
        double radius = Population.Radius / 3;
        SkyPosition elsewhere = Population.Centre.Offset(positionAngle: 20, distance: Population.Radius / 2);
        ConeTarget first = new("twin", Population.Centre, radius);
        ConeTarget second = new("twin", elsewhere, radius);
        ConeTarget third = new(null, Population.Centre, radius);

        List<ConeResult> results = await Source.FindConesAsync(
            new ConeSearch([first, second, third, first], ConeFilter.None), Token).ToListAsync(Token);

        List<ZvarObject> here = await FindConeAsync(first.Position, radius);
        List<ZvarObject> there = await FindConeAsync(second.Position, radius);
        Assert.NotEmpty(here);
        Assert.NotEmpty(there);
        Assert.Equal(
            [
                .. here.Select(star => (0, "twin", star.Psid)),
                .. there.Select(star => (1, "twin", star.Psid)),
                .. here.Select(star => (2, (string?)null, star.Psid)),
                .. here.Select(star => (3, "twin", star.Psid)),
            ],
            results.Select(result => (result.Target, result.Object.TargetName, result.Object.Psid)));
    }

    [Fact]
    public async Task A_filter_keeps_an_object_if_any_of_its_entries_meets_each_limit()
    {
        List<ZvarObject> all = await FindAllAsync();

        Assert.All(FiltersThatHalve(all), filter =>
        {
            List<ZvarObject> kept = FindAllAsync(filter).GetAwaiter().GetResult();
            Assert.InRange(kept.Count, 1, all.Count - 1);
            Assert.Equal(all.Where(filter.Matches).Select(star => star.Psid), kept.Select(star => star.Psid));
        });
    }

    [Fact]
    public async Task Both_ends_of_a_range_are_met_by_one_entry()
    {
        double middle = Median((await FindAllAsync()).Select(star => star.Period));
        var filter = new ConeFilter { MinPeriod = 0.8 * middle, MaxPeriod = 1.2 * middle };

        List<ZvarObject> kept = await FindAllAsync(filter);

        Assert.NotEmpty(kept);
        Assert.All(kept, star => Assert.Contains(
            star.Periods, entry => entry.Period >= filter.MinPeriod && entry.Period <= filter.MaxPeriod));
    }

    [Fact]
    public async Task A_filter_nothing_meets_gives_nothing() =>
        Assert.Empty(await FindAllAsync(new ConeFilter { MinAmplitude = 50 }));

    [Fact]
    public async Task No_positions_give_no_objects() => Assert.Empty(
        await Source.FindConesAsync(new ConeSearch([], ConeFilter.None), Token).ToListAsync(Token));

    protected static void AssertNearestFirst(List<ZvarObject> found, SkyPosition centre, double radius)
    {
        Assert.Distinct(found.Select(star => star.Psid));
        Assert.Equal(found.OrderBy(star => star.Separation).Select(star => star.Psid), found.Select(star => star.Psid));
        Assert.All(found, star =>
        {
            Assert.Equal("here", star.TargetName);
            Assert.InRange(star.Separation, 0, radius);
            Assert.Equal(centre.SeparationTo(star.GetPosition()), star.Separation, 1e-6);
        });
    }

    // Limits in the middle of what there is.
    private static IEnumerable<ConeFilter> FiltersThatHalve(List<ZvarObject> all)
    {
        double amplitude = Median(all.Select(star => star.Amplitude));
        double significance = Median(all.Select(star => star.Significance));
        double period = Median(all.Select(star => star.Period));
        double faintest = Median(all.SelectMany(star => star.Matchfiles).Select(file => file.MaxMag));
        yield return new ConeFilter { ObjectType = ObjectType.Star };
        yield return new ConeFilter { MinSignificance = significance }.WithPeriodRange();
        yield return new ConeFilter { MinPeriod = period, MinSignificance = significance };
        yield return new ConeFilter { MinAmplitude = amplitude, MaxAmplitude = 3 * amplitude };
        yield return new ConeFilter { MinMag = faintest - 2, MaxMag = faintest };
    }

    private static double Median(IEnumerable<double> numbers)
    {
        double[] ordered = [.. numbers.Where(double.IsFinite).Order()];
        return ordered[ordered.Length / 2];
    }
}
