using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zvar;

/// <summary>
/// A grid of points spread by the kernel, and its Fourier transform: eight of them side by side, each in its own place of
/// the vectors, so that nothing is ever shuffled. It is in place, by radix 4, with the results in the order of reversed
/// digits, and its exponent is positive.
/// </summary>
internal sealed class TransformGrid
{
    /// <summary>The places of a transform: 4 to the sixth.</summary>
    internal const int Size = 4096;

    /// <summary>The transforms side by side.</summary>
    internal const int Lanes = 8;

    // Of a place the real parts, then the imaginary ones.
    private const int Parts = 2 * Lanes;

    private const int Width = SpreadingKernel.Width;

    // Of each size the factors exp(2πi k/size), exp(2πi 2k/size) and exp(2πi 3k/size), real and imaginary parts.
    private static readonly double[][] Twiddles = MakeTwiddles();

    private static readonly int[] Places = MakePlaces();

    private readonly double[] _parts;
    private readonly int _start;

    // Points near the end are spread beyond it, and what is there belongs to the beginning.
    internal TransformGrid() => _parts = AlignedArray.Allocate((Size + Width) * Parts, out _start);

    private ref double First => ref _parts[_start];

    /// <summary>Empties the first so many quarters, where points will be.</summary>
    internal void Clear(int quarters) => Array.Clear(_parts, _start, ((quarters * (Size / 4)) + Width) * Parts);

    /// <summary>Spreads a point.</summary>
    /// <param name="place">The first of the places it is spread over.</param>
    /// <param name="kernel">The kernel at each of them.</param>
    /// <param name="real">The real parts of its eight coefficients.</param>
    /// <param name="imaginary">The imaginary parts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(int place, ref double kernel, Vector512<double> real, Vector512<double> imaginary)
    {
        ref double at = ref Unsafe.Add(ref First, place * Parts);
        for (int k = 0; k < Width; k += 2)
        {
            Vector512<double> factor = Vector512.Create(Unsafe.Add(ref kernel, k));
            Vector512<double> next = Vector512.Create(Unsafe.Add(ref kernel, k + 1));
            (Vector512.LoadUnsafe(ref at) + (factor * real)).StoreUnsafe(ref at);
            (Vector512.LoadUnsafe(ref at, Lanes) + (factor * imaginary)).StoreUnsafe(ref at, Lanes);
            (Vector512.LoadUnsafe(ref at, 2 * Lanes) + (next * real)).StoreUnsafe(ref at, 2 * Lanes);
            (Vector512.LoadUnsafe(ref at, 3 * Lanes) + (next * imaginary)).StoreUnsafe(ref at, 3 * Lanes);
            at = ref Unsafe.Add(ref at, 2 * Parts);
        }
    }

    /// <summary>What was transformed, at a frequency of the grid, above zero or below.</summary>
    internal (Vector512<double> Real, Vector512<double> Imaginary) At(int frequency)
    {
        nuint at = (nuint)(Places[frequency & (Size - 1)] * Parts);
        ref double first = ref First;
        return (Vector512.LoadUnsafe(ref first, at), Vector512.LoadUnsafe(ref first, at + Lanes));
    }

    /// <summary>Transforms what has points in its first so many quarters, 1, 2 or 4, the others being empty.</summary>
    internal void Transform(int quarters)
    {
        ref double first = ref First;
        if (quarters == 4)
        {
            for (nuint at = 0; at < Width * Parts; at += Lanes)
            {
                (Vector512.LoadUnsafe(ref first, at) + Vector512.LoadUnsafe(ref first, at + (Size * Parts)))
                    .StoreUnsafe(ref first, at);
            }
        }

        switch (quarters)
        {
            case 1:
                SpreadOut(ref first, Size / 4, Twiddles[int.Log2(Size) / 2]);
                break;
            case 2:
                Halves(ref first, Size / 4, Twiddles[int.Log2(Size) / 2]);
                break;
            default:
                Butterflies(ref first, Size / 4, Twiddles[int.Log2(Size) / 2]);
                break;
        }

        TransformQuarters(ref first, Size);
    }

