using System.Runtime.CompilerServices;

namespace Zvar;

/// <summary>
/// Folds point by point, each into its own bin. Weight and weight times value are whole numbers of 31 bits, the two halves
/// of one long, so that one addition does both and no rounding adds up.
/// </summary>
internal sealed class FpwPoints : IFpwFold
{
    private const int Bins = FpwBins.Count;
    private const double Cycle = 4294967296.0;

    // Frequencies after which the phases are computed anew, before rounding adds up.
    private const int Exact = 4096;

    private readonly double[] _time;
    private readonly long[] _packed;
    private readonly uint[] _phase;
    private readonly uint[] _advance;
    private readonly double _step;
    private readonly double _weightUnit;
    private readonly double _sumUnit;
    private readonly float _scale;
    private double _first;
    private long _frequency;

    private FpwPoints(BandSeries band, double step, double chiSquared, double weightScale, double sumScale)
    {
        (_time, _step) = (band.Time, step);
        (_weightUnit, _sumUnit) = (1 / weightScale, 1 / sumScale);
        _scale = (float)(1 / chiSquared);
        _phase = new uint[band.Points];
        _advance = Array.ConvertAll(band.Time, time => ToPhase(time * step));
        _packed = new long[band.Points];
        for (int i = 0; i < _packed.Length; i++)
        {
            _packed[i] = ((long)Math.Round(band.Weight[i] * band.Value[i] * sumScale) << 32)
                + (long)Math.Round(band.Weight[i] * weightScale);
        }
    }

    /// <summary>Makes the fold of a band; null where a few points outweigh the rest by too much.</summary>
    internal static FpwPoints? TryCreate(BandSeries band, double step, double chiSquared)
    {
        double sums = 0;
        for (int i = 0; i < band.Points; i++)
        {
            sums += band.Weight[i] * Math.Abs(band.Value[i]);
        }

        double weightScale = (int.MaxValue - band.Points) / band.Weights;
        double lost = 0;
        for (int i = 0; i < band.Points; i++)
        {
            lost += band.Weight[i] * weightScale < 1000 ? band.Weight[i] * band.Value[i] * band.Value[i] : 0;
        }

        return lost <= 0.001 * band.ChiSquared
            ? new FpwPoints(band, step, chiSquared, weightScale, (int.MaxValue - band.Points) / sums)
            : null;
    }

    /// <inheritdoc/>
    public void Start(double first)
    {
        (_first, _frequency) = (first, 0);
        Synchronize();
    }

    /// <inheritdoc/>
    public void Next()
    {
        // The phases have gone to the next block with its last frequency.
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(FpwBlock block)
    {
        Span<long> even = stackalloc long[Bins];
        Span<long> odd = stackalloc long[Bins];
        Span<float> weights = stackalloc float[Bins];
        Span<float> sums = stackalloc float[Bins];
        for (int j = 0; j < IFpwFold.Block; j++)
        {
            even.Clear();
            odd.Clear();
            Fold(even, odd);
            for (int bin = 0; bin < Bins; bin++)
            {
                long packed = even[bin] + odd[bin];
                weights[bin] = (float)((uint)packed * _weightUnit);
                sums[bin] = (float)((int)(packed >> 32) * _sumUnit);
            }

            (float twenty, float ten, float five) = FpwBins.Score(weights, sums);
            block.Power20[j] += twenty * _scale;
            block.Power10[j] += ten * _scale;
            block.Power5[j] += five * _scale;
            if (++_frequency % Exact == 0)
            {
                Synchronize();
            }
        }
    }

    private static uint ToPhase(double cycles) => (uint)(long)Math.Round((cycles - Math.Floor(cycles)) * Cycle);

    // Two neighbours go into different sums: an addition need not wait for the one before it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fold(Span<long> even, Span<long> odd)
    {
        uint[] phase = _phase;
        uint[] advance = _advance;
        long[] packed = _packed;
        int i = 0;
        for (; i < phase.Length - 1; i += 2)
        {
            even[(int)(((ulong)phase[i] * Bins) >> 32)] += packed[i];
            odd[(int)(((ulong)phase[i + 1] * Bins) >> 32)] += packed[i + 1];
            phase[i] += advance[i];
            phase[i + 1] += advance[i + 1];
        }

        if (i < phase.Length)
        {
            even[(int)(((ulong)phase[i] * Bins) >> 32)] += packed[i];
            phase[i] += advance[i];
        }
    }

    private void Synchronize()
    {
        double frequency = _first + (_frequency * _step);
        for (int i = 0; i < _phase.Length; i++)
        {
            double cycles = _time[i] * frequency;
            _phase[i] = (uint)(long)((cycles - Math.Floor(cycles)) * Cycle);
        }
    }
}
