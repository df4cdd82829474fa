namespace Zvar.Demo;

// Rough relations between the colours and magnitudes of stars, read off the colour-magnitude diagrams of the surveys:
// good to a tenth or two, which is what a demonstration needs to look like a sky.
internal static class StellarColours
{
    // The main sequence: absolute G and BP - RP.
    private static readonly double[] SequenceMag = [-1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14];
    private static readonly double[] SequenceBpRp =
        [-0.1, 0.05, 0.25, 0.48, 0.66, 0.86, 1.14, 1.5, 1.85, 2.15, 2.42, 2.95, 3.6];

    internal static double MainSequenceBpRp(double absoluteG) =>
        Interpolate(SequenceMag, SequenceBpRp, absoluteG);

    internal static double GMinusR(double bpRp) => Math.Clamp((0.75 * bpRp) - 0.12, -0.6, 1.5);

    internal static double RMinusI(double bpRp) =>
        (0.38 * GMinusR(Math.Min(bpRp, 1.8))) + (0.7 * Math.Max(0, bpRp - 1.8));

    // Gaia's broad G over the survey's r.
    internal static double GaiaGMinusR(double bpRp) => 0.05 + (0.06 * bpRp) - (0.1 * bpRp * bpRp);

    internal static double BpMinusG(double bpRp) => 0.441 * bpRp;

    internal static double GaiaGMinusJ(double bpRp) => 0.1 + (1.08 * bpRp);

    internal static double JMinusH(double bpRp) => Math.Clamp(0.05 + (0.33 * bpRp), -0.1, 0.68);

    internal static double HMinusK(double bpRp) => 0.02 + (0.07 * bpRp);

    internal static double KMinusW1(double bpRp) => 0.02 + (0.06 * bpRp);

    internal static double W1MinusW2(double bpRp) => bpRp < 1.8 ? -0.03 : -0.03 + (0.15 * (bpRp - 1.8));

    private static double Interpolate(double[] x, double[] y, double at)
    {
        int i = 1;
        while (i < x.Length - 1 && x[i] < at)
        {
            i++;
        }

        double along = Math.Clamp((at - x[i - 1]) / (x[i] - x[i - 1]), 0, 1);
        return y[i - 1] + (along * (y[i] - y[i - 1]));
    }
}
