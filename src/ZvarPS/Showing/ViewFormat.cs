namespace ZvarPS;

/// <summary>How a fold or a light curve is shown.</summary>
public enum ViewFormat
{
    /// <summary>A page in the browser, to be played with.</summary>
    Page,

    /// <summary>A picture of pixels.</summary>
    Png,

    /// <summary>A picture of lines, which scales.</summary>
    Svg,

    /// <summary>A document of as many pages as it needs.</summary>
    Pdf,

    /// <summary>A viewer with keys in the terminal; the drawing as text where there is none.</summary>
    Terminal,
}
