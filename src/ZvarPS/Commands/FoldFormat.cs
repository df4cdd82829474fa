namespace ZvarPS.Commands;

/// <summary>How a fold is shown.</summary>
public enum FoldFormat
{
    /// <summary>A picture of pixels.</summary>
    Png,

    /// <summary>A picture of lines, which scales.</summary>
    Svg,
}
