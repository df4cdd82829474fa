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
    // How long a key may lie unread, or a new size unseen, in milliseconds: nobody notices.
    private const int Interval = 20;

    private static readonly PictureStyle PictureStyle = new() { Theme = PictureTheme.Dark };

    private readonly bool _color = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Shows what a session shows until the user has had enough.</summary>
    /// <exception cref="PipelineStoppedException">The user pressed Ctrl+C.</exception>
    internal void Run<TSession>(TSession session)
        where TSession : TerminalSession<TSession>
    {
        terminal.Write(TerminalScreen.Enter);
        try
        {
            while (!session.Ended)
            {
                Size size = terminal.RawUI.WindowSize;
                terminal.Write(Draw(session, size));
                if (ReadKey(size) is { } key)
                {
                    session = session.Press(key);
                }
            }
        }
        finally
        {
            terminal.Write(TerminalScreen.Leave);
        }
    }

    private string Draw<TSession>(TSession session, Size size)
        where TSession : TerminalSession<TSession>
    {
        IReadOnlyList<string> lines = session.Draw(size.Width, size.Height, _color);
        if (graphics == TerminalGraphics.None || session.Helps)
        {
            return TerminalScreen.Of(lines);
        }

        // The last line says what the keys did; the picture has the place above it.
        string picture = TerminalPicture.Encode(
            session.ToPicture(PictureStyle), graphics, size.Width, Math.Max(1, size.Height - 1));
        return TerminalScreen.Of(picture, size.Height, lines[^1]);
    }

    // A console that waits for a key hears neither Ctrl+C nor the end of its pipeline nor of a new size: it is asked
    // whether there is a key. Null where the size is no longer what it was.
    private ConsoleKeyInfo? ReadKey(Size size)
    {
        while (!terminal.RawUI.KeyAvailable)
        {
            if (terminal.RawUI.WindowSize != size)
            {
                return null;
            }

            if (stop.WaitHandle.WaitOne(Interval))
            {
                throw new PipelineStoppedException();
            }
        }

        KeyInfo key = terminal.RawUI.ReadKey(ReadKeyOptions.NoEcho | ReadKeyOptions.IncludeKeyDown);
        return new ConsoleKeyInfo(
            key.Character, (ConsoleKey)key.VirtualKeyCode, shift: false, alt: false, control: false);
    }
}
