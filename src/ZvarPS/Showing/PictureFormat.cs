namespace ZvarPS;

/// <summary>How a diagram is drawn.</summary>
public enum PictureFormat
{
    /// <summary>A picture of pixels.</summary>
    Png,

    /// <summary>A picture of lines, which scales.</summary>
    Svg,

    /// <summary>A document.</summary>
    Pdf,
}
