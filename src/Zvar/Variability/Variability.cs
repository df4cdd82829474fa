namespace Zvar;

/// <summary>Computes the <see cref="VariabilityStatistics"/> of light curves.</summary>
public static class Variability
{
    /// <summary>What the band of a row over all bands is called.</summary>
    public const string AllBands = "all";

    /// <summary>
    /// How far apart in time, in days, two exposures in different bands may be to be a pair: an hour. The survey comes
    /// to a field in g and in r in the same night, half an hour apart at least, and most variables hardly change
    /// meanwhile.
    /// </summary>
    public const double PairingWindow = 1 / 24.0;

    /// <summary>
    /// The statistics of a light curve: a row for each band with a detection, by wavelength, and, where two or more
    /// have several, a last one over these together.
    /// </summary>
    /// <remarks>
    /// Detections are the exposures with a finite magnitude and time. An error of the magnitude that is NaN, infinite,
    /// 0 or negative is none: such a point counts in whatever needs no errors, and is left out of whatever does, but
    /// where no point of a band has an error its mean and trend are not weighted.
    /// </remarks>
    /// <returns>Nothing where there is no detection.</returns>
    public static IReadOnlyList<VariabilityStatistics> Measure(LightCurve lightCurve)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        (double[] time, double[] mag, string[] band) = (lightCurve.Time, lightCurve.Mag, lightCurve.Band);
        (string Band, Detections Detections)[] bands =
        [
            .. Enumerable.Range(0, lightCurve.Points)
                .Where(row => double.IsFinite(time[row]) && double.IsFinite(mag[row]))
                .GroupBy(row => band[row])
                .OrderBy(rows => Band.Order(rows.Key))
                .Select(rows => (rows.Key, Detections.OfBand(lightCurve, [.. rows]))),
        ];
        List<VariabilityStatistics> rows =
            [.. bands.Select(one => Of(lightCurve, one.Band, one.Detections))];

        // A band's only detection does not deviate from its mean, which says nothing of the star.
        Detections[] several = [.. bands.Select(one => one.Detections).Where(one => one.Count > 1)];
        if (several.Length > 1)
        {
            rows.Add(Of(lightCurve, AllBands, Detections.OfBands(several)));
        }

        return rows;
    }

    private static VariabilityStatistics Of(LightCurve lightCurve, string band, Detections detections)
    {
        double[] deviations = detections.Deviation;
        var moments = new Moments(deviations);
        var order = new Quantiles(deviations);
        var residuals = Residuals.Of(detections);
        double first = detections.Time[0];
        double last = detections.Time[^1];
        return new VariabilityStatistics
        {
            Psid = lightCurve.Psid,
            TargetName = lightCurve.TargetName,
            Band = band,
            Points = detections.Count,
            PointsWithError = detections.Error.Count(error => error > 0),
            FirstTime = first,
            LastTime = last,
            Baseline = last - first,
            WeightedMean = detections.Mean,
            Median = detections.Median,
            StandardDeviation = moments.StandardDeviation,
            Amplitude = order.At(0.95) - order.At(0.05),
            MedianAbsoluteDeviation = order.MedianAbsoluteDeviation,
            InterquartileRange = order.At(0.75) - order.At(0.25),
            Skewness = moments.Skewness,
            ExcessKurtosis = moments.ExcessKurtosis,
            ReducedChiSquared = residuals.ReducedChiSquared,
            ExcessVariance = FluxVariance.Excess(detections),
            VonNeumannEta = moments.VonNeumannEta,
            StetsonJ = residuals.StetsonJ(PairingWindow),
            StetsonK = residuals.StetsonK,
            MaximumSlope = Slopes.Maximum(detections),
            LinearTrend = Slopes.Trend(detections),
            Synthetic = lightCurve.Synthetic,
        };
    }
}
