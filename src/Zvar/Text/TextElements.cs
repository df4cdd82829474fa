using System.Globalization;

namespace Zvar;

/// <summary>Where text may be cut: between what readers take for one letter, with its accents.</summary>
public static class TextElements
{
    /// <summary>How much of a text is no longer than a length and ends with a whole letter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How many <see cref="char"/>s there may be.</param>
    /// <returns>
    /// A number of <see cref="char"/>s. Where not even the first letter fits, which has heaps of accents then, it is as
    /// many of them as do.
    /// </returns>
    public static int Fit(ReadOnlySpan<char> text, int longest)
    {
        if (text.Length <= longest)
        {
            return text.Length;
        }

        // The letter that does not fit ends in sight.
        ReadOnlySpan<char> near = text[..Math.Min(text.Length, longest + 2)];
        int end = 0;
        int length;
        while (end + (length = StringInfo.GetNextTextElementLength(near[end..])) <= longest)
        {
            end += length;
        }

        return end > 0 || longest <= 0 ? end
            : char.IsHighSurrogate(text[longest - 1]) ? longest - 1
            : longest;
    }
}
