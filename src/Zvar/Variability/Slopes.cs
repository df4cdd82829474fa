namespace Zvar;

// How fast the magnitudes of a band change, in magnitudes a day.
internal static class Slopes
{
    // NaN where no two exposures of a band differ in time.
    internal static double Maximum(Detections detections)
    {
        double steepest = double.NaN;
        foreach (int[] band in detections.ByBand)
        {
            for (int k = 1; k < band.Length; k++)
            {
                (int before, int after) = (band[k - 1], band[k]);
                double days = detections.Time[after] - detections.Time[before];
                double slope = Math.Abs(detections.Deviation[after] - detections.Deviation[before]) / days;
                if (days > 0 && !(slope <= steepest))
                {
                    steepest = slope;
                }
            }
        }

        return steepest;
    }

    // The straight lines of least squares through the bands, parallel to one another.
    internal static double Trend(Detections detections)
    {
        double times = 0;
        double both = 0;
        foreach (int[] band in detections.ByBand)
        {
            int[] entries = Array.FindAll(band, i => detections.Weight[i] > 0);
            double[] weights = Array.ConvertAll(entries, i => detections.Weight[i]);

            // Counted from the first, so that equal times differ by nothing rather than by a rounding.
            double[] days = Array.ConvertAll(entries, i => detections.Time[i] - detections.Time[entries[0]]);
            double[] deviations = Array.ConvertAll(entries, i => detections.Deviation[i]);
            double middle = Detections.Average(days, weights);
            double mean = Detections.Average(deviations, weights);
            for (int k = 0; k < entries.Length; k++)
            {
                times += weights[k] * (days[k] - middle) * (days[k] - middle);
                both += weights[k] * (days[k] - middle) * (deviations[k] - mean);
            }
        }

        return times > 0 ? both / times : double.NaN;
    }
}
