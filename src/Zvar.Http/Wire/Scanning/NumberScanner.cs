using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zvar.Http;

// Reads a JSON number from bytes, sixteen at a time and without a branch on how many digits it has, which no processor
// can foretell. Up to fifteen digits make a whole number below 2^53, which over a power of ten that is a double itself
// divides to the nearest double (Clinger 1990, PLDI '90, 92); longer numbers are left to Utf8Parser, to which
// Utf8JsonReader leaves them all. What is unusual (an exponent, no number at all) is not read here.
internal static class NumberScanner
{
    // The most bytes it looks at.
    internal const int Reach = 48;

    private const int Width = 16;
    private const uint Null = 'n' | ('u' << 8) | ('l' << 16) | ((uint)'l' << 24);

    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("-.0123456789"u8);

    // By decimals, and again for what is below zero.
    private static ReadOnlySpan<double> Scales =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
        -1e0, -1e1, -1e2, -1e3, -1e4, -1e5, -1e6, -1e7, -1e8, -1e9, -1e10, -1e11, -1e12, -1e13, -1e14, -1e15,
    ];

    // A number, or null as NaN; returns its length, or 0 where it is something else.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int ReadNumber(ref byte text, out double number)
    {
        int sign = text == '-' ? 1 : 0;
        Vector128<byte> bytes = Vector128.LoadUnsafe(ref text, (nuint)sign);
        Vector128<byte> digits = bytes - Vector128.Create((byte)'0');
        uint points = Vector128.Equals(bytes, Vector128.Create((byte)'.')).ExtractMostSignificantBits();
        uint others = Vector128.GreaterThan(digits, Vector128.Create((byte)9)).ExtractMostSignificantBits();
        int length = BitOperations.TrailingZeroCount((others ^ points) | (1u << Width));
        uint point = points & ((1u << length) - 1);
        int whole = BitOperations.TrailingZeroCount(point | (1u << length));

        // No end within reach, no digit before the point or after it, a second point, a zero in front.
        if (length == Width
            || whole == 0
            || whole == length - 1
            || (point & (point - 1)) != 0
            || (digits.ToScalar() == 0 && whole > 1))
        {
            return ReadUnusual(ref text, length, out number);
        }

        // The digits at the right end, those before the point moved over it; what comes from nowhere is zero. A whole
        // number is taken as one with a point behind it.
        int end = Math.Max(length, whole + 1);
        Vector128<byte> from = Vector128<byte>.Indices + Vector128.Create((byte)(end - Width));
        from += Vector128.LessThanOrEqual(Vector128<byte>.Indices, Vector128.Create((byte)(Width - end + whole)));
        Vector128<ulong> gathered = Vector128.ShuffleNative(digits, from).AsUInt64();
        ulong mantissa = (Combine(gathered.ToScalar()) * 100_000_000) + Combine(gathered.GetElement(1));
        int scale = (sign * Width) + end - whole - 1;
        number = (long)mantissa / Unsafe.Add(ref MemoryMarshal.GetReference(Scales), scale);
        return sign + length;
    }

    // A whole number from 0 to 9,999,999; returns its length, or 0 where it is something else.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int ReadInteger(ref byte text, out int number)
    {
        // A byte that is no digit has its high bit set here; beyond the first such byte that need not be so.
        ulong digits = Unsafe.ReadUnaligned<ulong>(ref text) ^ 0x3030303030303030;
        ulong others = ((digits + 0x7676767676767676) | digits) & 0x8080808080808080;
        int length = BitOperations.TrailingZeroCount(others) >> 3;
        number = length == 0 ? 0 : (int)Combine(digits << (64 - (8 * length)));
        return length == 8 || (text == '0' && length > 1) ? 0 : length;
    }

    // Eight digits, one a byte and the first of them lowest, to the number they write: in pairs, fours, all.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Combine(ulong digits)
    {
        digits = (digits * ((10 << 8) + 1)) >> 8;
        digits = ((digits & 0x00FF00FF00FF00FF) * ((100 << 16) + 1)) >> 16;
        return ((digits & 0x0000FFFF0000FFFF) * ((10_000UL << 32) + 1)) >> 32;
    }

    // Null, a number that is longer than a vector, or nothing to be read here.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadUnusual(ref byte text, int length, out double number)
    {
        number = double.NaN;
        if (length == 0)
        {
            return Unsafe.ReadUnaligned<uint>(ref text) == Null ? 4 : 0;
        }

        if (length < Width)
        {
            return 0;
        }

        ReadOnlySpan<byte> bytes = MemoryMarshal.CreateReadOnlySpan(ref text, Reach);
        int end = bytes.IndexOfAnyExcept(NumberBytes);
        return end > 0
            && IsNumber(bytes[..end])
            && Utf8Parser.TryParse(bytes[..end], out number, out int parsed)
            && parsed == end
            ? end
            : 0;
    }

    // Utf8Parser takes more than JSON has: no digit before the point, none after it, zeros in front.
    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> magnitude = text[0] == '-' ? text[1..] : text;
        return char.IsAsciiDigit((char)magnitude[0])
            && (magnitude[0] != '0' || magnitude[1] == '.')
            && magnitude[^1] != '.';
    }
}
