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

    private readonly TerminalKeys _keys = new(terminal.RawUI);

    /// <summary>Shows what a session shows until the user has had enough.</summary>
    /// <param name="session">How it begins.</param>
    /// <param name="changed">What is made of it after each key; null for nothing.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="PipelineStoppedException">The user pressed Ctrl+C.</exception>
    internal TSession Run<TSession>(TSession session, Func<TSession, TSession>? changed = null)
        where TSession : TerminalSession<TSession>
    {
        terminal.Write(TerminalScreen.Enter);
        try
        {
            Size drawn = default;
            bool typed = false;
            while (!session.Ended)
            {
                // What is typed shows in the last line alone.
                Size size = terminal.RawUI.WindowSize;
                terminal.Write(typed && session.Types && drawn == size
                    ? TerminalScreen.OfLastLine(size.Height, session.Draw(size.Width, size.Height, _color)[^1])
                    : Draw(session, size));
                (drawn, typed) = (size, session.Types);
                session = ReadKey(session, size);
                session = changed?.Invoke(session) ?? session;
            }

            return session;
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
    // whether there is a key. Nothing is pressed where the size is no longer what it was.
    private TSession ReadKey<TSession>(TSession session, Size size)
        where TSession : TerminalSession<TSession>
    {
        while (!_keys.Available)
        {
            if (terminal.RawUI.WindowSize != size)
            {
                return session;
            }

            if (stop.WaitHandle.WaitOne(Interval))
            {
                throw new PipelineStoppedException();
            }
        }

        ConsoleKeyInfo key = _keys.Read(out string? pasted);
        return pasted is null ? session.Press(key) : session.Paste(pasted);
    }
}
