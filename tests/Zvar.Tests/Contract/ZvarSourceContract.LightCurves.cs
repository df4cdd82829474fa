namespace Zvar.Tests.Contract;

public abstract partial class ZvarSourceContract
{
    [Fact]
    public async Task Light_curves_come_once_each_in_the_order_asked_and_unknown_ids_are_absent()
    {
        long[] psids = await SomePsidsAsync(3);

        List<LightCurve> lightCurves = await Source.GetLightCurvesAsync(
            new PhotometryRequest([psids[1], NoStar, psids[2], psids[1], psids[0]], Band.All),
            Token).ToListAsync(Token);

        Assert.Equal([psids[1], psids[2], psids[0]], lightCurves.Select(curve => curve.Psid));
    }

    [Fact]
    public async Task A_light_curve_holds_every_exposure_of_its_files_by_time()
    {
        List<ZvarObject> stars = await FindConeAsync(new SkyPosition(50, 20), 60);

        List<LightCurve> lightCurves = await LightCurvesOf(stars, PhotometryFormat.Mag);

        Assert.All(stars.Zip(lightCurves), pair =>
        {
            (ZvarObject star, LightCurve curve) = pair;
            Assert.Null(curve.Object);
            Assert.Equal(Source.IsSynthetic, curve.Synthetic);
            Assert.Equal(curve.Time.Order(), curve.Time);
            Assert.Equal(curve.Time[0], curve.FirstTime);
            Assert.Equal(
                star.Matchfiles.Select(file => ((file.Field, file.Ccd, file.Quad, file.Band), file.Exposures)).Order(),
                curve.EnumeratePoints()
                    .CountBy(point => (point.Field, point.Ccd, point.Quad, point.Band))
                    .Select(file => (file.Key, file.Value)).Order());
        });
    }

    [Theory]
    [InlineData("g")]
    [InlineData("r")]
    [InlineData("r", "g")]
    public async Task Only_the_bands_asked_for_come(params string[] bands)
    {
        LightCurve some = await LightCurveOf(NotebookStar, bands);
        LightCurve all = await LightCurveOf(NotebookStar, [.. Band.All]);

        Assert.Equal(bands.Order(), some.GetBands());
        Assert.Equal(all.Where(i => bands.Contains(all.Band[i])).Mag, some.Mag);
    }

    [Fact]
    public async Task A_star_without_points_in_the_bands_asked_for_has_a_light_curve_of_none()
    {
        LightCurve lightCurve = await LightCurveOf(NotebookStar, "i");

        Assert.Equal(NotebookStar, lightCurve.Psid);
        Assert.Equal(0, lightCurve.Points);
    }

    [Fact]
    public async Task Both_formats_are_the_same_data()
    {
        List<ZvarObject> stars = await FindConeAsync(new SkyPosition(50, 20), 100);

        List<LightCurve> mags = await LightCurvesOf(stars, PhotometryFormat.Mag);
        List<LightCurve> fluxes = await LightCurvesOf(stars, PhotometryFormat.Flux);

        Assert.Contains(mags, curve => curve.Detections < curve.Points);
        Assert.All(mags.Zip(fluxes), pair =>
        {
            (LightCurve mag, LightCurve flux) = pair;
            Assert.Equal(mag.Time, flux.Time);
            Assert.Equal(mag.Flux, flux.Flux);
            Assert.Equal(mag.FluxErr, flux.FluxErr);
            Assert.Equal(mag.Band, flux.Band);
            for (int i = 0; i < mag.Points; i++)
            {
                Assert.Equal(mag.Mag[i], flux.Mag[i], 1e-5);
                Assert.Equal(mag.MagErr[i], flux.MagErr[i], 1e-6);
                Assert.Equal(mag.Snr[i], flux.Snr[i], 1e-4 * Math.Max(1, Math.Abs(mag.Snr[i])));
                double total = Photometry.TotalFlux(flux.Flux[i], flux.ReferenceMag[i]);
                Assert.Equal(total / flux.FluxErr[i], mag.Snr[i], 1e-4 * Math.Max(1, Math.Abs(mag.Snr[i])));
            }
        });
    }

    [Fact]
    public async Task What_was_not_detected_has_a_limiting_magnitude_and_no_other()
    {
        List<ZvarObject> stars = await FindConeAsync(new SkyPosition(50, 20), 100);

        List<PhotometryPoint> points =
            [.. (await LightCurvesOf(stars, PhotometryFormat.Mag)).SelectMany(curve => curve.EnumeratePoints())];

        Assert.Contains(points, point => !point.Detected);
        Assert.All(points.Where(point => point.Detected), point =>
        {
            Assert.True(point.Snr >= Photometry.DetectionSnr);
            Assert.Equal(Photometry.MagnitudesPerRelativeFlux, point.MagErr * point.Snr, 1e-5);
            Assert.Equal(double.NaN, point.LimitingMag);
        });
        Assert.All(points.Where(point => !point.Detected), point =>
        {
            Assert.True(point.Snr < Photometry.DetectionSnr);
            Assert.InRange(point.LimitingMag, 12, 22);
            Assert.Equal(double.NaN, point.MagErr);
        });
    }

    private async Task<LightCurve> LightCurveOf(long psid, params string[] bands) => Assert.Single(
        await Source.GetLightCurvesAsync(new PhotometryRequest([psid], bands), Token).ToListAsync(Token));

    private async Task<List<LightCurve>> LightCurvesOf(List<ZvarObject> stars, PhotometryFormat format) =>
        await Source.GetLightCurvesAsync(
            new PhotometryRequest([.. stars.Select(star => star.Psid)], Band.All, format), Token).ToListAsync(Token);
}
