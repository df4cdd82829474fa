using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Zvar;

/// <summary>
/// A grid of points spread by the kernel, and its Fourier transform: eight of them side by side, each in its own place of
/// the vectors, so that nothing is ever shuffled. The frequencies k with the same k mod 4 are transformed at a time, from a
/// grid folded to a quarter of its length, so that it stays in the cache; and that quarter as the rows and columns of a
/// square.
/// </summary>
internal sealed class TransformGrid
{
    /// <summary>The places of a grid, and its frequencies.</summary>
    internal const int Size = Residues * Side * Side;

    /// <summary>A quarter has as many frequencies with the same k mod 4.</summary>
    internal const int Residues = 4;

    /// <summary>The rows and columns of a quarter.</summary>
    internal const int Side = 32;

    private const int Quarter = Side * Side;
    private const int Parts = ComplexLanes.Parts;

    // A row is a place longer, so that those of a column are not all in one set of the cache.
    private const int Row = Side + 1;

    // Rows and columns are transformed by 4 and by 8: exp(2πi bc/32) at [b][c], b below 8 and c below 4.
    private static readonly double[] Factors = UnitFactors.Make(Side, i => (i / 4) * (i % 4) / (double)Side);

    // Between columns and rows: exp(2πi column k/1024) at [column][c][d], k = c + 4d.
    private static readonly double[] Twists = UnitFactors.Make(
        Quarter, i => (i / Side) * ((i % Side / 8) + (4 * (i % 8))) / (double)Quarter);

    // Before them: exp(2πi residue n/4096) at [residue][column][b][a], n = 32 (8a + b) + column.
    private static readonly double[] Shifts = UnitFactors.Make(
        Size,
        i => (i / Quarter) * ((Side * ((8 * (i % 4)) + (i / 4 % 8))) + (i / Side % Side)) / (double)Size);

    private readonly AlignedArray _points = new(Residues * Side * Row * Parts);
    private readonly AlignedArray _folded = new(Side * Row * Parts);
    private readonly AlignedArray _square = new(Side * Row * Parts);
    private readonly AlignedArray _between = new(Side * Parts);
    private readonly AlignedArray _row = new(Side * Parts);

    /// <summary>The first of the places that points are spread over.</summary>
    internal ref double Points => ref _points.First;

    /// <summary>Where a place of the grid is.</summary>
    internal static int PlaceOf(int place) => place + (place / Side);

    /// <summary>Transforms the columns for the frequencies k with one k mod 4.</summary>
    /// <param name="residue">k mod 4.</param>
    /// <param name="quarters">How many quarters of the grid have points, 1, 2 or 4; the others are taken for empty.</param>
    internal void TransformColumns(int residue, int quarters)
    {
        ref double points = ref _points.First;
        if (quarters > 1)
        {
            Fold(ref points, ref _folded.First, residue, quarters);
            points = ref _folded.First;
        }

        for (int column = 0; column < Side; column++)
        {
            ref double shifts = ref Shifts[((residue * Quarter) + (column * Side)) * UnitFactors.Parts];
            TransformShiftedBy4(ref Unsafe.Add(ref points, column * Parts), ref shifts, ref _between.First);
            ref double twists = ref Twists[column * Side * UnitFactors.Parts];
            TransformBy8(ref _between.First, ref twists, ref Unsafe.Add(ref _square.First, column * Parts));
        }
    }

    /// <summary>
    /// Transforms a row of the columns' transforms, and gives the first of 32 places with the frequencies
    /// residue + 4 (row + 32 i).
    /// </summary>
    internal ref double TransformRow(int row)
    {
        TransformBy4(ref Unsafe.Add(ref _square.First, row * Row * Parts), ref _between.First);
        TransformBy8(ref _between.First, ref _row.First);
        return ref _row.First;
    }

