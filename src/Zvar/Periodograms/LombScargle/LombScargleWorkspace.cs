using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zvar;

/// <summary>
/// Where a thread transforms its points, and the powers come together: one band is computed after the other, and making
/// all this anew takes as long as using it.
/// </summary>
internal sealed class LombScargleWorkspace
{
    private const int Block = BandTransform.Block;
    private const int Lanes = ComplexLanes.Count;
    private const int Row = TransformGrid.Side * Lanes;

    [ThreadStatic]
    private static LombScargleWorkspace? _ofThread;

    private readonly AlignedArray _powers = new(TransformGrid.Size * Lanes);

    private LombScargleWorkspace()
    {
    }

    /// <summary>The one of this thread.</summary>
    internal static LombScargleWorkspace OfThread => _ofThread ??= new();

    /// <summary>The grid of Σ w exp(2πi f t).</summary>
    internal TransformGrid Ones { get; } = new();

    /// <summary>The grid of Σ w y exp(2πi f t).</summary>
    internal TransformGrid Values { get; } = new();

    /// <summary>The grid of Σ w exp(2πi 2f t).</summary>
    internal TransformGrid Doubles { get; } = new();

    /// <summary>The powers at the frequencies that a row of the grids ends with.</summary>
    internal ref double PowersOf(int residue, int row) =>
        ref Unsafe.Add(ref _powers.First, ((residue * TransformGrid.Side) + row) * Row);

    /// <summary>
    /// Copies the powers in the order of their frequencies, as many as there is room for. Rounding may take a power a last
    /// digit beyond what a share can be.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void CopyTo(Span<double> powers)
    {
        if (powers.Length < BandTransform.Frequencies)
        {
            double[] all = new double[BandTransform.Frequencies];
            CopyTo(all);
            all.AsSpan(0, powers.Length).CopyTo(powers);
            return;
        }

        ref double to = ref MemoryMarshal.GetReference(powers);
        for (int m = 0; m < Block; m++)
        {
            int frequency = (m - (Block / 2)) & (TransformGrid.Size - 1);
            int residue = frequency % TransformGrid.Residues;
            int place = frequency / TransformGrid.Residues;
            ref double row = ref PowersOf(residue, place % TransformGrid.Side);
            Vector512<double> lanes = Vector512.ClampNative(
                Vector512.LoadUnsafe(ref row, (nuint)(place / TransformGrid.Side * Lanes)),
                Vector512<double>.Zero,
                Vector512<double>.One);
            Unsafe.Add(ref to, m) = lanes[0];
            Unsafe.Add(ref to, Block + m) = lanes[1];
            Unsafe.Add(ref to, (2 * Block) + m) = lanes[2];
            Unsafe.Add(ref to, (3 * Block) + m) = lanes[3];
            Unsafe.Add(ref to, (4 * Block) + m) = lanes[4];
            Unsafe.Add(ref to, (5 * Block) + m) = lanes[5];
            Unsafe.Add(ref to, (6 * Block) + m) = lanes[6];
            Unsafe.Add(ref to, (7 * Block) + m) = lanes[7];
        }
    }
}
