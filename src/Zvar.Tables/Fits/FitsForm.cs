using System.Globalization;
using System.Text.RegularExpressions;

namespace Zvar.Tables;

// What a field of a binary table holds: 1D, 12A, 1PE(7), … (FITS 4.0, section 7.3.1).
internal readonly partial record struct FitsForm(int Repeat, char Letter, char Element)
{
    internal static FitsForm Parse(string text)
    {
        Match form = Form().Match(text.Trim());
        if (!form.Success
            || !int.TryParse($"0{form.Groups[1].Value}", NumberStyles.None, CultureInfo.InvariantCulture, out int repeat))
        {
            throw FitsHeader.Damaged($"'{Excerpt.Of(text)}' is no form of a column");
        }

        return new FitsForm(
            form.Groups[1].Length == 0 ? 1 : repeat,
            form.Groups[2].Value[0],
            form.Groups[3].Length == 0 ? '\0' : form.Groups[3].Value[0]);
    }

    // Where so many letters are texts of one width, by a TDIM such as (2,100); 0 where they are one text.
    internal static int WidthOfTexts(string? dimensions, int letters)
    {
        string[] lengths = dimensions?.Trim(' ', '(', ')').Split(',') ?? [];
        return lengths.Length > 1
            && int.TryParse(lengths[0], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out int width)
            && width > 0 && letters % width == 0
            ? width
            : 0;
    }

    // The bytes that it takes in a row.
    internal long Width => IsVariable ? Repeat * (Letter == 'P' ? 8L : 16L)
        : Letter == 'X' ? (Repeat + 7L) / 8
        : Repeat * (long)SizeOf(Letter);

    // Whether the row has only where in the heap the cell is.
    internal bool IsVariable => Letter is 'P' or 'Q';

    internal char Holds => IsVariable ? Element : Letter;

    internal static int SizeOf(char letter) => letter switch
    {
        'I' => 2,
        'J' or 'E' => 4,
        'K' or 'D' or 'C' => 8,
        'M' => 16,
        _ => 1,
    };

    [GeneratedRegex(@"^([0-9]*)([LXBIJKAEDCMPQ])([LXBIJKAEDCM]?)(?:\([0-9]*\))?", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
