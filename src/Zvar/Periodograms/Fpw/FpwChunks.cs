using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zvar;

/// <summary>
/// Folds many points at once. The light curve is cut into chunks so short that over a block of neighbouring frequencies
/// all points of a chunk move alike in phase, but for a fraction of a bin: a chunk is folded once, at the block's middle,
/// into half bins, and for each frequency of the block it is only rotated, by as many halves as its middle
/// moves. By which, is the same for all blocks.
///
/// Weight and weight times value are whole numbers, the two halves of one int, so that one addition does both.
/// </summary>
internal sealed class FpwChunks : IFpwFold
{
    // Points whose sums are kept in 16 bits: beyond, each would have too few of them.
    private const int PointsOfGroup = 8000;

    // Of 1/step, how long a chunk may be: at the ends of a block its points are off by 1/37 of a cycle at most.
    private const double ChunkLength = 1.0 / 140;

    private const int Bins = FpwBins.Count;
    private const int SubBins = 2;

    // A row of bins for each sub-bin, the first one repeated behind the last.
    private const int Row = 32;
    private const int FoldSize = SubBins * Row;

    // For each rotation by less than a bin the bins twice over, so that any rotation is 20 that follow each other; and
    // room for a vector's end.
    private const int Doubled = (2 * Bins) + 8;
    private const int RotationSize = SubBins * Doubled;

    // Blocks after which the phases are computed anew, before rounding adds up.
    private const int Exact = 256;

    private const double Cycle = 4294967296.0;

    private readonly double[] _time;
    private readonly uint[] _phase;
    private readonly uint[] _advance;
    private readonly int[] _place;
    private readonly int[] _index;
    private readonly int[] _packed;
    private readonly int[] _fold;
    private readonly int[] _rotations;
    private readonly int[] _offsets;
    private readonly int[] _groups;
    private readonly double _step;
    private readonly float _scale;
    private readonly int _chunks;
    private double _first;
    private int _block;

    private FpwChunks(BandSeries band, double step, int[] packed, List<int> starts, int[] groups, double scale)
    {
        _step = step;
        _scale = (float)scale;
        int points = band.Points;
        _time = new double[points];
        _packed = new int[points];
        _phase = new uint[points];
        _advance = new uint[points];
        _place = new int[points];
        _index = new int[points];
        _chunks = starts.Count;
        _groups = groups;
        _fold = new int[(_chunks * FoldSize) + 8];
        _rotations = new int[_chunks * RotationSize];
        _offsets = new int[_chunks * IFpwFold.Block];
        Deal(band, starts, packed);
        for (int chunk = 0; chunk < _chunks; chunk++)
        {
            int end = chunk + 1 < _chunks ? starts[chunk + 1] : points;
            double middle = (band.Time[starts[chunk]] + band.Time[end - 1]) / 2;
            for (int j = 0; j < IFpwFold.Block; j++)
            {
                long shift = (long)Math.Round(Bins * SubBins * middle * (j - IFpwFold.Middle) * step);
                int rotation = (int)(((-shift % (Bins * SubBins)) + (Bins * SubBins)) % (Bins * SubBins));
                _offsets[(chunk * IFpwFold.Block) + j] = (chunk * RotationSize)
                    + (rotation % SubBins * Doubled)
                    + (rotation / SubBins);
            }
        }
    }

    // Neighbours are of different chunks: an addition then need not wait for the one before it, as it must where both go
    // into one bin.
    private void Deal(BandSeries band, List<int> starts, int[] packed)
    {
        int dealt = 0;
        for (int round = 0; dealt < packed.Length; round++)
        {
            for (int chunk = 0; chunk < starts.Count; chunk++)
            {
                int i = starts[chunk] + round;
                if (i < (chunk + 1 < starts.Count ? starts[chunk + 1] : packed.Length))
                {
                    _time[dealt] = band.Time[i];
                    _packed[dealt] = packed[i];
                    _place[dealt] = chunk * FoldSize;
                    _advance[dealt++] = ToPhase(band.Time[i] * _step * IFpwFold.Block);
                }
            }
        }
    }

