using System.Management.Automation.Host;
using System.Text;

namespace ZvarPS;

/// <summary>
/// The keys of a terminal, and what is pasted into it: a terminal that was asked to puts Esc [200~ before pasted text and
/// Esc [201~ behind it, so that none of it is taken for keys.
/// </summary>
internal sealed class TerminalKeys(PSHostRawUserInterface terminal)
{
    private const string PasteBegins = "[200~";
    private const string PasteEnds = "\u001b[201~";

    // How long the rest of what begins with Esc may be on its way, in milliseconds; an Esc alone is a key.
    private const int Patience = 50;

    // Keys that were read to see whether a paste begins, and did not.
    private readonly Queue<ConsoleKeyInfo> _read = [];

    /// <summary>Whether there is one to be read.</summary>
    internal bool Available => _read.Count > 0 || terminal.KeyAvailable;

    /// <summary>Reads a key, or what was pasted, of which the text is given.</summary>
    internal ConsoleKeyInfo Read(out string? pasted)
    {
        pasted = null;
        if (_read.TryDequeue(out ConsoleKeyInfo kept))
        {
            return kept;
        }

        ConsoleKeyInfo key = ReadOne();
        if (key.Key != ConsoleKey.Escape)
        {
            return key;
        }

        foreach (char letter in PasteBegins)
        {
            if (!SpinWait.SpinUntil(() => terminal.KeyAvailable, Patience))
            {
                return key;
            }

            ConsoleKeyInfo next = ReadOne();
            _read.Enqueue(next);
            if (next.KeyChar != letter)
            {
                return key;
            }
        }

        _read.Clear();
        pasted = ReadPasted();
        return key;
    }

    private string ReadPasted()
    {
        var text = new StringBuilder();
        while (!EndsWithPaste(text))
        {
            text.Append(ReadOne().KeyChar);
        }

        return text.ToString(0, text.Length - PasteEnds.Length);
    }

    private static bool EndsWithPaste(StringBuilder text) => text.Length >= PasteEnds.Length
        && text.ToString(text.Length - PasteEnds.Length, PasteEnds.Length) == PasteEnds;

    private ConsoleKeyInfo ReadOne()
    {
        KeyInfo key = terminal.ReadKey(ReadKeyOptions.NoEcho | ReadKeyOptions.IncludeKeyDown);
        return new ConsoleKeyInfo(
            key.Character, (ConsoleKey)key.VirtualKeyCode, shift: false, alt: false, control: false);
    }
}
