using System.Buffers.Binary;
using System.Numerics;

namespace Zvar.Archive;

/// <summary>
/// Whole numbers in as few bits as the largest of each 64 needs above the smallest: once as they are and once as the steps
/// from one to the next, whichever is shorter.
/// </summary>
internal static class PackedIntegers
{
    private const int BlockSize = 64;
    private const byte Plain = 0;
    private const byte Steps = 1;

    /// <summary>About how many bits they take.</summary>
    internal static long SizeOf(ReadOnlySpan<long> values) => Math.Min(BitsOf(values), BitsOf(StepsOf(values)));

    internal static void Write(BlobWriter blob, ReadOnlySpan<long> values)
    {
        long[] steps = StepsOf(values);
        bool isShorter = BitsOf(steps) < BitsOf(values);
        blob.WriteByte(isShorter ? Steps : Plain);
        ReadOnlySpan<long> written = isShorter ? steps : values;
        for (int from = 0; from < written.Length; from += BlockSize)
        {
            WriteBlock(blob, written[from..Math.Min(from + BlockSize, written.Length)]);
        }
    }

    internal static void Read(ref BlobReader blob, Span<long> values)
    {
        byte form = blob.ReadByte();
        for (int from = 0; from < values.Length; from += BlockSize)
        {
            ReadBlock(ref blob, values[from..Math.Min(from + BlockSize, values.Length)]);
        }

        if (form == Steps)
        {
            long last = 0;
            for (int i = 0; i < values.Length; i++)
            {
                last = unchecked(last + values[i]);
                values[i] = last;
            }
        }
    }

    private static long[] StepsOf(ReadOnlySpan<long> values)
    {
        long[] steps = new long[values.Length];
        long last = 0;
        for (int i = 0; i < values.Length; i++)
        {
            steps[i] = unchecked(values[i] - last);
            last = values[i];
        }

        return steps;
    }

    private static long BitsOf(ReadOnlySpan<long> values)
    {
        long bits = 0;
        for (int from = 0; from < values.Length; from += BlockSize)
        {
            ReadOnlySpan<long> block = values[from..Math.Min(from + BlockSize, values.Length)];
            (_, int width) = RangeOf(block);
            bits += 40 + (width * block.Length);
        }

        return bits;
    }

    private static (long Smallest, int Width) RangeOf(ReadOnlySpan<long> block)
    {
        (long smallest, long largest) = (block[0], block[0]);
        foreach (long value in block)
        {
            smallest = Math.Min(smallest, value);
            largest = Math.Max(largest, value);
        }

        return (smallest, 64 - BitOperations.LeadingZeroCount(unchecked((ulong)(largest - smallest))));
    }

    private static void WriteBlock(BlobWriter blob, ReadOnlySpan<long> block)
    {
        (long smallest, int width) = RangeOf(block);
        blob.WriteSigned(smallest);
        blob.WriteByte((byte)width);
        Span<byte> bytes = blob.Take(BytesOf(width, block.Length));
        bytes.Clear();
        UInt128 gathered = 0;
        int bits = 0;
        int at = 0;
        foreach (long value in block)
        {
            gathered |= (UInt128)unchecked((ulong)(value - smallest)) << bits;
            for (bits += width; bits >= 64; bits -= 64, at += 8, gathered >>= 64)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(bytes[at..], (ulong)gathered);
            }
        }

        for (; at < bytes.Length; at++, gathered >>= 8)
        {
            bytes[at] = (byte)gathered;
        }
    }

    private static void ReadBlock(ref BlobReader blob, Span<long> block)
    {
        long smallest = blob.ReadSigned();
        int width = blob.ReadByte();
        if (width > 64)
        {
            throw new DamagedException();
        }

        ReadOnlySpan<byte> bytes = blob.ReadBytes(BytesOf(width, block.Length));
        ulong mask = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
        UInt128 gathered = 0;
        int bits = 0;
        int at = 0;
        foreach (ref long value in block)
        {
            while (bits < width)
            {
                if (bytes.Length - at >= 8)
                {
                    gathered |= (UInt128)BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]) << bits;
                    (bits, at) = (bits + 64, at + 8);
                }
                else
                {
                    gathered |= (UInt128)bytes[at] << bits;
                    (bits, at) = (bits + 8, at + 1);
                }
            }

            value = unchecked((long)((ulong)gathered & mask) + smallest);
            gathered >>= width;
            bits -= width;
        }
    }

    private static int BytesOf(int width, int count) => ((width * count) + 7) / 8;
}
