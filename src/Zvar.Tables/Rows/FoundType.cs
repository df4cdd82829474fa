using System.Globalization;

namespace Zvar.Tables;

// What a column holds, found from its cells: numbers, truths, texts, and the texts of numbers and truths, as rows of
// Import-Csv have them.
internal static class FoundType
{
    internal static ColumnType Of(ReadOnlySpan<object?> cells, ColumnType? known)
    {
        if (known is { } type && All(cells, type))
        {
            return type;
        }

        foreach (ColumnType one in
            (ReadOnlySpan<ColumnType>)[ColumnType.Logical, ColumnType.Integer, ColumnType.Long, ColumnType.Real])
        {
            if (All(cells, one) && Any(cells))
            {
                return one;
            }
        }

        return ColumnType.Text;
    }

    internal static bool IsNothing(object? cell) =>
        cell is null or double.NaN or float.NaN || (cell is string text && Number.IsMissing(text) && !IsInfinite(text));

    internal static bool TryLong(object? cell, out long read)
    {
        (read, bool isOne) = cell switch
        {
            long whole => (whole, true),
            int or short or sbyte or byte or ushort or uint => (Convert.ToInt64(cell, CultureInfo.InvariantCulture), true),
            string text => (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long one)
                ? one
                : 0, one.ToString(CultureInfo.InvariantCulture) == text),
            _ => (0, false),
        };
        return isOne;
    }

    internal static bool TryInteger(object? cell, out int read)
    {
        bool isOne = TryLong(cell, out long whole) && cell is not long && whole is >= int.MinValue and <= int.MaxValue;
        read = isOne ? (int)whole : 0;
        return isOne;
    }

    internal static bool TryReal(object? cell, out double read)
    {
        read = double.NaN;
        switch (cell)
        {
            case double or float or decimal or Half:
                read = Convert.ToDouble(cell, CultureInfo.InvariantCulture);
                return true;
            case string text when !IsDesignation(text):
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out read)
                    || IsInfinite(text, out read);
            default:
                // A double holds 53 bits of a whole number.
                bool isWhole = TryLong(cell, out long whole) && Math.Abs(whole) <= 1L << 53;
                read = isWhole ? whole : double.NaN;
                return isWhole;
        }
    }

    internal static bool TryTruth(object? cell, out bool read)
    {
        read = cell is true;
        return cell is bool || (cell is string text && bool.TryParse(text, out read));
    }

    internal static string? TextOf(object? cell) => cell switch
    {
        null => null,
        string text => text,
        DateTime or DateTimeOffset => ((IFormattable)cell).ToString("o", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture),
    };

    private static bool Any(ReadOnlySpan<object?> cells)
    {
        foreach (object? cell in cells)
        {
            if (cell is double or float || !IsNothing(cell))
            {
                return true;
            }
        }

        return false;
    }

    private static bool All(ReadOnlySpan<object?> cells, ColumnType type)
    {
        foreach (object? cell in cells)
        {
            bool isOne = type switch
            {
                ColumnType.Long => TryLong(cell, out _),
                ColumnType.Integer => TryInteger(cell, out _),
                ColumnType.Real => TryReal(cell, out _),
                ColumnType.Logical => TryTruth(cell, out _),
                _ => true,
            };
            if (!isOne && !IsNothing(cell))
            {
                return false;
            }
        }

        return true;
    }

    // Zeros before a number are part of a name: 00032.
    private static bool IsDesignation(string text) => text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]);

    private static bool IsInfinite(string text) => IsInfinite(text, out _);

    private static bool IsInfinite(string text, out double read)
    {
        read = text switch
        {
            "inf" or "+inf" or "Infinity" => double.PositiveInfinity,
            "-inf" or "-Infinity" => double.NegativeInfinity,
            _ => double.NaN,
        };
        return !double.IsNaN(read);
    }
}
