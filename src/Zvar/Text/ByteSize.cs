namespace Zvar;

/// <summary>Reads sizes in bytes as PowerShell writes them: 512MB is 512 × 1024² bytes.</summary>
public static class ByteSize
{
    /// <summary>The forms that are read, for error messages and help.</summary>
    public const string Forms = "512MB, 2GB, 1000000";

    // Up to here a double counts every byte.
    private const double Largest = 1L << 53;

    private static readonly (string Name, double Bytes)[] Units =
        [("KB", 1L << 10), ("MB", 1L << 20), ("GB", 1L << 30), ("TB", 1L << 40)];

    /// <summary>Reads a size that somebody gives.</summary>
    /// <returns>Bytes, at least 0.</returns>
    /// <exception cref="FormatException">Not a size; the message names the accepted forms.</exception>
    public static long Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string clean = text.Trim();
        (string unit, double bytes) =
            Units.FirstOrDefault(one => clean.EndsWith(one.Name, StringComparison.OrdinalIgnoreCase), ("", 1));
        return Number.TryParse(clean[..^unit.Length], out double number)
            && number * bytes is >= 0 and <= Largest and var size
            && size == Math.Floor(size)
            ? (long)size
            : throw new FormatException(
                $"'{Excerpt.Of(text)}' is not a number of bytes. Write one of: {Forms}.");
    }
}
