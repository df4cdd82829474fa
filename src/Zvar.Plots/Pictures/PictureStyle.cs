namespace Zvar.Plots;

/// <summary>How a picture is to look.</summary>
public sealed record PictureStyle
{
    /// <summary>The longest side a picture can have, in pixels.</summary>
    public const int MaxSide = 16_384;

    /// <summary>The largest scale a picture can have.</summary>
    public const double MaxScale = 16;

    /// <summary>The width in pixels; 0 for one that fits what is shown.</summary>
    public int Width
    {
        get;
        init => field = Side(value, nameof(Width));
    }

    /// <summary>The height in pixels; 0 for one that fits what is shown.</summary>
    public int Height
    {
        get;
        init => field = Side(value, nameof(Height));
    }

    /// <summary>
    /// How many pixels stand for one of a screen of 96 dots an inch: letters, lines and markers grow with it, the
    /// picture does not. An SVG or a PDF, which has no pixels, is smaller by it and looks the same. 0 for one that
    /// fits: 2, and less, down to 1, where a diagram has less room.
    /// </summary>
    public double Scale
    {
        get;
        init => field = value is >= 0 and <= MaxScale
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                FormattableString.Invariant($"A picture's scale is above 0 and at most {MaxScale}, not {value}."));
    }

    /// <summary>Light or dark.</summary>
    public PictureTheme Theme { get; init; }

    private static int Side(int value, string name) => value is >= 0 and <= MaxSide
        ? value
        : throw new ArgumentOutOfRangeException(
            name, $"A picture is 1 to {MaxSide} pixels wide and high, not {value}.");
}
