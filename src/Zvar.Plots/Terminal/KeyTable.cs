namespace Zvar.Plots;

// The keys of a session in a terminal: what each does, and how that is said.
internal sealed class KeyTable<TSession>(params (string Keys, string Says, Func<TSession, TSession> Does)[] entries)
{
    internal Func<TSession, TSession>? Find(ConsoleKeyInfo key)
    {
        char wanted = key.Key switch
        {
            ConsoleKey.LeftArrow => '←',
            ConsoleKey.RightArrow => '→',
            ConsoleKey.UpArrow => 'k',
            ConsoleKey.DownArrow => 'j',
            ConsoleKey.Escape => 'q',
            ConsoleKey.Enter => '↵',
            ConsoleKey.Backspace => '⌫',
            _ => key.KeyChar,
        };
        return Array.Find(entries, entry => entry.Keys.Contains(wanted, StringComparison.Ordinal)).Does;
    }

    // The table without some keys, and with others, which go before its own.
    internal KeyTable<TSession> With(
        string without, IReadOnlyList<(string Keys, string Says, Func<TSession, TSession> Does)> others)
    {
        string taken = without + string.Concat(others.Select(entry => entry.Keys));
        return new([.. others, .. entries.Where(entry => !entry.Keys.Any(taken.Contains))]);
    }

    // In two columns, as many lines as high.
    internal IReadOnlyList<string> Describe(int height)
    {
        string[] lines = [.. entries.Select(entry => $"  {entry.Keys[..1]}  {entry.Says}")];
        int half = (lines.Length + 1) / 2;
        int width = lines.Take(half).Max(line => line.Length) + 2;
        List<string> screen =
        [
            "Keys",
            "",
            .. Enumerable.Range(0, half)
                .Select(i => (lines[i].PadRight(width) + (i + half < lines.Length ? lines[i + half] : "")).TrimEnd()),
            "",
            "Any key goes back.",
        ];
        return [.. screen.Concat(Enumerable.Repeat("", height)).Take(height)];
    }
}