    /// <summary>
    /// Makes the fold of a band; null where whole numbers of 16 bits do not tell its points from each other, because a few
    /// of them outweigh the rest.
    /// </summary>
    /// <param name="band">The band.</param>
    /// <param name="step">From one frequency to the next.</param>
    /// <param name="chiSquared">What powers are shares of.</param>
    internal static FpwChunks? TryCreate(BandSeries band, double step, double chiSquared)
    {
        List<int> starts = CutIntoChunks(band.Time, ChunkLength / step);
        int[] groups = [.. GroupChunks(starts, band.Points)];
        (double weights, double sums) = (0, 0);
        int most = 0;
        for (int group = 0, i = 0; group < groups.Length; group++)
        {
            int begin = i;
            int end = groups[group] < starts.Count ? starts[groups[group]] : band.Points;
            (double weight, double sum) = (0, 0);
            for (; i < end; i++)
            {
                weight += band.Weight[i];
                sum += band.Weight[i] * Math.Abs(band.Value[i]);
            }

            (weights, sums, most) = (Math.Max(weights, weight), Math.Max(sums, sum), Math.Max(most, end - begin));
        }

        // Rounding may add a half a point.
        double weightScale = (ushort.MaxValue - most) / weights;
        double sumScale = (short.MaxValue - most) / sums;
        if (!(weightScale > 0 && sumScale > 0))
        {
            return null;
        }

        int[] packed = new int[band.Points];
        double lost = 0;
        for (int i = 0; i < packed.Length; i++)
        {
            int weight = (int)Math.Round(band.Weight[i] * weightScale);
            packed[i] = ((int)Math.Round(band.Weight[i] * band.Value[i] * sumScale) << 16) + weight;
            lost += weight < 2 ? band.Weight[i] * band.Value[i] * band.Value[i] : 0;
        }

        return lost <= 0.01 * band.ChiSquared
            ? new FpwChunks(band, step, packed, starts, groups, weightScale / (sumScale * sumScale) / chiSquared)
            : null;
    }

    /// <inheritdoc/>
    public void Start(double first)
    {
        _first = first;
        _block = 0;
        Synchronize();
    }

    /// <inheritdoc/>
    public void Next()
    {
        // Folding has advanced the phases already.
        if (++_block % Exact == 0)
        {
            Synchronize();
        }
    }

    /// <inheritdoc/>
    public void AddTo(FpwBlock block)
    {
        Fold();
        Rotate();
        if (_groups.Length == 1)
        {
            for (int j = 0; j < IFpwFold.Block; j += 4)
            {
                AddFour(block, j);
            }
        }
        else
        {
            AddGroups(block);
        }
    }

    private static List<int> CutIntoChunks(double[] time, double longest)
    {
        List<int> starts = [0];
        for (int i = 1; i < time.Length; i++)
        {
            if (time[i] - time[starts[^1]] > longest)
            {
                starts.Add(i);
            }
        }

        return starts;
    }

    // The ends of runs of chunks that have at most as many points as a group, or are one chunk.
    private static IEnumerable<int> GroupChunks(List<int> starts, int points)
    {
        int begin = 0;
        for (int chunk = 1; chunk <= starts.Count; chunk++)
        {
            int end = chunk < starts.Count ? (chunk + 1 < starts.Count ? starts[chunk + 1] : points) : int.MaxValue;
            if (chunk == starts.Count || end - starts[begin] > PointsOfGroup)
            {
                yield return chunk;
                begin = chunk;
            }
        }
    }

