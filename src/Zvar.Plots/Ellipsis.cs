namespace Zvar.Plots;

// Text that is cut where it has no room.
internal static class Ellipsis
{
    // As much of the text as has so many letters, the last of them an ellipsis where some is missing.
    internal static string Cut(string text, int length) => text.Length <= length
        ? text
        : $"{text.AsSpan(0, TextElements.Fit(text, Math.Max(0, length - 1)))}…";
}
