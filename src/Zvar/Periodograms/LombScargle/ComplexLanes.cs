using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Zvar;

/// <summary>Eight complex numbers side by side. A place of an array has the real parts, then the imaginary ones.</summary>
internal readonly struct ComplexLanes(Vector512<double> real, Vector512<double> imaginary)
{
    /// <summary>How many there are.</summary>
    internal const int Count = 8;

    /// <summary>The numbers of a place.</summary>
    internal const int Parts = 2 * Count;

    internal readonly Vector512<double> Real = real;
    internal readonly Vector512<double> Imaginary = imaginary;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes operator +(ComplexLanes a, ComplexLanes b) =>
        new(a.Real + b.Real, a.Imaginary + b.Imaginary);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes operator -(ComplexLanes a, ComplexLanes b) =>
        new(a.Real - b.Real, a.Imaginary - b.Imaginary);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ComplexLanes Load(ref double first, nint place)
    {
        ref double at = ref Unsafe.Add(ref first, place * Parts);
        return new(Vector512.LoadUnsafe(ref at), Vector512.LoadUnsafe(ref at, Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Store(ref double first, nint place)
    {
        ref double at = ref Unsafe.Add(ref first, place * Parts);
        Real.StoreUnsafe(ref at);
        Imaginary.StoreUnsafe(ref at, Count);
    }

    /// <summary>a + i b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ComplexLanes PlusI(ComplexLanes b) => new(Real - b.Imaginary, Imaginary + b.Real);

    /// <summary>a - i b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ComplexLanes MinusI(ComplexLanes b) => new(Real + b.Imaginary, Imaginary - b.Real);

    /// <summary>a (1 + i), an eighth of a turn but for its length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ComplexLanes TurnedByEighth() => new(Real - Imaginary, Real + Imaginary);

    /// <summary>a + s b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ComplexLanes Plus(ComplexLanes b, Vector512<double> s) => new(
        Vector512.MultiplyAddEstimate(b.Real, s, Real),
        Vector512.MultiplyAddEstimate(b.Imaginary, s, Imaginary));

    /// <summary>a + i s b.</summary>
    /// <param name="b">The other.</param>
    /// <param name="s">A real factor.</param>
    /// <param name="minusS">The same with the other sign.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ComplexLanes PlusI(ComplexLanes b, Vector512<double> s, Vector512<double> minusS) => new(
        Vector512.MultiplyAddEstimate(b.Imaginary, minusS, Real),
        Vector512.MultiplyAddEstimate(b.Real, s, Imaginary));

    /// <summary>All times one factor.</summary>
    /// <param name="factors">The first of a table of <see cref="UnitFactors"/>.</param>
    /// <param name="index">Which of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ComplexLanes Times(ref double factors, int index)
    {
        ref double factor = ref Unsafe.Add(ref factors, index * UnitFactors.Parts);
        Vector512<double> cos = Vector512.Create(factor);
        Vector512<double> sin = Vector512.Create(Unsafe.Add(ref factor, 1));
        Vector512<double> minusSin = Vector512.Create(Unsafe.Add(ref factor, 2));
        return new(
            Vector512.MultiplyAddEstimate(Imaginary, minusSin, Real * cos),
            Vector512.MultiplyAddEstimate(Real, sin, Imaginary * cos));
    }
}
