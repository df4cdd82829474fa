namespace ZvarPS;

/// <summary>How a fold is shown.</summary>
public enum FoldFormat
{
    /// <summary>A page in the browser, to be played with.</summary>
    Page,

    /// <summary>A picture of pixels.</summary>
    Png,

    /// <summary>A picture of lines, which scales.</summary>
    Svg,

    /// <summary>A viewer with keys in the terminal; the drawing as text where there is none.</summary>
    Terminal,
}
