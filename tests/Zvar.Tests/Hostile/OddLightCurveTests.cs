using CsCheck;

namespace Zvar.Tests.Hostile;

/// <summary>Light curves that nobody would observe: nothing of what is found in them is no number.</summary>
public class OddLightCurveTests
{
    private static readonly Gen<double> OddTime = Gen.OneOf(
        Gen.Double[0, 2000],
        Gen.Int[0, 500].Select(day => (double)day),
        Gen.Double[100, 100.3],
        Gen.OneOf(0.0, 1, 2000, double.NaN, double.NegativeInfinity));

    private static readonly Gen<double> OddMag = Gen.OneOf(
        Gen.Double[14, 20], Gen.OneOf(17.0, 17, 17, 99.99, -1e6, 1e300, double.NaN, double.PositiveInfinity));

    private static readonly Gen<double> OddError = Gen.OneOf(
        Gen.Double[0.001, 0.3], Gen.OneOf(0.02, 1e-9, 1e9, 0, -1, double.NaN, double.PositiveInfinity, 1e-300));

    private static readonly Gen<(double Time, double Mag, double Error, string Band)[]> OddExposures =
        Gen.Select(OddTime, OddMag, OddError, Gen.OneOf("g", "r", "i", "")).Array[0, 60];

    [Fact]
    public void A_search_finds_numbers_or_says_why_there_are_none() => OddExposures.Sample(
        exposures =>
        {
            var builder = new LightCurveBuilder(1);
            foreach ((double time, double mag, double error, string band) in exposures)
            {
                builder.Add(new PhotometryRow { Time = time, Mag = mag, MagErr = error, Band = band });
            }

            PeriodSearchOptions options = new() { MinPeriod = 0.5, MaxPeriod = 5, Oversampling = 0.2, Top = 30 };
            try
            {
                foreach (PeriodCandidate found in PeriodSearch.Find(builder.Build(), options, default))
                {
                    Assert.True(found.Period > 0 && double.IsFinite(found.Period));
                    Assert.True(found.PeriodErr >= 0 && double.IsFinite(found.PeriodErr));
                    Assert.True(found.Power is >= 0 and <= 1, $"power {found.Power} {found.Method}");
                    Assert.True(found.FalseAlarmProbability is >= 0 and <= 1, $"{found.Method} {found.Power} {found.Points} {found.Bands}");
                    Assert.True(found.Significance >= 0);
                    Assert.True(found.Gap >= 0);
                    Assert.False(double.IsNaN(found.Score));
                }
            }
            catch (PeriodSearchException)
            {
                // It says why, which other tests read.
            }
        },
        iter: Math.Max(300, Check.Iter / 10));
}
