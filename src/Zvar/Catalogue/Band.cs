namespace Zvar;

/// <summary>The survey's filters: g, r and i (ZTF's fid 1, 2 and 3).</summary>
public static class Band
{
    /// <summary>All bands, in the order of their wavelength.</summary>
    public static IReadOnlyList<string> All { get; } = ["g", "r", "i"];

    /// <summary>Reads a band under any of its names.</summary>
    /// <param name="text"><c>g</c>, <c>zg</c> or <c>1</c>, and so for r and i; case does not matter.</param>
    /// <returns><c>g</c>, <c>r</c> or <c>i</c>.</returns>
    /// <exception cref="FormatException">There is no such band; the message names those there are.</exception>
    public static string Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Trim().ToLowerInvariant() switch
        {
            "g" or "zg" or "1" => "g",
            "r" or "zr" or "2" => "r",
            "i" or "zi" or "3" => "i",
            _ => throw new FormatException(
                $"There is no band '{Excerpt.Of(text)}'. The bands are g, r and i (or zg, zr, zi)."),
        };
    }

    /// <summary>
    /// The survey's own name for a band of any survey: ours for those of ZTF under any of their names, and any other as
    /// it is. A capital letter is another survey's band: R is not r.
    /// </summary>
    /// <param name="text">
    /// As a table has it, such as <c>zg</c>, <c>1</c>, <c>ZTF_g</c>, <c>V</c> or <c>cyan</c>.
    /// </param>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        return trimmed.ToLowerInvariant() switch
        {
            "zg" or "ztf_g" or "ztf g" or "ztf-g" or "ztfg" or "1" => "g",
            "zr" or "ztf_r" or "ztf r" or "ztf-r" or "ztfr" or "2" => "r",
            "zi" or "ztf_i" or "ztf i" or "ztf-i" or "ztfi" or "3" => "i",
            _ => trimmed,
        };
    }

    /// <summary>Where a band stands among the others: by wavelength, and after them if it is unknown.</summary>
    public static int Order(string band) => band switch { "g" => 0, "r" => 1, "i" => 2, _ => 3 };
}