    private static uint ToPhase(double cycles) => (uint)(long)Math.Round((cycles - Math.Floor(cycles)) * Cycle);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Synchronize()
    {
        double middle = _first + (((_block * (double)IFpwFold.Block) + IFpwFold.Middle) * _step);
        ref double time = ref MemoryMarshal.GetArrayDataReference(_time);
        ref uint phase = ref MemoryMarshal.GetArrayDataReference(_phase);

        // Beside 2^20 the last 32 bits of a double are 2^-32: the phase as it is wanted.
        Vector256<double> large = Vector256.Create(1048576.0);
        int i = 0;
        for (; i <= _time.Length - 8; i += 8)
        {
            Vector256<double> low = Vector256.LoadUnsafe(ref time, (nuint)i) * Vector256.Create(middle);
            Vector256<double> high = Vector256.LoadUnsafe(ref time, (nuint)i + 4) * Vector256.Create(middle);
            low += large - Vector256.Floor(low);
            high += large - Vector256.Floor(high);
            Vector256.Narrow(low.AsUInt64(), high.AsUInt64()).StoreUnsafe(ref phase, (nuint)i);
        }

        for (; i < _time.Length; i++)
        {
            double cycles = _time[i] * middle;
            cycles += large[0] - Math.Floor(cycles);
            _phase[i] = (uint)BitConverter.DoubleToUInt64Bits(cycles);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fold()
    {
        Array.Clear(_fold);
        int points = _phase.Length;
        ref uint phase = ref MemoryMarshal.GetArrayDataReference(_phase);
        ref int place = ref MemoryMarshal.GetArrayDataReference(_place);
        ref int index = ref MemoryMarshal.GetArrayDataReference(_index);
        ref uint advance = ref MemoryMarshal.GetArrayDataReference(_advance);
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i <= points - 16; i += 16)
            {
                Vector512<uint> now = Vector512.LoadUnsafe(ref phase, (nuint)i);
                (now + Vector512.LoadUnsafe(ref advance, (nuint)i)).StoreUnsafe(ref phase, (nuint)i);
                Vector512<uint> half = now >>> 16;
                Vector512<uint> subBin = ((half << 5) + (half << 3)) >>> 16;
                Vector512<uint> row = (subBin & Vector512.Create((uint)SubBins - 1)) << 5;
                (Vector512.LoadUnsafe(ref place, (nuint)i) + (row + (subBin >>> 1)).AsInt32())
                    .StoreUnsafe(ref index, (nuint)i);
            }
        }

        for (; i <= points - 8; i += 8)
        {
            Vector256<uint> now = Vector256.LoadUnsafe(ref phase, (nuint)i);
            (now + Vector256.LoadUnsafe(ref advance, (nuint)i)).StoreUnsafe(ref phase, (nuint)i);
            Vector256<uint> half = now >>> 16;
            Vector256<uint> subBin = ((half << 5) + (half << 3)) >>> 16;
            Vector256<uint> row = (subBin & Vector256.Create((uint)SubBins - 1)) << 5;
            (Vector256.LoadUnsafe(ref place, (nuint)i) + (row + (subBin >>> 1)).AsInt32())
                .StoreUnsafe(ref index, (nuint)i);
        }

        for (; i < points; i++)
        {
            int subBin = (int)(((_phase[i] >>> 16) * (Bins * SubBins)) >>> 16);
            _index[i] = _place[i] + ((subBin & (SubBins - 1)) * Row) + (subBin >> 1);
            _phase[i] += _advance[i];
        }

        ref int fold = ref MemoryMarshal.GetArrayDataReference(_fold);
        ref int packed = ref MemoryMarshal.GetArrayDataReference(_packed);
        for (i = 0; i <= points - 4; i += 4)
        {
            Unsafe.Add(ref fold, Unsafe.Add(ref index, i)) += Unsafe.Add(ref packed, i);
            Unsafe.Add(ref fold, Unsafe.Add(ref index, i + 1)) += Unsafe.Add(ref packed, i + 1);
            Unsafe.Add(ref fold, Unsafe.Add(ref index, i + 2)) += Unsafe.Add(ref packed, i + 2);
            Unsafe.Add(ref fold, Unsafe.Add(ref index, i + 3)) += Unsafe.Add(ref packed, i + 3);
        }

        for (; i < points; i++)
        {
            Unsafe.Add(ref fold, Unsafe.Add(ref index, i)) += Unsafe.Add(ref packed, i);
        }
    }