    // Σ over the quarters q of i^(residue q) times what is in them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fold(ref double points, ref double folded, int residue, int quarters)
    {
        const int Next = Side * Row;
        for (nint i = 0; i < Next; i++)
        {
            var a = ComplexLanes.Load(ref points, i);
            var b = ComplexLanes.Load(ref points, i + Next);
            if (quarters == 4)
            {
                var c = ComplexLanes.Load(ref points, i + (2 * Next));
                var d = ComplexLanes.Load(ref points, i + (3 * Next));
                (a, b) = residue % 2 == 0 ? (a + c, b + d) : (a - c, b - d);
            }

            ComplexLanes sum = residue switch
            {
                0 => a + b,
                1 => a.PlusI(b),
                2 => a - b,
                _ => a.MinusI(b),
            };
            sum.Store(ref folded, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransformShiftedBy4(ref double column, ref double shifts, ref double between)
    {
        ref double factors = ref MemoryMarshal.GetArrayDataReference(Factors);
        for (nint b = 0; b < 8; b++)
        {
            ComplexLanes x0 = ComplexLanes.Load(ref column, b * Row).Times(ref shifts, 0);
            ComplexLanes x1 = ComplexLanes.Load(ref column, (b + 8) * Row).Times(ref shifts, 1);
            ComplexLanes x2 = ComplexLanes.Load(ref column, (b + 16) * Row).Times(ref shifts, 2);
            ComplexLanes x3 = ComplexLanes.Load(ref column, (b + 24) * Row).Times(ref shifts, 3);
            StoreBy4(x0, x1, x2, x3, ref factors, ref between, b);
            factors = ref Unsafe.Add(ref factors, 4 * UnitFactors.Parts);
            shifts = ref Unsafe.Add(ref shifts, 4 * UnitFactors.Parts);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransformBy4(ref double row, ref double between)
    {
        ref double factors = ref MemoryMarshal.GetArrayDataReference(Factors);
        for (nint b = 0; b < 8; b++)
        {
            var x0 = ComplexLanes.Load(ref row, b);
            var x1 = ComplexLanes.Load(ref row, b + 8);
            var x2 = ComplexLanes.Load(ref row, b + 16);
            var x3 = ComplexLanes.Load(ref row, b + 24);
            StoreBy4(x0, x1, x2, x3, ref factors, ref between, b);
            factors = ref Unsafe.Add(ref factors, 4 * UnitFactors.Parts);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreBy4(
        ComplexLanes x0,
        ComplexLanes x1,
        ComplexLanes x2,
        ComplexLanes x3,
        ref double factors,
        ref double between,
        nint b)
    {
        ShortTransform.Of4(
            x0, x1, x2, x3, out ComplexLanes y0, out ComplexLanes y1, out ComplexLanes y2, out ComplexLanes y3);
        y0.Store(ref between, b);
        y1.Times(ref factors, 1).Store(ref between, b + 8);
        y2.Times(ref factors, 2).Store(ref between, b + 16);
        y3.Times(ref factors, 3).Store(ref between, b + 24);
    }

    // The second half of a column.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransformBy8(ref double between, ref double twists, ref double column)
    {
        for (nint c = 0; c < 4; c++)
        {
            ShortTransform.Of8(
                ref between,
                out ComplexLanes y0,
                out ComplexLanes y1,
                out ComplexLanes y2,
                out ComplexLanes y3,
                out ComplexLanes y4,
                out ComplexLanes y5,
                out ComplexLanes y6,
                out ComplexLanes y7);
            y0.Times(ref twists, 0).Store(ref column, c * Row);
            y1.Times(ref twists, 1).Store(ref column, (c + 4) * Row);
            y2.Times(ref twists, 2).Store(ref column, (c + 8) * Row);
            y3.Times(ref twists, 3).Store(ref column, (c + 12) * Row);
            y4.Times(ref twists, 4).Store(ref column, (c + 16) * Row);
            y5.Times(ref twists, 5).Store(ref column, (c + 20) * Row);
            y6.Times(ref twists, 6).Store(ref column, (c + 24) * Row);
            y7.Times(ref twists, 7).Store(ref column, (c + 28) * Row);
            between = ref Unsafe.Add(ref between, 8 * Parts);
            twists = ref Unsafe.Add(ref twists, 8 * UnitFactors.Parts);
        }
    }

    // The second half of a row.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransformBy8(ref double between, ref double row)
    {
        for (nint c = 0; c < 4; c++)
        {
            ShortTransform.Of8(
                ref between,
                out ComplexLanes y0,
                out ComplexLanes y1,
                out ComplexLanes y2,
                out ComplexLanes y3,
                out ComplexLanes y4,
                out ComplexLanes y5,
                out ComplexLanes y6,
                out ComplexLanes y7);
            y0.Store(ref row, c);
            y1.Store(ref row, c + 4);
            y2.Store(ref row, c + 8);
            y3.Store(ref row, c + 12);
            y4.Store(ref row, c + 16);
            y5.Store(ref row, c + 20);
            y6.Store(ref row, c + 24);
            y7.Store(ref row, c + 28);
            between = ref Unsafe.Add(ref between, 8 * Parts);
        }
    }
}
