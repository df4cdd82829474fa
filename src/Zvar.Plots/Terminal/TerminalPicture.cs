namespace Zvar.Plots;

/// <summary>
/// A picture in the terminal itself, and how to tell whether the terminal can show one. A terminal does not say so in
/// its environment; what it says is who it is:
/// <list type="bullet">
/// <item><c>ZVAR_TERMINAL_GRAPHICS</c> is the user's own word, <c>none</c>, <c>kitty</c> or <c>sixel</c>, and goes
/// before everything else.</item>
/// <item><c>TMUX</c>, <c>STY</c> (screen) and <c>ZELLIJ</c>, or a <c>TERM</c> that starts with <c>tmux</c> or
/// <c>screen</c>: a multiplexer stands between, and does not reliably pass pictures on.</item>
/// <item><c>KITTY_WINDOW_ID</c> and the <c>TERM</c> <c>xterm-kitty</c> are set by kitty, the <c>TERM_PROGRAM</c>
/// <c>ghostty</c> and <c>WezTerm</c> by those two, which speak kitty's protocol.</item>
/// <item>The <c>TERM_PROGRAM</c> <c>iTerm.app</c> is iTerm2's; foot, mlterm, yaft and contour start their <c>TERM</c>
/// with their name; a <c>TERM</c> with <c>sixel</c> in it says it outright; <c>WT_SESSION</c> is set by Windows
/// Terminal, which has sixels since version 1.22.</item>
/// </list>
/// </summary>
public static class TerminalPicture
{
    private const string Override = "ZVAR_TERMINAL_GRAPHICS";

    private static readonly string[] Multiplexers = ["TMUX", "STY", "ZELLIJ"];
    private static readonly string[] MultiplexerTerms = ["tmux", "screen"];
    private static readonly string[] SixelTerms = ["foot", "mlterm", "yaft", "contour"];

    /// <summary>
    /// The sequence that shows a picture from the cursor to the right and down, drawn anew to fill the cells: diagrams
    /// take the shape of their place, with letters as large beside it as they were. The cursor ends in the picture's
    /// last row, so that a new line follows under it.
    /// </summary>
    /// <param name="picture">What to show.</param>
    /// <param name="protocol">How the terminal shows it.</param>
    /// <param name="columns">Its width in cells.</param>
    /// <param name="rows">Its height in cells.</param>
    /// <param name="cellWidth">The pixels a cell is wide. Sixels fill the cells only if this is right.</param>
    /// <param name="cellHeight">The pixels a cell is high.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The terminal has no graphics, a size is not positive, or the picture would have more than
    /// <see cref="PictureStyle.MaxSide"/> pixels a side.
    /// </exception>
    public static string Encode(
        Picture picture, TerminalGraphics protocol, int columns, int rows, int cellWidth = 10, int cellHeight = 20)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cellWidth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cellHeight);
        int width = columns * cellWidth;
        int height = rows * cellHeight;
        return protocol switch
        {
            // Kitty scales to the cells by itself: twice the pixels keep the letters sharp on a fine screen.
            TerminalGraphics.Kitty => KittyPicture.Encode(picture.Resize(2 * width, 2 * height), columns, rows),
            TerminalGraphics.Sixel => SixelPicture.Encode(picture.Resize(width, height)),
            _ => throw new ArgumentOutOfRangeException(
                nameof(protocol), $"A picture is shown by kitty's protocol or by sixels, not by {protocol}."),
        };
    }

    /// <summary>How the terminal shows pictures, as far as its environment tells.</summary>
    /// <param name="environment">Gives an environment variable's value, null where it is not set.</param>
    /// <exception cref="ArgumentException"><c>ZVAR_TERMINAL_GRAPHICS</c> is none of its three values.</exception>
    public static TerminalGraphics Detect(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        string Get(string name) => environment(name) ?? "";
        bool Has(string name) => Get(name).Length > 0;
        string term = Get("TERM");
        bool TermStartsWith(string name) => term.StartsWith(name, StringComparison.Ordinal);

        if (Has(Override))
        {
            return Parse(Get(Override));
        }

        if (Multiplexers.Any(Has) || MultiplexerTerms.Any(TermStartsWith))
        {
            return TerminalGraphics.None;
        }

        string program = Get("TERM_PROGRAM");
        if (Has("KITTY_WINDOW_ID") || term == "xterm-kitty" || program is "ghostty" or "WezTerm")
        {
            return TerminalGraphics.Kitty;
        }

        bool sixel = program == "iTerm.app" || SixelTerms.Any(TermStartsWith)
            || term.Contains("sixel", StringComparison.Ordinal) || Has("WT_SESSION");
        return sixel ? TerminalGraphics.Sixel : TerminalGraphics.None;
    }

    private static TerminalGraphics Parse(string value) => value.ToUpperInvariant() switch
    {
        "NONE" => TerminalGraphics.None,
        "KITTY" => TerminalGraphics.Kitty,
        "SIXEL" => TerminalGraphics.Sixel,
        _ => throw new ArgumentException($"{Override} is none, kitty or sixel, not '{value}'."),
    };
}
