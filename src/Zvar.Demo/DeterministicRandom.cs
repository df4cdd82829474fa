namespace Zvar.Demo;

// SplitMix64: the same numbers from the same seed on every machine and in every release, which System.Random does not
// promise. A stream keeps the draws of one purpose apart from those of another, so that either may grow.
internal struct DeterministicRandom
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state;
    private double _spare = double.NaN;

    internal DeterministicRandom(long seed, long stream) =>
        _state = Mix(Mix((ulong)seed + Step) + ((ulong)stream * Step));

    internal double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    internal double Between(double low, double high) => low + ((high - low) * Uniform());

    internal int Below(int count) => (int)(Uniform() * count);

    internal bool Chance(double probability) => Uniform() < probability;

    // Even in the logarithm, as periods and amplitudes are.
    internal double LogBetween(double low, double high) => low * Math.Pow(high / low, Uniform());

    // Box and Muller's pair, one now and one kept.
    internal double Gaussian()
    {
        if (!double.IsNaN(_spare))
        {
            double kept = _spare;
            _spare = double.NaN;
            return kept;
        }

        double size = Math.Sqrt(-2 * Math.Log(1 - Uniform()));
        (double sin, double cos) = Math.SinCos(2 * Math.PI * Uniform());
        _spare = size * sin;
        return size * cos;
    }

    internal double Exponential(double mean) => -mean * Math.Log(1 - Uniform());

    // Knuth's product of uniforms, for small means.
    internal int Poisson(double mean)
    {
        double limit = Math.Exp(-mean);
        int count = 0;
        for (double product = Uniform(); product > limit; product *= Uniform())
        {
            count++;
        }

        return count;
    }

    private ulong Next() => Mix(_state += Step);

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
