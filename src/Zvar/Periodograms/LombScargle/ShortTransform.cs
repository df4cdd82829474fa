using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Zvar;

/// <summary>Fourier transforms of 4 and of 8 numbers, with a positive exponent: y[k] = Σ x[n] exp(2πi nk/N).</summary>
internal static class ShortTransform
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Of4(
        ComplexLanes x0,
        ComplexLanes x1,
        ComplexLanes x2,
        ComplexLanes x3,
        out ComplexLanes y0,
        out ComplexLanes y1,
        out ComplexLanes y2,
        out ComplexLanes y3)
    {
        (ComplexLanes s, ComplexLanes u) = (x0 + x2, x0 - x2);
        (ComplexLanes t, ComplexLanes v) = (x1 + x3, x1 - x3);
        (y0, y2) = (s + t, s - t);
        (y1, y3) = (u.PlusI(v), u.MinusI(v));
    }

    /// <summary>Transforms 8 places that follow each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Of8(
        ref double x,
        out ComplexLanes y0,
        out ComplexLanes y1,
        out ComplexLanes y2,
        out ComplexLanes y3,
        out ComplexLanes y4,
        out ComplexLanes y5,
        out ComplexLanes y6,
        out ComplexLanes y7)
    {
        var x0 = ComplexLanes.Load(ref x, 0);
        var x1 = ComplexLanes.Load(ref x, 1);
        var x2 = ComplexLanes.Load(ref x, 2);
        var x3 = ComplexLanes.Load(ref x, 3);
        var x4 = ComplexLanes.Load(ref x, 4);
        var x5 = ComplexLanes.Load(ref x, 5);
        var x6 = ComplexLanes.Load(ref x, 6);
        var x7 = ComplexLanes.Load(ref x, 7);
        Of4(x0 + x4, x1 + x5, x2 + x6, x3 + x7, out y0, out y2, out y4, out y6);
        OddOf8(x0 - x4, x1 - x5, x2 - x6, x3 - x7, out y1, out y3, out y5, out y7);
    }

    // y[1], y[3], y[5] and y[7] from x[n] - x[n + 4], that is the transform of 4 of these times exp(2πi n/8): the lengths of
    // 1 + i are put right within the last additions.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OddOf8(
        ComplexLanes d0,
        ComplexLanes d1,
        ComplexLanes d2,
        ComplexLanes d3,
        out ComplexLanes y1,
        out ComplexLanes y3,
        out ComplexLanes y5,
        out ComplexLanes y7)
    {
        Vector512<double> length = Vector512.Create(0.70710678118654752440);
        Vector512<double> minus = Vector512.Create(-0.70710678118654752440);
        (ComplexLanes s, ComplexLanes u) = (d0.PlusI(d2), d0.MinusI(d2));
        ComplexLanes t = d1.PlusI(d3).TurnedByEighth();
        ComplexLanes v = d1.MinusI(d3).TurnedByEighth();
        (y1, y5) = (s.Plus(t, length), s.Plus(t, minus));
        (y3, y7) = (u.PlusI(v, length, minus), u.PlusI(v, minus, length));
    }
}