    // Of each chunk the bins as they are, and as they are when rotated by half a bin.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Rotate()
    {
        ref int fold = ref MemoryMarshal.GetArrayDataReference(_fold);
        ref int rotations = ref MemoryMarshal.GetArrayDataReference(_rotations);
        for (int chunk = 0; chunk < _chunks; chunk++)
        {
            ref int rows = ref Unsafe.Add(ref fold, chunk * FoldSize);
            for (int sub = 0; sub < SubBins; sub++)
            {
                Unsafe.Add(ref rows, (sub * Row) + Bins) = Unsafe.Add(ref rows, sub * Row);
            }

            // The vector of the last four bins first: what it writes beyond them, the first ones write over.
            ref int rotated = ref Unsafe.Add(ref rotations, chunk * RotationSize);
            Rotate(ref rows, ref rotated, 16);
            Rotate(ref rows, ref rotated, 0);
            Rotate(ref rows, ref rotated, 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rotate(ref int rows, ref int rotated, int at)
    {
        Vector256<int> zero = Vector256.LoadUnsafe(ref rows, (nuint)at);
        Vector256<int> one = Vector256.LoadUnsafe(ref rows, (nuint)(Row + at));
        Vector256<int> none = zero + one;
        Store(none, ref rotated, at);
        Store(none - zero + Vector256.LoadUnsafe(ref rows, (nuint)(at + 1)), ref rotated, Doubled + at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> bins, ref int rotated, int at)
    {
        bins.StoreUnsafe(ref rotated, (nuint)at);
        bins.StoreUnsafe(ref rotated, (nuint)(at + Bins));
    }

    // The sums of four neighbouring frequencies: in each vector the bins of one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddFour(FpwBlock block, int j)
    {
        ref int rotations = ref MemoryMarshal.GetArrayDataReference(_rotations);
        ref int offset = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_offsets), j);
        (Vector256<int> a0, Vector256<int> a8, Vector128<int> a16) = (default, default, default);
        (Vector256<int> b0, Vector256<int> b8, Vector128<int> b16) = (default, default, default);
        (Vector256<int> c0, Vector256<int> c8, Vector128<int> c16) = (default, default, default);
        (Vector256<int> d0, Vector256<int> d8, Vector128<int> d16) = (default, default, default);
        for (int chunk = 0; chunk < _chunks; chunk++)
        {
            nuint a = (nuint)offset;
            nuint b = (nuint)Unsafe.Add(ref offset, 1);
            nuint c = (nuint)Unsafe.Add(ref offset, 2);
            nuint d = (nuint)Unsafe.Add(ref offset, 3);
            offset = ref Unsafe.Add(ref offset, IFpwFold.Block);
            a0 += Vector256.LoadUnsafe(ref rotations, a);
            a8 += Vector256.LoadUnsafe(ref rotations, a + 8);
            a16 += Vector128.LoadUnsafe(ref rotations, a + 16);
            b0 += Vector256.LoadUnsafe(ref rotations, b);
            b8 += Vector256.LoadUnsafe(ref rotations, b + 8);
            b16 += Vector128.LoadUnsafe(ref rotations, b + 16);
            c0 += Vector256.LoadUnsafe(ref rotations, c);
            c8 += Vector256.LoadUnsafe(ref rotations, c + 8);
            c16 += Vector128.LoadUnsafe(ref rotations, c + 16);
            d0 += Vector256.LoadUnsafe(ref rotations, d);
            d8 += Vector256.LoadUnsafe(ref rotations, d + 8);
            d16 += Vector128.LoadUnsafe(ref rotations, d + 16);
        }

        // 20 bins: each vector of its own frequency.
        Vector128<float> twenty = Vector128.Create(
            Sum(Terms(a0) + Terms(a8), Terms(a16)),
            Sum(Terms(b0) + Terms(b8), Terms(b16)),
            Sum(Terms(c0) + Terms(c8), Terms(c16)),
            Sum(Terms(d0) + Terms(d8), Terms(d16)));

        // 10 bins: the sum of a pair stands at both its places, so two frequencies share a vector, place by place.
        (a0, a8, a16) = (Pairs(a0), Pairs(a8), Pairs(a16));
        (b0, b8, b16) = (Pairs(b0), Pairs(b8), Pairs(b16));
        (c0, c8, c16) = (Pairs(c0), Pairs(c8), Pairs(c16));
        (d0, d8, d16) = (Pairs(d0), Pairs(d8), Pairs(d16));
        Vector128<float> ab = Halves(Terms(Odd(a0, b0)) + Terms(Odd(a8, b8))) + Terms(Odd(a16, b16));
        Vector128<float> cd = Halves(Terms(Odd(c0, d0)) + Terms(Odd(c8, d8))) + Terms(Odd(c16, d16));
        Vector128<float> ten = Vector128.Create(ab.GetLower(), cd.GetLower())
            + Vector128.Create(ab.GetUpper(), cd.GetUpper());

        // 5 bins: four frequencies share one.
        Vector128<float> five = Halves(
            Terms(Fours(a0, b0, c0, d0)) + Terms(Fours(a8, b8, c8, d8))) + Terms(Fours(a16, b16, c16, d16));

        Vector128<float> scale = Vector128.Create(_scale);
        Add(block.Power20, j, twenty * scale);
        Add(block.Power10, j, ten * scale);
        Add(block.Power5, j, five * scale);
    }

    private static void Add(float[] powers, int j, Vector128<float> added) =>
        (Vector128.LoadUnsafe(ref powers[j]) + added).StoreUnsafe(ref powers[j]);

    // Y²/V of packed sums; a bin whose weight is less than one counts as one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Terms(Vector256<int> packed)
    {
        Vector256<float> sum = Vector256.ConvertToSingle(packed >> 16);
        Vector256<float> weight = Vector256.ConvertToSingle(
            Vector256.Max(packed & Vector256.Create((int)ushort.MaxValue), Vector256<int>.One));
        return sum * sum / weight;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Terms(Vector128<int> packed)
    {
        Vector128<float> sum = Vector128.ConvertToSingle(packed >> 16);
        Vector128<float> weight = Vector128.ConvertToSingle(
            Vector128.Max(packed & Vector128.Create((int)ushort.MaxValue), Vector128<int>.One));
        return sum * sum / weight;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Halves(Vector256<float> terms) => terms.GetLower() + terms.GetUpper();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector256<float> terms, Vector128<float> last)
    {
        Vector128<float> four = Halves(terms) + last;
        Vector64<float> two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Pairs(Vector256<int> bins) =>
        bins + Vector256.Shuffle(bins, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Pairs(Vector128<int> bins) =>
        bins + Vector128.Shuffle(bins, Vector128.Create(1, 0, 3, 2));

    // The even places of one, the odd ones of another.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Odd(Vector256<int> even, Vector256<int> odd) =>
        Vector256.ConditionalSelect(Vector256.Create(-1, 0, -1, 0, -1, 0, -1, 0), even, odd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Odd(Vector128<int> even, Vector128<int> odd) =>
        Vector128.ConditionalSelect(Vector128.Create(-1, 0, -1, 0), even, odd);

    // Of pairs the fours, those of each frequency at one place of four.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Fours(Vector256<int> a, Vector256<int> b, Vector256<int> c, Vector256<int> d)
    {
        Vector256<int> swapped = Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5);
        Vector256<int> ab = Odd(a + Vector256.Shuffle(a, swapped), b + Vector256.Shuffle(b, swapped));
        Vector256<int> cd = Odd(c + Vector256.Shuffle(c, swapped), d + Vector256.Shuffle(d, swapped));
        return Vector256.ConditionalSelect(Vector256.Create(-1, -1, 0, 0, -1, -1, 0, 0), ab, cd);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Fours(Vector128<int> a, Vector128<int> b, Vector128<int> c, Vector128<int> d)
    {
        Vector128<int> swapped = Vector128.Create(2, 3, 0, 1);
        Vector128<int> ab = Odd(a + Vector128.Shuffle(a, swapped), b + Vector128.Shuffle(b, swapped));
        Vector128<int> cd = Odd(c + Vector128.Shuffle(c, swapped), d + Vector128.Shuffle(d, swapped));
        return Vector128.ConditionalSelect(Vector128.Create(-1, -1, 0, 0), ab, cd);
    }

    // So many points that 16 bits do not hold the sums of all: they are added as wider numbers, a group at a time.
    private void AddGroups(FpwBlock block)
    {
        Span<float> weights = stackalloc float[FpwBins.Padded];
        Span<float> sums = stackalloc float[FpwBins.Padded];
        Span<int> group = stackalloc int[Bins];
        for (int j = 0; j < IFpwFold.Block; j++)
        {
            weights.Clear();
            sums.Clear();
            int chunk = 0;
            foreach (int end in _groups)
            {
                group.Clear();
                for (; chunk < end; chunk++)
                {
                    int offset = _offsets[(chunk * IFpwFold.Block) + j];
                    for (int bin = 0; bin < Bins; bin++)
                    {
                        group[bin] += _rotations[offset + bin];
                    }
                }

                for (int bin = 0; bin < Bins; bin++)
                {
                    weights[bin] += group[bin] & ushort.MaxValue;
                    sums[bin] += group[bin] >> 16;
                }
            }

            (float twenty, float ten, float five) = FpwBins.Score(ref weights[0], ref sums[0]);
            block.Power20[j] += twenty * _scale;
            block.Power10[j] += ten * _scale;
            block.Power5[j] += five * _scale;
        }
    }
}
