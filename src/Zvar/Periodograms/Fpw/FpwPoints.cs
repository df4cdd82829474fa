using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    private readonly float _scale;
    private double _first;
    private long _frequency;

    private FpwPoints(BandSeries band, double step, double chiSquared, double weightScale, double sumScale)
    {
        (_time, _step) = (band.Time, step);
        _scale = (float)(weightScale / (sumScale * sumScale) / chiSquared);
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
        Span<long> even = stackalloc long[FpwBins.Padded];
        Span<long> odd = stackalloc long[FpwBins.Padded];
        Span<float> weights = stackalloc float[FpwBins.Padded];
        Span<float> sums = stackalloc float[FpwBins.Padded];
        for (int j = 0; j < IFpwFold.Block; j++)
        {
            even.Clear();
            odd.Clear();
            Fold(ref MemoryMarshal.GetReference(even), ref MemoryMarshal.GetReference(odd));
            Unpack(
                ref MemoryMarshal.GetReference(even),
                ref MemoryMarshal.GetReference(odd),
                ref MemoryMarshal.GetReference(weights),
                ref MemoryMarshal.GetReference(sums));
            (float twenty, float ten, float five) = FpwBins.Score(
                ref MemoryMarshal.GetReference(weights), ref MemoryMarshal.GetReference(sums));
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Unpack(ref long even, ref long odd, ref float weights, ref float sums)
    {
        for (nuint bin = 0; bin < FpwBins.Padded; bin += 8)
        {
            Vector256<long> low = Vector256.LoadUnsafe(ref even, bin) + Vector256.LoadUnsafe(ref odd, bin);
            Vector256<long> high = Vector256.LoadUnsafe(ref even, bin + 4) + Vector256.LoadUnsafe(ref odd, bin + 4);
            Vector256.ConvertToSingle(Vector256.Narrow(low, high)).StoreUnsafe(ref weights, bin);
            Vector256.ConvertToSingle(Vector256.Narrow(low >> 32, high >> 32)).StoreUnsafe(ref sums, bin);
        }
    }

    // Two neighbours go into different sums: an addition need not wait for the one before it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fold(ref long even, ref long odd)
    {
        ref uint phase = ref MemoryMarshal.GetArrayDataReference(_phase);
        ref uint advance = ref MemoryMarshal.GetArrayDataReference(_advance);
        ref long packed = ref MemoryMarshal.GetArrayDataReference(_packed);
        int i = 0;
        for (; i < _phase.Length - 1; i += 2)
        {
            uint one = Unsafe.Add(ref phase, i);
            uint two = Unsafe.Add(ref phase, i + 1);
            Unsafe.Add(ref even, (nint)(((ulong)one * Bins) >> 32)) += Unsafe.Add(ref packed, i);
            Unsafe.Add(ref odd, (nint)(((ulong)two * Bins) >> 32)) += Unsafe.Add(ref packed, i + 1);
            Unsafe.Add(ref phase, i) = one + Unsafe.Add(ref advance, i);
            Unsafe.Add(ref phase, i + 1) = two + Unsafe.Add(ref advance, i + 1);
        }

        if (i < _phase.Length)
        {
            uint one = Unsafe.Add(ref phase, i);
            Unsafe.Add(ref even, (nint)(((ulong)one * Bins) >> 32)) += Unsafe.Add(ref packed, i);
            Unsafe.Add(ref phase, i) = one + Unsafe.Add(ref advance, i);
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
