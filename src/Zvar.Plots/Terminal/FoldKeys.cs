namespace Zvar.Plots;

// The keys of a session in a terminal: the page's, where they mean something here.
internal static class FoldKeys
{
    private static readonly (string Keys, string Says, Func<FoldSession, FoldSession> Does)[] Table =
    [
        ("j", "next period", session => session.StepPeriod(1)),
        ("k", "previous period", session => session.StepPeriod(-1)),
        ("2", "period × 2", session => session.Multiply(2)),
        ("3", "period × 3", session => session.Multiply(3)),
        ("h", "period × 1/2", session => session.Multiply(1 / 2.0)),
        ("t", "period × 1/3", session => session.Multiply(1 / 3.0)),
        ("0", "reset the period", session => session.Reset()),
        ("←", "a little shorter", session => session.Nudge(-1)),
        ("→", "a little longer", session => session.Nudge(1)),
        ("+=", "ten bins more", session => session.ChangeBins(1)),
        ("-", "ten bins fewer", session => session.ChangeBins(-1)),
        ("w", "phase once or twice", session => session.ChangeCycles()),
        ("z", "next place of phase zero", session => session.ChangeZero()),
        ("g", "g on or off", session => session.ToggleBand("g")),
        ("r", "r on or off", session => session.ToggleBand("r")),
        ("i", "i on or off", session => session.ToggleBand("i")),
        ("n", "next star", session => session.StepStar(1)),
        ("p", "previous star", session => session.StepStar(-1)),
        ("c", "tell psid and period", session => session.TellPeriod()),
        ("s", "tell the link to SIMBAD", session => session.TellSimbad()),
        ("?", "these keys", session => session.Help()),
        ("q", "quit (Esc too)", session => session.End()),
    ];

    internal static Func<FoldSession, FoldSession>? Find(ConsoleKeyInfo key)
    {
        char wanted = key.Key switch
        {
            ConsoleKey.LeftArrow => '←',
            ConsoleKey.RightArrow => '→',
            ConsoleKey.UpArrow => 'k',
            ConsoleKey.DownArrow => 'j',
            ConsoleKey.Escape => 'q',
            _ => key.KeyChar,
        };
        return Array.Find(Table, entry => entry.Keys.Contains(wanted, StringComparison.Ordinal)).Does;
    }

    // In two columns, as many lines as high.
    internal static IReadOnlyList<string> Describe(int height)
    {
        string[] lines = [.. Table.Select(entry => $"  {entry.Keys[..1]}  {entry.Says}")];
        int half = (lines.Length + 1) / 2;
        List<string> screen =
        [
            "Keys",
            "",
            .. Enumerable.Range(0, half)
                .Select(i => (lines[i].PadRight(26) + (i + half < lines.Length ? lines[i + half] : "")).TrimEnd()),
            "",
            "Any key goes back.",
        ];
        return [.. screen.Concat(Enumerable.Repeat("", height)).Take(height)];
    }
}
