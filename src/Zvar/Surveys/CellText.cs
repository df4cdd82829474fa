using System.Globalization;

namespace Zvar;

// The text in a cell; null where nothing stands there.
internal static class CellText
{
    internal static string? Of(object? cell) =>
        (cell as string ?? Convert.ToString(cell, CultureInfo.InvariantCulture)) is { } text && !Number.IsMissing(text)
            ? text.Trim()
            : null;
}
