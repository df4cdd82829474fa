namespace Zvar.Tests.Folding;

public class EpochChoiceTests
{
    private const double Period = 0.6172;
    private const double Faintest = 2458300.1;

    [Fact]
    public void The_first_time_is_that_of_the_light_curve_before_cuts()
    {
        LightCurve curve = Wave(noise: 0);
        LightCurve cut = curve.Where(i => i > 10);
        Assert.Equal(curve.Time.Min(), EpochChoice.First.Resolve(cut, Period));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    public void The_minimum_is_where_the_star_is_faintest(double noise)
    {
        LightCurve curve = Wave(noise);
        double epoch = EpochChoice.Minimum.Resolve(curve, Period);
        Assert.Equal(0, PhaseBetween(epoch, Faintest), 0.01);
        Assert.InRange(epoch, curve.FirstTime, curve.FirstTime + Period);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    public void The_maximum_is_where_the_star_is_brightest(double noise)
    {
        double epoch = EpochChoice.Maximum.Resolve(Wave(noise), Period);
        Assert.Equal(0, PhaseBetween(epoch, Faintest + (Period / 2)), 0.01);
    }

    [Fact]
    public void The_minimum_of_a_narrow_eclipse_is_in_its_middle()
    {
        // An Algol: flat but for a V of 0.8 mag that lasts a twentieth of the cycle, and a shallow one half a cycle on.
        var random = new Random(6);
        var builder = new LightCurveBuilder(1);
        for (int i = 0; i < 1500; i++)
        {
            double time = Faintest - 0.2 + (random.NextDouble() * 900);
            double primary = Math.Max(0, 0.8 * (1 - (Math.Abs(PhaseBetween(time, Faintest)) / 0.025)));
            double secondary = Math.Max(0, 0.1 * (1 - (Math.Abs(PhaseBetween(time, Faintest + (Period / 2))) / 0.025)));
            double noise = (random.NextDouble() - 0.5) * 0.06;
            builder.Add(new PhotometryRow { Time = time, Mag = 16 + primary + secondary + noise, Band = "g" });
        }

        Assert.Equal(0, PhaseBetween(EpochChoice.Minimum.Resolve(builder.Build(), Period), Faintest), 0.005);
    }

    [Fact]
    public void The_maximum_of_a_sawtooth_is_at_its_tooth()
    {
        // An RR Lyrae star: up by a magnitude within 0.15 of the cycle, brightest at phase 0.3, down again slowly.
        var random = new Random(8);
        var builder = new LightCurveBuilder(1);
        builder.StartAt(0);
        for (int i = 0; i < 1500; i++)
        {
            double phase = random.NextDouble();
            double mag = phase > 0.85 ? 16 + ((1 - phase) / 0.15) : 16 + Math.Pow(phase / 0.85, 0.6);
            double noise = (random.NextDouble() - 0.5) * 0.06;
            builder.Add(new PhotometryRow { Time = random.Next(1000) + 0.3 + phase, Mag = mag + noise, Band = "g" });
        }

        Assert.Equal(0.3, EpochChoice.Maximum.Resolve(builder.Build(), 1), 0.012);
    }

    [Fact]
    public void Many_more_points_on_one_side_do_not_draw_the_minimum_there()
    {
        // A parabola, faintest at phase 0.3, evenly sampled but for ten times the points from 0.1 to 0.18 beyond that.
        var random = new Random(7);
        var builder = new LightCurveBuilder(1);
        builder.StartAt(0);
        for (int i = 0; i < 6000; i++)
        {
            double away = i < 2500 ? (i / 2500.0) - 0.5 : 0.1 + (0.08 * (i - 2500) / 3500.0);
            double time = random.Next(1000) + 0.3 + away;
            builder.Add(new PhotometryRow { Time = time, Mag = 18 - (8 * away * away), Band = "g" });
        }

        Assert.Equal(0.3, EpochChoice.Minimum.Resolve(builder.Build(), 1), 0.002);
    }

    [Fact]
    public void The_band_with_most_detections_decides()
    {
        LightCurve curve = Wave(noise: 0);
        var builder = new LightCurveBuilder(1);
        foreach (PhotometryPoint point in curve.EnumeratePoints())
        {
            builder.Add(point.ToRow());

            // Half as many points in r, of a wave that runs the other way and is fainter throughout.
            if (point.Time > Faintest + 100)
            {
                builder.Add(point.ToRow() with { Band = "r", Mag = 36 - point.Mag });
            }
        }

        Assert.Equal(0, PhaseBetween(EpochChoice.Minimum.Resolve(builder.Build(), Period), Faintest), 0.01);
    }

    [Fact]
    public void A_thin_light_curve_has_its_minimum_at_its_faintest_point()
    {
        var builder = new LightCurveBuilder(1);
        builder.Add(new PhotometryRow { Time = 100, Mag = 17, Band = "g" });
        builder.Add(new PhotometryRow { Time = 100.31, Mag = 17.5, Band = "g" });
        Assert.Equal(100.31, EpochChoice.Minimum.Resolve(builder.Build(), 1), 0.01);
    }

    [Theory]
    [InlineData(60, 5)]
    [InlineData(120, 2)]
    [InlineData(1000, 0)]
    public void Of_stars_with_few_points_the_brightest_ones_lie_about_the_maximum(int points, int most)
    {
        // RR Lyrae stars: up by a magnitude within 0.15 of the cycle, down again in the rest of it. The brightest five
        // points of each are asked where they lie.
        int astray = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            LightCurve curve = Shape(points, seed, away => away < 0 ? Math.Min(1, -away / 0.15) : away / 0.85, 0.85);
            double epoch = EpochChoice.Maximum.Resolve(curve, 1);
            double away = curve.EnumeratePoints().OrderBy(point => point.Mag).Take(5)
                .Average(point => Math.Abs(Math.IEEERemainder(point.Time - epoch, 1)));
            astray += away > 0.12 ? 1 : 0;
        }

        Assert.InRange(astray, 0, most);
    }

    [Theory]
    [InlineData(60, 5)]
    [InlineData(120, 2)]
    [InlineData(1000, 0)]
    public void Of_eclipsing_stars_with_few_points_the_deeper_eclipse_is_at_the_minimum(int points, int most)
    {
        int astray = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            LightCurve curve = Shape(
                points,
                seed,
                away => (0.8 * Math.Max(0, 1 - (Math.Abs(away) / 0.08)))
                    + (0.4 * Math.Max(0, 1 - (Math.Abs(Math.Abs(away) - 0.5) / 0.08))),
                0.5);
            double away = Math.IEEERemainder(EpochChoice.Minimum.Resolve(curve, 1) - 0.3, 1);
            astray += Math.Abs(away) > 0.1 ? 1 : 0;
        }

        Assert.InRange(astray, 0, most);
    }

