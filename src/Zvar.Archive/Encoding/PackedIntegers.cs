using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Zvar.Archive;

/// <summary>
/// Whole numbers in as few bits as the largest of each 64 needs above the smallest: as they are or as the steps from
/// one to the next, whichever is shorter.
/// </summary>
internal static class PackedIntegers
{
    private const int BlockSize = 64;

    /// <summary>How many stand in a byte at most: those of a block that are all the same take two.</summary>
    internal const int MostOfByte = BlockSize / 2;

    // Whatever bit of a byte a number of so many begins at, it lies within eight bytes; wider ones take eight
    // themselves.
    private const int WidestPacked = 56;
    private const int Whole = 64;

    // Set beside the width where the numbers are steps.
    private const int Steps = 0x80;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Write(BlobWriter blob, ReadOnlySpan<long> values)
    {
        Span<long> room = stackalloc long[BlockSize];
        long last = 0;
        for (int from = 0; from < values.Length; from += BlockSize)
        {
            ReadOnlySpan<long> block = values[from..Math.Min(from + BlockSize, values.Length)];
            Span<long> steps = room[..block.Length];
            for (int i = 0; i < steps.Length; i++)
            {
                steps[i] = unchecked(block[i] - last);
                last = block[i];
            }

            (long smallest, int width) = RangeOf(block);
            (long smallestStep, int widthOfSteps) = RangeOf(steps);
            if (widthOfSteps < width)
            {
                WriteBlock(blob, steps, smallestStep, widthOfSteps, Steps);
            }
            else
            {
                WriteBlock(blob, block, smallest, width, form: 0);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Read(ref BlobReader blob, Span<long> values)
    {
        long last = 0;
        for (int from = 0; from < values.Length; from += BlockSize)
        {
            Span<long> block = values[from..Math.Min(from + BlockSize, values.Length)];
            ReadBlock(ref blob, block, last);
            last = block[^1];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (long Smallest, int Width) RangeOf(ReadOnlySpan<long> block)
    {
        (long smallest, long largest) = (block[0], block[0]);
        int i = 0;
        if (block.Length >= Vector<long>.Count)
        {
            (Vector<long> least, Vector<long> most) = (new(block), new(block));
            for (; i <= block.Length - Vector<long>.Count; i += Vector<long>.Count)
            {
                var values = new Vector<long>(block[i..]);
                (least, most) = (Vector.Min(least, values), Vector.Max(most, values));
            }

            for (int lane = 0; lane < Vector<long>.Count; lane++)
            {
                (smallest, largest) = (Math.Min(smallest, least[lane]), Math.Max(largest, most[lane]));
            }
        }

        for (; i < block.Length; i++)
        {
            (smallest, largest) = (Math.Min(smallest, block[i]), Math.Max(largest, block[i]));
        }

        int width = Whole - BitOperations.LeadingZeroCount(unchecked((ulong)(largest - smallest)));
        return (smallest, width > WidestPacked ? Whole : width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteBlock(BlobWriter blob, ReadOnlySpan<long> block, long smallest, int width, int form)
    {
        blob.WriteSigned(smallest);
        blob.WriteByte((byte)(width | form));
        Span<byte> bytes = blob.Take(BytesOf(width, block.Length));
        ulong gathered = 0;
        int bits = 0;
        foreach (long value in block)
        {
            ulong above = unchecked((ulong)(value - smallest));
            gathered |= above << bits;
            bits += width;
            if (bits >= 64)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(bytes, gathered);
                bytes = bytes[sizeof(ulong)..];
                bits -= 64;
                gathered = bits == 0 ? 0 : above >> (width - bits);
            }
        }

        foreach (ref byte rest in bytes)
        {
            rest = (byte)gathered;
            gathered >>= 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadBlock(ref BlobReader blob, Span<long> block, long last)
    {
        long smallest = blob.ReadSigned();
        int form = blob.ReadByte();
        int width = form & ~Steps;
        if (width > WidestPacked && width != Whole)
        {
            throw new DamagedException();
        }

        // Eight bytes are taken at a time, of which the last may be of what follows: where nothing does, there is room.
        int size = BytesOf(width, block.Length);
        scoped ReadOnlySpan<byte> bytes = blob.ReadBytes(size, more: sizeof(ulong));
        if (bytes.Length < size + sizeof(ulong))
        {
            Span<byte> room = stackalloc byte[(BlockSize + 1) * sizeof(ulong)];
            bytes.CopyTo(room);
            bytes = room;
        }

        ulong mask = width == Whole ? ulong.MaxValue : (1UL << width) - 1;
        uint bit = 0;
        ref byte first = ref MemoryMarshal.GetReference(bytes);
        foreach (ref long value in block)
        {
            // Within the bytes, by their length above: checking that for each number again took a third of the time.
            ulong eight = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, bit / 8));
            eight = BitConverter.IsLittleEndian ? eight : BinaryPrimitives.ReverseEndianness(eight);
            value = unchecked((long)((eight >> (int)(bit % 8)) & mask) + smallest);
            bit += (uint)width;
        }

        if ((form & Steps) != 0)
        {
            foreach (ref long value in block)
            {
                value = last = unchecked(last + value);
            }
        }
    }

    private static int BytesOf(int width, int count) => ((width * count) + 7) / 8;
}
