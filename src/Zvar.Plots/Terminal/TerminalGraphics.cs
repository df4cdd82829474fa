namespace Zvar.Plots;

/// <summary>How a terminal shows pictures.</summary>
public enum TerminalGraphics
{
    /// <summary>Not at all: text is all it has.</summary>
    None,

    /// <summary>The graphics protocol of kitty: a PNG, scaled by the terminal to the cells it is to fill.</summary>
    Kitty,

    /// <summary>Sixels, as DEC's VT340 had them: up to 256 colours, in the terminal's own pixels.</summary>
    Sixel,
}
