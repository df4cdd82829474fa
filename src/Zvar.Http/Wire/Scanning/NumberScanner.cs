using System.Buffers.Binary;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Zvar.Http;

// Reads a JSON number from bytes, eight at a time. Digits that make a whole number up to 2^53, over a power of ten that
// is a double itself, divide to the nearest double (Clinger 1990, PLDI '90, 92); other numbers are left to Utf8Parser,
// to which Utf8JsonReader leaves them all. What is unusual (an exponent, eight digits before the point, no number at
// all) is not read here.
internal static class NumberScanner
{
    // The most bytes it looks at.
    internal const int Reach = 48;

    private const int MostDecimals = 32;
    private const int MostDigits = 19;
    private const ulong LargestExact = 1UL << 53;
    private const uint Null = 'n' | ('u' << 8) | ('l' << 16) | ((uint)'l' << 24);

    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16];

    private static readonly ulong[] WholePowersOfTen =
        [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    // A number, or null as NaN; returns its length, or 0 where it is something else.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int ReadNumber(ref byte text, out double number)
    {
        int sign = text == '-' ? 1 : 0;
        ref byte digits = ref Unsafe.Add(ref text, sign);
        int whole = ReadDigits(ref digits, out ulong mantissa);
        if (whole == 0 || whole == 8 || (digits == '0' && whole > 1))
        {
            number = double.NaN;
            return whole == 0 && sign == 0 && Unsafe.ReadUnaligned<uint>(ref text) == Null ? 4 : 0;
        }

        int decimals = 0;
        int length = sign + whole;
        if (Unsafe.Add(ref text, length) == '.')
        {
            decimals = ReadDigits(ref Unsafe.Add(ref text, length + 1), out ulong fraction);
            mantissa = (mantissa * WholePowersOfTen[decimals]) + fraction;
            if (decimals == 8)
            {
                int more = ReadDigits(ref Unsafe.Add(ref text, length + 9), out fraction);
                mantissa = (mantissa * WholePowersOfTen[more]) + fraction;
                decimals += more;
            }

            if (decimals == 0)
            {
                number = double.NaN;
                return 0;
            }

            length += 1 + decimals;
            if (decimals == 16 || whole + decimals > MostDigits || mantissa > LargestExact)
            {
                return ReadLong(ref text, length, out number);
            }
        }

        double magnitude = mantissa / PowersOfTen[decimals];
        number = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(magnitude) | ((long)sign << 63));
        return length;
    }

    // A whole number from 0 to 9,999,999; returns its length, or 0 where it is something else.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int ReadInteger(ref byte text, out int number)
    {
        int length = ReadDigits(ref text, out ulong digits);
        number = (int)digits;
        return length == 8 || (text == '0' && length > 1) ? 0 : length;
    }

    // The digits at the beginning of eight bytes, and how many they are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadDigits(ref byte text, out ulong number)
    {
        ulong digits = Unsafe.ReadUnaligned<ulong>(ref text);
        if (!BitConverter.IsLittleEndian)
        {
            digits = BinaryPrimitives.ReverseEndianness(digits);
        }

        // A byte that is no digit has its high bit set here; beyond the first such byte that need not be so.
        digits ^= 0x3030303030303030;
        ulong others = ((digits + 0x7676767676767676) | digits) & 0x8080808080808080;
        int count = BitOperations.TrailingZeroCount(others) >> 3;
        number = count == 0 ? 0 : Combine(digits << (64 - (8 * count)));
        return count;
    }

    // Eight digits, one a byte and the first of them lowest, to the number they write: in pairs, fours, all.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Combine(ulong digits)
    {
        digits = (digits * ((10 << 8) + 1)) >> 8;
        digits = ((digits & 0x00FF00FF00FF00FF) * ((100 << 16) + 1)) >> 16;
        return ((digits & 0x0000FFFF0000FFFF) * ((10_000UL << 32) + 1)) >> 32;
    }

    // A number of many digits, of which the first have been found good.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadLong(ref byte text, int length, out double number)
    {
        while (length < MostDecimals && char.IsAsciiDigit((char)Unsafe.Add(ref text, length)))
        {
            length++;
        }

        ReadOnlySpan<byte> digits = MemoryMarshal.CreateReadOnlySpan(ref text, length);
        return Utf8Parser.TryParse(digits, out number, out int parsed) && parsed == length ? length : 0;
    }
}
