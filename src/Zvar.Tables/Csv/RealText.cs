using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Zvar.Tables;

// Doubles as text that reads back to the last bit.
internal struct RealText
{
    // A double is read of a text exactly by one division where its digits make a whole number up to here and the power
    // of ten is a double (Clinger 1990, PLDI '90, 92); and so a double that such a division gives may be written so.
    private const double MostDigits = 9_007_199_254_740_992;
    private const int MostDecimals = 17;

    // The longest is -2.2250738585072014E-308.
    internal const int MostBytes = 32;

    private static readonly double[] PowersOfTen =
    [
        .. Enumerable.Range(0, MostDecimals + 1)
            .Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture)),
    ];

    // A column whose numbers were computed has few that are short: so many are not looked at.
    private const int MostUnseen = 64;

    // The cells of a column mostly have as many decimals as the one before.
    private int _decimals;
    private int _unseen;
    private int _unseenNext;

    // Writes a finite number into room for MostBytes, and says how many it took.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Format(double number, Span<byte> to)
    {
        double size = Math.Abs(number);
        if (_unseen > 0)
        {
            _unseen--;
        }
        else if (size is >= 1e-6 and < 1e15)
        {
            for (int decimals = _decimals; decimals <= MostDecimals; decimals++)
            {
                double scale = PowersOfTen[decimals];
                double digits = Math.Round(size * scale);
                if (digits >= MostDigits)
                {
                    break;
                }

                if (digits / scale == size)
                {
                    (_decimals, _unseenNext) = (decimals, 0);
                    return Write((ulong)digits, decimals, number < 0, to);
                }
            }

            // Fewer than before may do again.
            _decimals = 0;
            _unseen = _unseenNext = Math.Min(MostUnseen, (2 * _unseenNext) + 1);
        }

        return number.TryFormat(to, out int written, default, CultureInfo.InvariantCulture)
            ? written
            : throw new InvalidOperationException("A double takes more bytes than any.");
    }

    private static int Write(ulong digits, int decimals, bool negative, Span<byte> to)
    {
        while (decimals > 0 && digits % 10 == 0)
        {
            digits /= 10;
            decimals--;
        }

        int at = 0;
        if (negative)
        {
            to[at++] = (byte)'-';
        }

        ulong scale = PowerOfTen(decimals);
        (ulong whole, ulong rest) = Math.DivRem(digits, scale);
        Utf8Formatter.TryFormat(whole, to[at..], out int written);
        at += written;
        to[at++] = (byte)'.';
        if (decimals == 0)
        {
            // A number that is whole is still none of whole numbers.
            to[at++] = (byte)'0';
        }
        else
        {
            for (int i = at + decimals - 1; i >= at; i--)
            {
                (rest, ulong digit) = Math.DivRem(rest, 10);
                to[i] = (byte)('0' + digit);
            }

            at += decimals;
        }

        return at;
    }

    private static ulong PowerOfTen(int power) => (ulong)PowersOfTen[power];
}
