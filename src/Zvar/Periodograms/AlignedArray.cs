using System.Runtime.InteropServices;

namespace Zvar;

/// <summary>An array that begins where a line of the cache does, so that no vector lies across two.</summary>
internal sealed class AlignedArray
{
    private const int Line = 64;

    // It stays where it is.
    private readonly double[] _array;
    private readonly int _start;

    /// <summary>Makes an array of zeros.</summary>
    /// <param name="length">How many elements.</param>
    internal AlignedArray(int length)
    {
        _array = GC.AllocateArray<double>(length + (Line / sizeof(double)), pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _start = (int)((Line - (address % Line)) % Line) / sizeof(double);
    }

    /// <summary>The first element.</summary>
    internal ref double First => ref _array[_start];
}
