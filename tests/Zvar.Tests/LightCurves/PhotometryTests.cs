namespace Zvar.Tests.LightCurves;

public class PhotometryTests
{
    // Points of the ZVAR notebook in the mag format: band, flux, fluxerr, mag, magerr, snr of the total flux; the zero
    // points and reference magnitudes are worked out from them with numpy 1.24.2.
    public static TheoryData<double, double, double, double, double, double, double> Golden { get; } = new()
    {
        { 345.24374, 95.399110, 17.416570, 0.036400, 29.828255, 26.052000425708684, -8.494999947091399 },
        { 1278.2693, 78.648030, 16.449749, 0.012616, 86.06215, 26.025999100393683, -9.348999929760396 },
        { 1470.3439, 68.358690, 16.419369, 0.010663, 101.82602, 26.02600025154691, -9.34899996536579 },
        { 701.21387, 58.076283, 16.546500, 0.010184, 106.61088, 26.026000852556265, -9.34900003114757 },
        { 619.30790, 54.096283, 17.316734, 0.018827, 57.66853, 26.051999766418547, -8.494999938068414 },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public void Fluxes_give_the_magnitudes_of_the_service(
        double flux, double fluxErr, double mag, double magErr, double snr, double zeroPoint, double referenceMag)
    {
        PhotometryRow row = PhotometryRow.FromFlux(2458263.981924, flux, fluxErr, zeroPoint, referenceMag);
        Assert.Equal(mag, row.Mag, 1e-6);
        Assert.Equal(magErr, row.MagErr, 1e-6);
        Assert.Equal(snr, row.Snr, 1e-4);
        Assert.Equal((flux, fluxErr), (row.Flux, row.FluxErr));
        Assert.Equal((zeroPoint, referenceMag), (row.MagZeroPoint, row.ReferenceMag));
    }

    [Theory]
    [MemberData(nameof(Golden))]
    public void Magnitudes_give_the_zero_point_and_the_reference_back(
        double flux, double fluxErr, double mag, double magErr, double snr, double zeroPoint, double referenceMag)
    {
        Assert.Equal(zeroPoint, Photometry.MagZeroPoint(mag, snr, fluxErr), 1e-12);
        Assert.Equal(referenceMag, Photometry.ReferenceMag(snr, flux, fluxErr), 1e-12);
        Assert.Equal(Photometry.MagnitudesPerRelativeFlux, magErr * snr, 1e-4);
    }

    [Fact]
    public void The_flux_format_of_the_first_point_is_what_the_service_sends()
    {
        // magzp, mag_ref and the snr of the difference flux as the notebook prints them.
        var builder = new LightCurveBuilder(145120008365555264);
        builder.Add(
            PhotometryRow.FromFlux(2458263.981924, 345.24374, 95.39911, 26.052000762939453, -8.494999885559082));
        PhotometryPoint point = builder.Build().EnumeratePoints().Single();
        Assert.Equal(3.618941, point.DifferenceSnr, 1e-6);
        Assert.Equal(29.828255, point.Snr, 1e-5);
        Assert.Equal(17.41657, point.Mag, 1e-6);
        Assert.Equal(0.036399588, point.MagErr, 1e-8);
        Assert.True(point.Detected);
    }

    [Theory]
    [InlineData(-2500, 100)]
    [InlineData(-2450, 100)]
    [InlineData(345, double.NaN)]
    public void Below_a_total_signal_to_noise_of_one_there_is_no_magnitude(double flux, double fluxErr)
    {
        // The reference flux is 10^(0.4·8.495) = 2500.3: the total is 0.3, 50.3 and one whose error is not known.
        PhotometryRow row = PhotometryRow.FromFlux(2458263.981924, flux, fluxErr, 26.052, -8.495);
        Assert.Equal(double.NaN, row.Mag);
        Assert.Equal(double.NaN, row.MagErr);
        Assert.Equal(flux, row.Flux);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_flux_that_is_not_positive_has_no_magnitude(double totalFlux)
    {
        Assert.Equal(double.NaN, Photometry.Magnitude(totalFlux, 26));
        Assert.Equal(double.NaN, Photometry.MagnitudeError(totalFlux, 1));
    }
}
