namespace ZvarPS;

/// <summary>
/// The control sequences a full-screen view needs: a screen of its own, so that the user's comes back.
/// </summary>
internal static class TerminalScreen
{
    /// <summary>
    /// Takes a screen of its own, has pasted text bracketed, and hides the cursor. Where colours are not wanted (NO_COLOR),
    /// PowerShell takes a mode that stands alone out of what is written, with the colours: none does here.
    /// </summary>
    internal const string Enter = "\u001b[?1049;2004h\u001b[?25;25l";

    /// <summary>Gives all back.</summary>
    internal const string Leave = "\u001b[?25;25h\u001b[?2004;1049l";

    private const string Home = "\u001b[H";
    private const string ClearToEndOfLine = "\u001b[K";
    private const string ClearBelow = "\u001b[J";

    /// <summary>Some lines from the upper left, without the flicker of clearing first.</summary>
    internal static string Of(IEnumerable<string> lines) =>
        Home + string.Join("\r\n", lines.Select(line => line + ClearToEndOfLine)) + ClearBelow;

    /// <summary>The last line alone, below what stays.</summary>
    internal static string OfLastLine(int height, string line) => $"\u001b[{height};1H{line}{ClearToEndOfLine}";

    /// <summary>A picture from the upper left, over whatever was there, and a line of text below it.</summary>
    internal static string Of(string picture, int height, string lastLine) =>
        $"{Home}{ClearBelow}{picture}{OfLastLine(height, lastLine)}";
}
