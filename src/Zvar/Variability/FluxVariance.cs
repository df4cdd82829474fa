namespace Zvar;

// How much the flux varies beyond what its errors explain.
internal static class FluxVariance
{
    // The normalized excess variance. Fluxes are over that of the brightest point: the ratio is the same, and none is
    // beyond what a double holds.
    internal static double Excess(Detections detections)
    {
        int[] entries = [.. Enumerable.Range(0, detections.Count).Where(i => detections.Error[i] > 0)];
        if (entries.Length < 2)
        {
            return double.NaN;
        }

        double brightest = entries.Min(i => detections.Deviation[i]);
        double[] fluxes = Array.ConvertAll(
            entries, i => Photometry.TotalFlux(0, detections.Deviation[i] - brightest));
        double mean = fluxes.Average();
        double variance = fluxes.Sum(flux => (flux - mean) * (flux - mean)) / (entries.Length - 1);
        double expected = entries.Zip(fluxes).Average(pair =>
            Math.Pow(pair.Second * detections.Error[pair.First] / Photometry.MagnitudesPerRelativeFlux, 2));
        return (variance - expected) / (mean * mean);
    }
}
