namespace Zvar.Tests.LightCurves;

public sealed class FluxFormatTests
{
    // One exposure of psid 145120008365555264 as the service sends it in both formats (API v0.2.1).
    private static readonly PhotometryRow Detection = new()
    {
        Time = 2458263.981924,
        Mag = 17.41657,
        MagErr = 0.036399588,
        Flux = 345.24374,
        FluxErr = 95.39911,
        Snr = 29.828255,
        Band = "g",
        Field = 648,
        Ccd = 2,
        Quad = 2,
    };

    [Fact]
    public void A_detection_has_the_zero_point_and_the_reference_that_the_service_sends()
    {
        LightCurve fluxes = FluxFormat.TryConvert(LightCurveOf(Detection))!;

        Assert.Equal(26.052000762939453, fluxes.MagZeroPoint[0], 2e-6);
        Assert.Equal(-8.494999885559082, fluxes.ReferenceMag[0], 2e-6);
        Assert.Equal((345.24374, 95.39911, 648), (fluxes.Flux[0], fluxes.FluxErr[0], fluxes.Field[0]));
    }

    [Fact]
    public void A_non_detection_tells_no_zero_point() =>
        Assert.Null(FluxFormat.TryConvert(LightCurveOf(Detection, Detection with { Mag = double.NaN, LimitingMag = 20.5 })));

    private static LightCurve LightCurveOf(params PhotometryRow[] rows)
    {
        var builder = new LightCurveBuilder(145120008365555264);
        foreach (PhotometryRow row in rows)
        {
            builder.Add(row);
        }

        return builder.Build();
    }
}
