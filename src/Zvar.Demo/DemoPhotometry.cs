using System.Runtime.CompilerServices;

namespace Zvar.Demo;

// What the survey measures of a star: true light through noise, as difference fluxes, which say everything else.
internal static class DemoPhotometry
{
    // Electrons a count, and the part of the light that calibration never gets right.
    private const double Gain = 6.2;
    private const double Calibration = 0.0095;

    // How far above the noise a star would have to be for its exposure to be called deep enough.
    private const double LimitingSnr = 5;

    internal static LightCurve Measure(DemoStar star, PhotometryRequest request)
    {
        LightCurveShape? shape = double.IsNaN(star.Period) ? null : LightCurveShape.Of(star);
        List<DemoMatchfile> files = [.. DemoMatchfile.Of(star).Where(file => request.Bands.Contains(file.Band))];
        var builder = new LightCurveBuilder(star.Psid, files.Sum(file => file.Cadence.Times.Length))
        {
            Synthetic = true,
        };
        foreach (DemoMatchfile file in files)
        {
            foreach (PhotometryRow row in Measure(star, shape, file, request.Format))
            {
                builder.Add(row);
            }
        }

        return builder.Build(request.QualityCuts);
    }

    // The error of the flux of a star of some total flux, both at a file's zero point.
    internal static double FluxError(double total, double skyNoise) =>
        Math.Sqrt((skyNoise * skyNoise) + (total / Gain) + (Calibration * Calibration * total * total));

    // A total flux of a magnitude at a file's zero point.
    internal static double FluxOf(double mag, DemoMatchfile file) => Photometry.TotalFlux(0, mag - file.ZeroPoint);

    // What brings the sky's noise from the cadence's zero point to the file's.
    internal static double SkyScale(DemoMatchfile file) =>
        Photometry.TotalFlux(0, DemoCadence.ZeroPoint - file.ZeroPoint);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static PhotometryRow[] Measure(
        DemoStar star, LightCurveShape? shape, DemoMatchfile file, PhotometryFormat format)
    {
        var rows = new PhotometryRow[file.Cadence.Times.Length];
        var random = new DeterministicRandom(
            star.Psid ^ ((long)file.Field << 40), (long)RandomStream.Noise + (16 * Band.Order(file.Band)));
        double reference = Photometry.TotalFlux(0, file.ReferenceMag);
        double sky = SkyScale(file);
        double amplitude = star.AmplitudeIn(file.Band);
        double mean = star.MeanMag(file.Band);
        PlacedStar? placed = PlacedStars.Find(star.Psid);
        for (int i = 0; i < rows.Length; i++)
        {
            double time = file.Cadence.Times[i];
            double mag = mean + (shape is null ? 0 : amplitude * shape.At(time));
            double truth = FluxOf(mag, file);
            double error = FluxError(truth, sky * file.Cadence.SkyNoise[i]) * Math.Exp(0.1 * random.Gaussian());
            double total = truth + (error * random.Gaussian());
            rows[i] = placed?.PointAt(time, file, format)
                ?? MakeRow(time, total - reference, error, file, format);
        }

        placed?.KeepExtremes(rows, file, format);
        return rows;
    }

    // Compiled well from the first row on: a light curve has a thousand of them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static PhotometryRow MakeRow(
        double time, double flux, double fluxErr, DemoMatchfile file, PhotometryFormat format)
    {
        PhotometryRow row = PhotometryRow.FromFlux(
            time, Printed.Rounded(flux), Printed.Rounded(fluxErr), file.ZeroPoint, file.ReferenceMag) with
        {
            Band = file.Band,
            Field = file.Field,
            Ccd = file.Ccd,
            Quad = file.Quad,
        };
        return format == PhotometryFormat.Flux ? row : row with
        {
            Mag = Printed.Rounded(row.Mag),
            MagErr = Printed.Rounded(row.MagErr),
            Snr = Printed.Rounded(row.Snr),
            LimitingMag = double.IsNaN(row.Mag)
                ? Printed.Rounded(Photometry.Magnitude(LimitingSnr * fluxErr, file.ZeroPoint))
                : double.NaN,
            MagZeroPoint = double.NaN,
            ReferenceMag = double.NaN,
        };
    }
}
