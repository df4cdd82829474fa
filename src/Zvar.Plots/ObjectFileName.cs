using System.Globalization;
using System.Text;

namespace Zvar.Plots;

// The name of a file about an object, without ending: its psid, else the name of its position as far as every file
// system takes it.
internal static class ObjectFileName
{
    private const string Unnamed = "light-curve";

    // File systems count bytes, 255 of them; a number, a word and an ending may follow.
    private const int MostBytes = 200;

    // What Windows keeps for itself; other systems forbid less.
    private const string Forbidden = "<>:\"/\\|?*";

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL"];

    internal static string Of(LightCurve lightCurve) =>
        ObjectTitle.PsidOf(lightCurve) is { Length: > 0 } psid ? psid : Safe(lightCurve.TargetName ?? "");

    private static string Safe(string name)
    {
        var safe = new StringBuilder();
        foreach (Rune rune in name.EnumerateRunes().TakeWhile(_ => safe.Length <= MostBytes))
        {
            safe.Append(IsSafe(rune) ? rune : new Rune('_'));
        }

        // Windows loses dots and blanks at an end; a dot at the start hides a file.
        string trimmed = Fit(safe.ToString()).Trim('.', ' ');
        return trimmed.Length == 0 ? Unnamed : IsDevice(trimmed) ? $"_{trimmed}" : trimmed;
    }

    // As many whole letters as have no more bytes.
    private static string Fit(string name)
    {
        int end = 0;
        int bytes = 0;
        while (end < name.Length)
        {
            ReadOnlySpan<char> letter = name.AsSpan(end, StringInfo.GetNextTextElementLength(name, end));
            bytes += Encoding.UTF8.GetByteCount(letter);
            if (bytes > MostBytes)
            {
                break;
            }

            end += letter.Length;
        }

        return name[..end];
    }

    private static bool IsSafe(Rune rune) =>
        VisibleText.IsVisible(rune)
        && rune != Rune.ReplacementChar
        && !(rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal));

    // A device has its name with any ending, and COM and LPT have numbers.
    private static bool IsDevice(string name)
    {
        string stem = name.Split('.')[0].TrimEnd().ToUpperInvariant();
        return Devices.Contains(stem)
            || (stem is ['C', 'O', 'M', var port] && char.IsDigit(port))
            || (stem is ['L', 'P', 'T', var printer] && char.IsDigit(printer));
    }
}
