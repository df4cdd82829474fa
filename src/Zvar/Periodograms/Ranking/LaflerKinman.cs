namespace Zvar;

/// <summary>
/// The smoothness of a fold: Θ = Σ (m' - m)² / Σ (m - mean)² over neighbours in phase, the last and the first among them
/// (Lafler and Kinman 1965, ApJS 11, 216). Small is smooth; noise has 2.
/// </summary>
internal static class LaflerKinman
{
    // With fewer points neighbours in phase are no neighbours.
    private const int LeastPoints = 20;

    /// <summary>Θ of a light curve: that of its bands, averaged by their points; 1 where no band has 20.</summary>
    internal static double At(TimeSeries series, double frequency)
    {
        double sum = 0;
        int points = 0;
        foreach (BandSeries band in series.Bands.Where(band => band.Points >= LeastPoints))
        {
            sum += band.Points * At(band, frequency);
            points += band.Points;
        }

        return points > 0 ? sum / points : 1;
    }

    private static double At(BandSeries band, double frequency)
    {
        double[] phases = new double[band.Points];
        double[] values = [.. band.Value];
        for (int i = 0; i < phases.Length; i++)
        {
            double cycles = band.Time[i] * frequency;
            phases[i] = cycles - Math.Floor(cycles);
        }

        Array.Sort(phases, values);
        double mean = values.Average();
        double steps = 0;
        double scatter = 0;
        double last = values[^1];
        foreach (double value in values)
        {
            steps += (value - last) * (value - last);
            scatter += (value - mean) * (value - mean);
            last = value;
        }

        return scatter > 0 ? steps / scatter : 2;
    }
}