    // One quarter after the other to the end: the small ones stay in the nearest cache.
    private static void TransformQuarters(ref double first, int size)
    {
        for (int quarter = 0; quarter < 4; quarter++)
        {
            ref double part = ref Unsafe.Add(ref first, quarter * (size / 4) * Parts);
            if (size == 16)
            {
                Last(ref part);
            }
            else
            {
                Butterflies(ref part, size / 16, Twiddles[int.Log2(size / 4) / 2]);
                TransformQuarters(ref part, size / 4);
            }
        }
    }

    // The first step where only the first quarter has points.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SpreadOut(ref double first, int quarter, double[] twiddles)
    {
        ref double factor = ref MemoryMarshal.GetArrayDataReference(twiddles);
        nuint one = (nuint)(quarter * Parts);
        for (nuint k = 0; k < one; k += Parts)
        {
            Vector512<double> real = Vector512.LoadUnsafe(ref first, k);
            Vector512<double> imaginary = Vector512.LoadUnsafe(ref first, k + Lanes);
            Store(real, imaginary, ref first, k + one, ref factor);
            Store(real, imaginary, ref first, k + (2 * one), ref Unsafe.Add(ref factor, 2));
            Store(real, imaginary, ref first, k + (3 * one), ref Unsafe.Add(ref factor, 4));
            factor = ref Unsafe.Add(ref factor, 6);
        }
    }

