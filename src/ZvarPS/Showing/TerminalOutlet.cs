using System.Management.Automation;
using System.Management.Automation.Host;
using System.Text;
using Zvar.Plots;

namespace ZvarPS;

/// <summary>
/// Shows folds in the terminal: a viewer with keys where there is one, else the drawings as text, a value each.
/// </summary>
internal sealed class TerminalOutlet(PSCmdlet cmdlet, OutputPlace place, bool passThru, CancellationToken stop)
    : IOutlet<FoldView>
{
    private const int TextWidth = 80;
    private const int TextHeight = 24;

    // How long a key may lie unread, in milliseconds: nobody notices.
    private const int KeyInterval = 20;

    private readonly List<FoldView> _folds = [];

    // What goes into a variable, a file or another command cannot press keys.
    private bool IsLast => cmdlet.MyInvocation.PipelinePosition == cmdlet.MyInvocation.PipelineLength;

    private bool HasTerminal => cmdlet.Host.Name == "ConsoleHost" && IsLast && !Console.IsOutputRedirected;

    public void Add(FoldView view) => _folds.Add(view);

    public void Finish()
    {
        if (_folds.Count == 0)
        {
            return;
        }

        if (place.IsNamed)
        {
            WriteFile();
        }
        else if (!HasTerminal)
        {
            foreach (FoldView fold in _folds)
            {
                cmdlet.WriteObject(Draw(fold));
            }
        }
        else if (Console.IsInputRedirected)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.InputRedirected());
        }
        else
        {
            View(cmdlet.Host.UI);
        }
    }

    private static string Draw(FoldView fold) =>
        string.Join('\n', FoldText.Draw(fold, TextWidth, TextHeight, color: false));

    private void WriteFile()
    {
        byte[] Text() => Encoding.UTF8.GetBytes(string.Join("\n\n", _folds.Select(Draw)) + "\n");
        FileInfo? file = place.Write($"{_folds[0].LightCurve.Psid}.txt", "a drawing as text", Text);
        if (file is not null && passThru)
        {
            cmdlet.WriteObject(file);
        }
    }

    private void View(PSHostUserInterface terminal)
    {
        bool color = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var session = new FoldSession(_folds);
        terminal.Write(TerminalScreen.Enter);
        try
        {
            while (!session.Ended)
            {
                Size size = terminal.RawUI.WindowSize;
                terminal.Write(TerminalScreen.Of(session.Draw(size.Width, size.Height, color)));
                session = session.Press(ReadKey(terminal.RawUI));
            }
        }
        finally
        {
            terminal.Write(TerminalScreen.Leave);
        }
    }

    // A console that waits for a key hears neither Ctrl+C nor the end of its pipeline: it is asked whether there is one.
    private ConsoleKeyInfo ReadKey(PSHostRawUserInterface terminal)
    {
        while (!terminal.KeyAvailable)
        {
            if (stop.WaitHandle.WaitOne(KeyInterval))
            {
                throw new PipelineStoppedException();
            }
        }

        KeyInfo key = terminal.ReadKey(ReadKeyOptions.NoEcho | ReadKeyOptions.IncludeKeyDown);
        return new ConsoleKeyInfo(key.Character, (ConsoleKey)key.VirtualKeyCode, shift: false, alt: false, control: false);
    }
}
