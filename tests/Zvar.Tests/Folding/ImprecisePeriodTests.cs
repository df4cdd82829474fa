namespace Zvar.Tests.Folding;

public class ImprecisePeriodTests
{
    private const double Known = 0.2726629621689033;

    // The period, and by how many cycles its phases drift from the known one's over 2400 days; 0 where nothing is said.
    // 2400 / 0.2725 - 2400 / 0.27266296 is 5.26, by a calculator.
    public static TheoryData<double, double> Periods { get; } = new()
    {
        { 6.54 / 24, 5.26 },
        { 0.2727, 1.2 },
        { 3.27 / 24, 10.53 },
        { 392.6 / 1440, 0.78 },

        // All its digits, a known double and half, and what was computed.
        { Known, 0 },
        { 6.543911 / 24, 0 },
        { 0.27266296, 0 },
        { 2 * Known, 0 },
        { Known / 2, 0 },
        { Known * 1.0001, 0 },

        // Another period altogether.
        { 0.25, 0 },
        { 1, 0 },
    };

    [Theory]
    [MemberData(nameof(Periods))]
    public void A_period_with_too_few_digits_is_found_where_the_one_meant_is_known(double period, double drift)
    {
        var rough = ImprecisePeriod.Find(Curve(2400), period);

        Assert.Equal(drift, rough?.Drift ?? 0, 0.05);
        Assert.Equal(drift > 0, rough is not null);
    }

    [Fact]
    public void It_says_which_period_would_be_right()
    {
        using var german = new InCulture("de-DE");
        Assert.Matches(
            @"^A period of 6\.54 hours \(0\.2725 d\) has too few digits for 7: over 2400 days .* 5\.3 cycles .* 0\.27266296\d+ d",
            ImprecisePeriod.Find(Curve(2400), 6.54 / 24)!.ToString());
    }

    [Fact]
    public void A_short_light_curve_and_a_star_nobody_knows_ask_for_no_more_digits()
    {
        Assert.Null(ImprecisePeriod.Find(Curve(2), 6.54 / 24));
        Assert.Null(ImprecisePeriod.Find(Curve(2400).Of(zvarObject: null, targetName: null), 6.54 / 24));
        Assert.Null(ImprecisePeriod.Find(new LightCurveBuilder(7).Build(), 6.54 / 24));
    }

    private static LightCurve Curve(double days)
    {
        var builder = new LightCurveBuilder(7);
        builder.Add(new PhotometryRow { Time = 2458263, Mag = 17, Band = "g" });
        builder.Add(new PhotometryRow { Time = 2458263 + days, Mag = 17, Band = "g" });
        var star = new ZvarObject
        {
            Psid = 7,
            Ra = 0,
            Dec = 0,
            Periods = new([new ZvarPeriod { Psid = 7, Period = Known, Significance = 48 }]),
        };
        return builder.Build().Of(star, targetName: null);
    }
}
