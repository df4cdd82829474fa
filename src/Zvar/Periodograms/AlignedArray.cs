using System.Runtime.InteropServices;

namespace Zvar;

/// <summary>Arrays that begin where a line of the cache does, so that no vector lies across two.</summary>
internal static class AlignedArray
{
    private const int Line = 64;

    /// <summary>Makes an array that stays where it is, and says from which element on to use it.</summary>
    /// <param name="length">How many elements to use.</param>
    /// <param name="start">The first of them.</param>
    internal static double[] Allocate(int length, out int start)
    {
        double[] array = GC.AllocateArray<double>(length + (Line / sizeof(double)), pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        start = (int)((Line - (address % Line)) % Line) / sizeof(double);
        return array;
    }
}
