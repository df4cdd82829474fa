namespace Zvar;

// The deviations in units of their errors, of those that have one and are not the only such of their band.
internal sealed class Residuals
{
    // Each in units of its error, and the same made larger for the mean that was subtracted: Stetson's δ.
    private readonly List<(double Time, int Band, double Sigmas, double Delta)> _all = [];
    private int _bands;

    private Residuals()
    {
    }

    internal double ReducedChiSquared => _all.Sum(one => one.Sigmas * one.Sigmas) / (_all.Count - _bands);

    internal double StetsonK
    {
        get
        {
            // Over the largest, whose square may be beyond what a double holds.
            double largest = _all.Select(one => Math.Abs(one.Delta)).DefaultIfEmpty(double.NaN).Max();
            double[] deltas = [.. _all.Select(one => Math.Abs(one.Delta) / largest)];
            return deltas.Sum() / deltas.Length / Math.Sqrt(deltas.Sum(delta => delta * delta) / deltas.Length);
        }
    }

    internal static Residuals Of(Detections detections)
    {
        var residuals = new Residuals();
        var byEntry = new (double Sigmas, double Delta)?[detections.Count];
        foreach (int[] band in detections.ByBand)
        {
            int[] entries = Array.FindAll(band, i => detections.Error[i] > 0);
            if (entries.Length > 1)
            {
                double unbiased = Math.Sqrt(entries.Length / (entries.Length - 1.0));
                residuals._bands++;
                foreach (int i in entries)
                {
                    double sigmas = detections.Deviation[i] / detections.Error[i];
                    byEntry[i] = (sigmas, unbiased * sigmas);
                }
            }
        }

        for (int i = 0; i < byEntry.Length; i++)
        {
            if (byEntry[i] is { } one)
            {
                residuals._all.Add((detections.Time[i], detections.Band[i], one.Sigmas, one.Delta));
            }
        }

        return residuals;
    }

    // Each exposure is of one pair at most: it joins the latest of another band that still waits for a partner. Those
    // that wait are all of one band, or the later of them would have joined. The paper leaves the weights to its
    // reader: with half that of a pair for a single one, all exposures count alike.
    internal double StetsonJ(double window)
    {
        double sum = 0;
        double weights = 0;
        var waiting = new Stack<(double Time, int Band, double Delta)>();
        foreach ((double time, int band, double _, double delta) in _all)
        {
            if (waiting.TryPeek(out var latest) && latest.Band != band)
            {
                if (time - latest.Time <= window)
                {
                    waiting.Pop();
                    sum += SignedRoot(latest.Delta, delta);
                    weights++;
                    continue;
                }

                AddSingles();
            }

            waiting.Push((time, band, delta));
        }

        AddSingles();
        return sum / weights;

        void AddSingles()
        {
            sum += waiting.Sum(one => SignedRoot(one.Delta - 1, one.Delta + 1) / 2);
            weights += waiting.Count / 2.0;
            waiting.Clear();
        }
    }

    // sgn(ab) √|ab|, also where ab is beyond what a double holds.
    private static double SignedRoot(double a, double b) => SignedRoot(a) * SignedRoot(b);

    private static double SignedRoot(double a) => Math.CopySign(Math.Sqrt(Math.Abs(a)), a);
}
