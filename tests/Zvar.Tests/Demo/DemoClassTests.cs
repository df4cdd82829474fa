namespace Zvar.Tests.Demo;

// The classes of the demo sky by what an astronomer would know them by: period, colour, luminosity, shape of the fold.
public class DemoClassTests(SignificantStars significant) : IClassFixture<SignificantStars>
{
    private readonly IReadOnlyList<(LightCurve Curve, GaiaMatch Gaia)> _stars = significant.Stars;

    // Blue stars of the horizontal branch that rise much faster than they fade.
    [Fact]
    public void There_are_RRab_stars_with_a_steep_rise() => Assert.Contains(_stars, star =>
        star.Curve.Object!.Period is > 0.42 and < 0.83
        && star.Curve.Object.Amplitude > 0.4
        && star.Gaia.BpRp is > 0.3 and < 0.8
        && FaintPart(star.Curve) > 0.5
        && Rise(star.Curve) is > 0.05 and < 0.3);

    [Fact]
    public void There_are_RRc_stars_with_a_round_one() => Assert.Contains(_stars, star =>
        star.Curve.Object!.Period is > 0.23 and < 0.43
        && star.Gaia.BpRp is > 0.2 and < 0.6
        && Rise(star.Curve) is > 0.3 and < 0.6
        && FaintPart(star.Curve) is > 0.35 and < 0.65);

    [Fact]
    public void There_are_delta_Scuti_stars() => Assert.Contains(_stars, star =>
        star.Curve.Object!.Period is > 0.03 and < 0.21
        && star.Gaia.BpRp is > 0.1 and < 0.7
        && star.Gaia.AbsoluteMagnitude < 4);

    // Mostly bright, briefly faint.
    [Fact]
    public void There_are_eclipsing_binaries_of_parted_stars() => Assert.Contains(_stars, star =>
        star.Curve.Object is { Period: > 0.3, Amplitude: > 0.25 } && FaintPart(star.Curve) < 0.2);

    // Dwarfs of short period, always changing, whose two minima differ.
    [Fact]
    public void There_are_contact_binaries() => Assert.Contains(_stars, star =>
        star.Curve.Object!.Period is > 0.1 and < 0.4
        && star.Gaia.BpRp > 0.6
        && star.Gaia.AbsoluteMagnitude > 3
        && FaintPart(star.Curve) is > 0.15 and < 0.5);

    [Fact]
    public void There_are_white_dwarf_binaries_of_very_short_period() => Assert.Contains(_stars, star =>
        star.Curve.Object!.Period < 0.08
        && star.Gaia.BpRp < 0.45
        && star.Gaia.AbsoluteMagnitude > 7);

    // Their true periods are beyond the catalogue's range: what it lists is near a day.
    [Fact]
    public void There_are_long_period_giants() => Assert.Contains(_stars, star =>
        star.Curve.Object!.Period is > 0.93 and < 1.07
        && star.Gaia.BpRp > 1.2
        && star.Gaia.AbsoluteMagnitude < 2
        && DemoQuestions.LaflerKinman(star.Curve.Where(IsInRed(star.Curve)), 1e6) < 0.7);

    [Fact]
    public void There_are_ellipsoidal_giants() => Assert.Contains(_stars, star =>
        star.Curve.Object!.Period is > 1.1 and < 10
        && star.Gaia.BpRp is > 1 and < 1.6
        && star.Gaia.AbsoluteMagnitude < 3.5
        && FaintPart(star.Curve) is > 0.35 and < 0.65);

    private static Func<int, bool> IsInRed(LightCurve curve) => i => curve.Band[i] == "r";

    private static PhasePoint[] BinInRed(LightCurve curve) =>
        [.. new Fold(curve, curve.Object!.Period, curve.FirstTime).Bin(40).Where(bin => bin.Band == "r")];

    // How much of a cycle it takes from faintest to brightest.
    private static double Rise(LightCurve curve)
    {
        PhasePoint[] bins = BinInRed(curve);
        double rise = bins.MinBy(bin => bin.Mag)!.Phase - bins.MaxBy(bin => bin.Mag)!.Phase;
        return rise < 0 ? rise + 1 : rise;
    }

    // How much of a cycle it is nearer to its faintest than to its brightest.
    private static double FaintPart(LightCurve curve)
    {
        PhasePoint[] bins = BinInRed(curve);
        double middle = (bins.Min(bin => bin.Mag) + bins.Max(bin => bin.Mag)) / 2;
        return bins.Count(bin => bin.Mag > middle) / (double)bins.Length;
    }
}