    // The first step where only the first two quarters have points.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Halves(ref double first, int quarter, double[] twiddles)
    {
        ref double factor = ref MemoryMarshal.GetArrayDataReference(twiddles);
        nuint one = (nuint)(quarter * Parts);
        for (nuint k = 0; k < one; k += Parts)
        {
            Vector512<double> ar = Vector512.LoadUnsafe(ref first, k);
            Vector512<double> ai = Vector512.LoadUnsafe(ref first, k + Lanes);
            Vector512<double> br = Vector512.LoadUnsafe(ref first, k + one);
            Vector512<double> bi = Vector512.LoadUnsafe(ref first, k + one + Lanes);
            (ar + br).StoreUnsafe(ref first, k);
            (ai + bi).StoreUnsafe(ref first, k + Lanes);
            Store(ar - bi, ai + br, ref first, k + one, ref factor);
            Store(ar - br, ai - bi, ref first, k + (2 * one), ref Unsafe.Add(ref factor, 2));
            Store(ar + bi, ai - br, ref first, k + (3 * one), ref Unsafe.Add(ref factor, 4));
            factor = ref Unsafe.Add(ref factor, 6);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Butterflies(ref double first, int quarter, double[] twiddles)
    {
        ref double factor = ref MemoryMarshal.GetArrayDataReference(twiddles);
        nuint one = (nuint)(quarter * Parts);
        nuint two = 2 * one;
        nuint three = 3 * one;
        for (nuint k = 0; k < one; k += Parts)
        {
            Vector512<double> ar = Vector512.LoadUnsafe(ref first, k);
            Vector512<double> ai = Vector512.LoadUnsafe(ref first, k + Lanes);
            Vector512<double> br = Vector512.LoadUnsafe(ref first, k + one);
            Vector512<double> bi = Vector512.LoadUnsafe(ref first, k + one + Lanes);
            Vector512<double> cr = Vector512.LoadUnsafe(ref first, k + two);
            Vector512<double> ci = Vector512.LoadUnsafe(ref first, k + two + Lanes);
            Vector512<double> dr = Vector512.LoadUnsafe(ref first, k + three);
            Vector512<double> di = Vector512.LoadUnsafe(ref first, k + three + Lanes);
            (Vector512<double> sr, Vector512<double> si) = (ar + cr, ai + ci);
            (Vector512<double> tr, Vector512<double> ti) = (br + dr, bi + di);
            (Vector512<double> ur, Vector512<double> ui) = (ar - cr, ai - ci);
            (Vector512<double> vr, Vector512<double> vi) = (br - dr, bi - di);
            (sr + tr).StoreUnsafe(ref first, k);
            (si + ti).StoreUnsafe(ref first, k + Lanes);
            Store(ur - vi, ui + vr, ref first, k + one, ref factor);
            Store(sr - tr, si - ti, ref first, k + two, ref Unsafe.Add(ref factor, 2));
            Store(ur + vi, ui - vr, ref first, k + three, ref Unsafe.Add(ref factor, 4));
            factor = ref Unsafe.Add(ref factor, 6);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        Vector512<double> real, Vector512<double> imaginary, ref double first, nuint at, ref double factor)
    {
        Vector512<double> cos = Vector512.Create(factor);
        Vector512<double> sin = Vector512.Create(Unsafe.Add(ref factor, 1));
        ((real * cos) - (imaginary * sin)).StoreUnsafe(ref first, at);
        ((real * sin) + (imaginary * cos)).StoreUnsafe(ref first, at + Lanes);
    }

    // Four places, whose factors are all one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Last(ref double first)
    {
        Vector512<double> ar = Vector512.LoadUnsafe(ref first, 0);
        Vector512<double> ai = Vector512.LoadUnsafe(ref first, Lanes);
        Vector512<double> br = Vector512.LoadUnsafe(ref first, Parts);
        Vector512<double> bi = Vector512.LoadUnsafe(ref first, Parts + Lanes);
        Vector512<double> cr = Vector512.LoadUnsafe(ref first, 2 * Parts);
        Vector512<double> ci = Vector512.LoadUnsafe(ref first, (2 * Parts) + Lanes);
        Vector512<double> dr = Vector512.LoadUnsafe(ref first, 3 * Parts);
        Vector512<double> di = Vector512.LoadUnsafe(ref first, (3 * Parts) + Lanes);
        (Vector512<double> sr, Vector512<double> si) = (ar + cr, ai + ci);
        (Vector512<double> tr, Vector512<double> ti) = (br + dr, bi + di);
        (Vector512<double> ur, Vector512<double> ui) = (ar - cr, ai - ci);
        (Vector512<double> vr, Vector512<double> vi) = (br - dr, bi - di);
        (sr + tr).StoreUnsafe(ref first, 0);
        (si + ti).StoreUnsafe(ref first, Lanes);
        (ur - vi).StoreUnsafe(ref first, Parts);
        (ui + vr).StoreUnsafe(ref first, Parts + Lanes);
        (sr - tr).StoreUnsafe(ref first, 2 * Parts);
        (si - ti).StoreUnsafe(ref first, (2 * Parts) + Lanes);
        (ur + vi).StoreUnsafe(ref first, 3 * Parts);
        (ui - vr).StoreUnsafe(ref first, (3 * Parts) + Lanes);
    }

    private static double[][] MakeTwiddles()
    {
        double[][] twiddles = new double[(int.Log2(Size) / 2) + 1][];
        for (int size = 4; size <= Size; size *= 4)
        {
            double[] factors = new double[size / 4 * 6];
            for (int k = 0; k < size / 4; k++)
            {
                for (int multiple = 1; multiple <= 3; multiple++)
                {
                    (double sin, double cos) = Math.SinCos(Math.Tau * multiple * k / size);
                    factors[(6 * k) + (2 * (multiple - 1))] = cos;
                    factors[(6 * k) + (2 * (multiple - 1)) + 1] = sin;
                }
            }

            twiddles[int.Log2(size) / 2] = factors;
        }

        return twiddles;
    }

    private static int[] MakePlaces()
    {
        int[] places = new int[Size];
        for (int frequency = 0; frequency < Size; frequency++)
        {
            int place = 0;
            for (int rest = frequency, quarter = Size / 4; quarter > 0; rest /= 4, quarter /= 4)
            {
                place += rest % 4 * quarter;
            }

            places[frequency] = place;
        }

        return places;
    }
}
