namespace Zvar;

// Where a fold is faintest or brightest: the extreme of its binned magnitudes, made finer by a parabola. There are as
// many bins as have some five points each: with more, the extreme of a thin light curve is where few points happen to
// be; with fewer, a narrow eclipse drowns in its bin. Three bins
// alone would put the flat top of a sine wave two hundredths of a cycle off for a noise of a tenth of its amplitude;
// the parabola therefore goes through all bins about the extreme that are within a quarter of the fold's range of it.
// The walls of a narrow eclipse are steeper than that and stay out of it. It takes as many bins on either side, or the
// slow decline of an RR Lyrae star would draw the maximum away from the steep rise.
internal static class FoldExtreme
{
    private const int FewestBins = 8;
    private const int MostBins = 50;
    private const int PointsABin = 5;
    private const double ShareOfRange = 0.25;

    // The phase, 0 up to 1, in the band with most detections; 0 where there are none.
    internal static double PhaseOf(Fold fold, bool faintest)
    {
        if (fold.Bin(1).MaxBy(all => all.Count) is not { } band)
        {
            return 0;
        }

        // A bin of one point alone is passed over where there are points enough for each to have several.
        int bins = Math.Clamp(band.Count / PointsABin, FewestBins, MostBins);
        int least = band.Count < bins * PointsABin ? 1 : 2;
        PhasePoint[] solid = [.. fold.Bin(bins).Where(bin => bin.Band == band.Band && bin.Count >= least)];
        var byPlace = new PhasePoint?[bins];
        foreach (PhasePoint bin in solid)
        {
            byPlace[(int)(bin.Phase * bins)] = bin;
        }

        PhasePoint extreme = faintest ? solid.MaxBy(bin => bin.Mag)! : solid.MinBy(bin => bin.Mag)!;
        double near = ShareOfRange * (solid.Max(bin => bin.Mag) - solid.Min(bin => bin.Mag));
        int place = (int)(extreme.Phase * bins);
        int reach = Math.Min(Reach(-1), Reach(+1));
        double shift = reach > 0
            ? Vertex([.. Enumerable.Range(-reach, (2 * reach) + 1).Select(k => (k, At(k)!))], faintest)
            : 0;
        double phase = extreme.Phase + (Math.Clamp(shift, -reach, reach) / bins);
        return phase - Math.Floor(phase);

        PhasePoint? At(int steps) => byPlace[(place + steps + bins) % bins];

        // How many bins in a row lie near the extreme; the next one to it always does.
        int Reach(int direction)
        {
            int steps = 0;
            while (steps < bins / 3
                && At(direction * (steps + 1)) is { } next
                && (steps == 0 || Math.Abs(next.Mag - extreme.Mag) <= near))
            {
                steps++;
            }

            return steps;
        }
    }

    // Where the parabola of least squares through some bins, weighted by their counts, has its vertex; 0 where it opens
    // the wrong way. The fit is in polynomials orthogonal over the bins, which needs no system of equations.
    private static double Vertex((int Step, PhasePoint Bin)[] bins, bool faintest)
    {
        double weight = bins.Sum(b => (double)b.Bin.Count);
        double middle = bins.Sum(b => b.Bin.Count * b.Step) / weight;
        double Moment(int power) => bins.Sum(b => b.Bin.Count * Math.Pow(b.Step - middle, power));
        double square = Moment(2);
        double skew = Moment(3) / square;
        double Curved(double u) => (u * u) - (skew * u) - (square / weight);
        double slope = bins.Sum(b => b.Bin.Count * b.Bin.Mag * (b.Step - middle)) / square;
        double bend = bins.Sum(b => b.Bin.Count * b.Bin.Mag * Curved(b.Step - middle))
            / bins.Sum(b => b.Bin.Count * Math.Pow(Curved(b.Step - middle), 2));
        return faintest == bend < 0 && bend != 0 ? middle + ((skew - (slope / bend)) / 2) : 0;
    }
}
