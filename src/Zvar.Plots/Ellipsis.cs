namespace Zvar.Plots;

// Text that is cut where it has no room.
internal static class Ellipsis
{
    // As much of the text as has so many letters, the last of them an ellipsis where some is missing.
    internal static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int end = Math.Max(0, length - 1);
        return text[..(end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
