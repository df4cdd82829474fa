using System.Management.Automation;
using System.Management.Automation.Host;
using Zvar.Plots;

namespace ZvarPS;

/// <summary>
/// A viewer that fills the terminal and answers keys: with real pictures where the terminal shows them, else drawn in
/// Braille characters.
/// </summary>
internal sealed class TerminalViewer(PSHostUserInterface terminal, TerminalGraphics graphics, CancellationToken stop)
{
    // How long a key may lie unread, in milliseconds: nobody notices.
    private const int KeyInterval = 20;

    private static readonly PictureStyle PictureStyle = new() { Theme = PictureTheme.Dark };

    private readonly bool _color = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Shows the folds until the user has had enough.</summary>
    /// <exception cref="PipelineStoppedException">The user pressed Ctrl+C.</exception>
    internal void Run(FoldSession session)
    {
        terminal.Write(TerminalScreen.Enter);
        try
        {
            while (!session.Ended)
            {
                terminal.Write(Draw(session));
                session = session.Press(ReadKey());
            }
        }
        finally
        {
            terminal.Write(TerminalScreen.Leave);
        }
    }

    private string Draw(FoldSession session)
    {
        Size size = terminal.RawUI.WindowSize;
        IReadOnlyList<string> lines = session.Draw(size.Width, size.Height, _color);
        if (graphics == TerminalGraphics.None || session.Helps)
        {
            return TerminalScreen.Of(lines);
        }

        // The last line says what the keys did; the picture has the place above it.
        string picture = TerminalPicture.Encode(
            Picture.OfFolds([session.View], PictureStyle), graphics, size.Width, size.Height - 1);
        return TerminalScreen.Of(picture, size.Height, lines[^1]);
    }

    // A console that waits for a key hears neither Ctrl+C nor the end of its pipeline: it is asked whether there
    // is one.
    private ConsoleKeyInfo ReadKey()
    {
        while (!terminal.RawUI.KeyAvailable)
        {
            if (stop.WaitHandle.WaitOne(KeyInterval))
            {
                throw new PipelineStoppedException();
            }
        }

        KeyInfo key = terminal.RawUI.ReadKey(ReadKeyOptions.NoEcho | ReadKeyOptions.IncludeKeyDown);
        return new ConsoleKeyInfo(
            key.Character, (ConsoleKey)key.VirtualKeyCode, shift: false, alt: false, control: false);
    }
}