    [Fact]
    public void A_light_curve_without_detections_has_its_minimum_at_its_first_time()
    {
        var builder = new LightCurveBuilder(1);
        builder.Add(new PhotometryRow { Time = 100, Band = "g" });
        Assert.Equal(100, EpochChoice.Minimum.Resolve(builder.Build(), 1));
    }

    [Theory]
    [InlineData("2458263.98", "2458263.98")]
    [InlineData("Minimum", "Minimum")]
    [InlineData("min", "Minimum")]
    [InlineData("MAXIMUM", "Maximum")]
    [InlineData("max", "Maximum")]
    [InlineData(" first ", "First")]
    public void Epochs_are_read_as_people_write_them(string text, string meaning)
    {
        using var german = new InCulture("de-DE");
        Assert.Equal(meaning, EpochChoice.Parse(text).ToString());
    }

    [Fact]
    public void A_time_is_kept_as_it_is() =>
        Assert.Equal(2458263.981924, EpochChoice.Parse("2458263.981924").Resolve(Wave(noise: 0), Period));

    [Fact]
    public void Unless_told_otherwise_it_is_the_first_time() => Assert.Equal(EpochChoice.First, default);

    [Theory]
    [InlineData("")]
    [InlineData("middle")]
    [InlineData("NaN")]
    public void What_is_no_epoch_is_refused_with_the_forms_that_are(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => EpochChoice.Parse(text));
        Assert.Contains(EpochChoice.Forms, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decimal_comma_is_refused_by_name()
    {
        FormatException error = Assert.Throws<FormatException>(() => EpochChoice.Parse("2458263,98"));
        Assert.Contains("comma", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_is_none_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EpochChoice.At(double.NaN));

    // A wave of 0.4 mag around 17, faintest at Faintest: 2000 points over 200 days.
    private static LightCurve Wave(double noise)
    {
        var random = new Random(5);
        var builder = new LightCurveBuilder(1);
        for (int i = 0; i < 2000; i++)
        {
            double time = Faintest - 0.4 + (random.NextDouble() * 200);
            double scatter = noise * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2;
            builder.Add(new PhotometryRow
            {
                Time = time,
                Mag = 17 + (0.2 * Math.Cos(2 * Math.PI * (time - Faintest) / Period)) + scatter,
                MagErr = 0.02,
                Band = "g",
            });
        }

        return builder.Build();
    }

    // Points of a star with a period of a day whose magnitudes are told by the phase from 0.3 on; what is more than
    // some phase after it is before it.
    private static LightCurve Shape(int points, int seed, Func<double, double> magAt, double lastAfter)
    {
        var random = new Random(seed);
        var builder = new LightCurveBuilder(1);
        for (int i = 0; i < points; i++)
        {
            double phase = random.NextDouble();
            double after = phase < lastAfter ? phase : phase - 1;
            double noise = 0.02 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2;
            builder.Add(new PhotometryRow
            {
                Time = random.Next(1000) + 0.3 + phase,
                Mag = 16 + magAt(after) + noise,
                Band = "g",
            });
        }

        return builder.Build();
    }

    // In cycles, -0.5 to 0.5.
    private static double PhaseBetween(double time, double other) => Math.IEEERemainder((time - other) / Period, 1);
}
