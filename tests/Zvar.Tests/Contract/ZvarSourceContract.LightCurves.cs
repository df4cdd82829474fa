namespace Zvar.Tests.Contract;

public abstract partial class ZvarSourceContract
{
    [Fact]
    public async Task Light_curves_come_once_each_in_the_order_asked_and_unknown_ids_are_absent()
    {
        long[] psids = await SomePsidsAsync(3);

        List<LightCurve> lightCurves = await Source.GetLightCurvesAsync(
            new PhotometryRequest([psids[1], Population.Absent, psids[2], psids[1], psids[0]], Band.All),
            Token).ToListAsync(Token);

        Assert.Equal([psids[1], psids[2], psids[0]], lightCurves.Select(curve => curve.Psid));
    }

    [Fact]
    public async Task A_light_curve_holds_every_exposure_of_its_files_by_time()
    {
        List<ZvarObject> stars = (await FindAllAsync())[..30];

        List<LightCurve> lightCurves = await LightCurvesOf(stars, PhotometryFormat.Mag);

        Assert.All(stars.Zip(lightCurves), pair =>
        {
            (ZvarObject star, LightCurve curve) = pair;
            Assert.Null(curve.Object);
            Assert.Equal(Population.IsSynthetic, curve.Synthetic);
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
        long psid = (await FindAllAsync()).First(star => star.Matchfiles.Select(file => file.Band).Distinct().Count() > 1).Psid;
        LightCurve some = await LightCurveOf(psid, bands);
        LightCurve all = await LightCurveOf(psid, [.. Band.All]);

        Assert.Equal(bands.Order(), some.GetBands());
        Assert.Equal(all.Where(i => bands.Contains(all.Band[i])).Mag, some.Mag);
    }

    [Fact]
    public async Task Both_formats_are_the_same_data()
    {
        List<ZvarObject> stars = await FindAllAsync();

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
}
