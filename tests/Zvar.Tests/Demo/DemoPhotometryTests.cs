using System.Globalization;
using Zvar.Demo;

namespace Zvar.Tests.Demo;

public class DemoPhotometryTests
{
    [Fact]
    public async Task Constant_stars_scatter_as_their_errors_say()
    {
        List<LightCurve> lightCurves = await DemoQuestions.GetLightCurvesAsync(
            (await DemoQuestions.FindConeAsync(50, 20, 300))
                .Where(star => star.Significance < 15 && star.Matchfiles[0].MaxMag < 19).Take(60));

        Assert.Equal(60, lightCurves.Count);
        double[] reduced = [.. lightCurves.Select(curve =>
        {
            PhotometryPoint[] points = [.. curve.EnumeratePoints().Where(point => point is { Band: "r", Snr: > 10 })];
            double weights = points.Sum(point => 1 / (point.MagErr * point.MagErr));
            double mean = points.Sum(point => point.Mag / (point.MagErr * point.MagErr)) / weights;
            return points.Sum(point => Math.Pow((point.Mag - mean) / point.MagErr, 2)) / (points.Length - 1);
        })];
        Assert.InRange(reduced.Average(), 0.95, 1.05);
        Assert.All(reduced, value => Assert.InRange(value, 0.7, 1.3));
    }

    [Fact]
    public async Task Errors_grow_with_magnitude_as_the_surveys_do()
    {
        List<LightCurve> lightCurves = await DemoQuestions.GetLightCurvesAsync(
            (await DemoQuestions.FindConeAsync(50, 20, 300)).Where(star => star.Significance < 15));

        Assert.InRange(TypicalError(lightCurves, 15, 16), 0.008, 0.02);
        Assert.InRange(TypicalError(lightCurves, 19.8, 20.2), 0.1, 0.3);
    }

    [Fact]
    public async Task Faint_stars_are_missed_in_bad_nights_and_bright_ones_hardly_ever()
    {
        List<LightCurve> lightCurves = await DemoQuestions.GetLightCurvesAsync(
            await DemoQuestions.FindConeAsync(50, 20, 200));

        double[] missedFaint = [.. lightCurves.Where(curve => Median(curve) > 20).Select(Missed)];
        double[] missedBright = [.. lightCurves.Where(curve => Median(curve) < 17).Select(Missed)];
        Assert.InRange(missedFaint.Average(), 0.01, 0.3);
        Assert.InRange(missedBright.Average(), 0, 0.001);
    }

    // A single outlier is nobody's fault: the third brightest and the third faintest exposure are compared.
    [Fact]
    public async Task What_is_listed_of_a_file_is_what_its_light_curve_shows()
    {
        List<LightCurve> lightCurves = await DemoQuestions.GetLightCurvesAsync(
            (await DemoQuestions.FindConeAsync(50, 20))
                .Where(star => star.Significance > 25 || star.Psid % 20 == 0).Take(120));

        Assert.All(lightCurves.SelectMany(curve => curve.Object!.Matchfiles, (curve, file) => (curve, file)), pair =>
        {
            PhotometryPoint[] points = [.. pair.curve.EnumeratePoints()
                .Where(point => point.Detected && point.Band == pair.file.Band && point.Field == pair.file.Field)
                .OrderBy(point => point.Mag)];
            (PhotometryPoint bright, PhotometryPoint faint) = (points[2], points[^3]);
            Assert.InRange((bright.Mag - pair.file.MinMag) / bright.MagErr, -3, 6);
            Assert.InRange((pair.file.MaxMag - faint.Mag) / faint.MagErr, -3, 6);
        });
    }

    [Fact]
    public async Task Numbers_are_those_of_a_service_that_prints_single_precision()
    {
        LightCurve lightCurve = await DemoQuestions.GetLightCurveAsync(DemoQuestions.SecondStar);
        LightCurve inFlux = await DemoQuestions.GetLightCurveAsync(DemoQuestions.SecondStar, PhotometryFormat.Flux);

        Assert.All(lightCurve.Time, time => Assert.Equal(Math.Round(time, 6), time));
        Assert.All(
            lightCurve.Mag.Concat(lightCurve.MagErr).Concat(lightCurve.Snr).Concat(lightCurve.Flux)
                .Concat(lightCurve.FluxErr).Where(double.IsFinite),
            number => Assert.Equal(EightDigits(number), number));
        Assert.All(
            inFlux.MagZeroPoint.Concat(inFlux.ReferenceMag), number => Assert.Equal((float)number, number));
    }

    [Fact]
    public async Task The_same_star_is_measured_the_same_whenever_it_is_asked_for()
    {
        var another = new DemoSky();
        CancellationToken token = TestContext.Current.CancellationToken;

        LightCurve first = await DemoQuestions.GetLightCurveAsync(DemoQuestions.SecondStar);
        LightCurve? second = await another.GetObjectWithPhotometryAsync(DemoQuestions.SecondStar, token);

        Assert.Equal(first.Time, second!.Time);
        Assert.Equal(first.Flux, second.Flux);
        Assert.Equal(first.Mag, second.Mag);
    }

    private static double EightDigits(double number) =>
        double.Parse(number.ToString("E7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static double TypicalError(List<LightCurve> lightCurves, double brightest, double faintest)
    {
        double[] errors = [.. lightCurves.Where(curve => Median(curve) > brightest && Median(curve) < faintest)
            .SelectMany(curve => curve.EnumeratePoints())
            .Where(point => point is { Band: "r", Detected: true })
            .Select(point => point.MagErr).Order()];
        Assert.NotEmpty(errors);
        return errors[errors.Length / 2];
    }

    private static double Median(LightCurve curve)
    {
        double[] mags = [.. curve.EnumeratePoints()
            .Where(point => point is { Band: "r", Detected: true }).Select(point => point.Mag).Order()];
        return mags[mags.Length / 2];
    }

    private static double Missed(LightCurve curve) => 1 - (curve.Detections / (double)curve.Points);
}
