namespace Zvar.Plots;

/// <summary>
/// Diagrams being looked at in a terminal: what is shown, what a key makes of it, and how it looks. It reads no key and
/// writes nothing; whoever has the terminal does.
/// </summary>
/// <typeparam name="TSelf">The session itself.</typeparam>
public abstract record TerminalSession<TSelf>
    where TSelf : TerminalSession<TSelf>
{
    private static readonly string TooSmall = FormattableString.Invariant(
        $"There is room for a diagram from {TextFigure.MinWidth} columns and {TextFigure.MinHeight + 1} lines on.");

    private readonly int _count;

    private protected TerminalSession(int count) => _count = count > 0
        ? count
        : throw new ArgumentException("There is nothing to show.", nameof(count));

    /// <summary>Which of the diagrams is shown, counted from 0.</summary>
    public int Index { get; private protected init; }

    /// <summary>What was said in answer to the last key; empty for nothing.</summary>
    public string Message { get; private protected init; } = "";

    /// <summary>Whether the keys are being told of instead of the diagram shown.</summary>
    public bool Helps { get; private init; }

    /// <summary>Whether the user has had enough.</summary>
    public bool Ended { get; private init; }

    /// <summary>Whether text is typed, in the last line: then no key means anything else.</summary>
    public virtual bool Types => false;

    /// <summary>What a key makes of it; a key that means nothing changes nothing.</summary>
    public TSelf Press(ConsoleKeyInfo key)
    {
        var asked = (TSelf)(this with { Message = "", Helps = false });
        return Helps ? asked : Types ? asked.Type(key) : Keys.Find(key)?.Invoke(asked) ?? asked;
    }

    /// <summary>What a pasted text makes of it: it is no keys, and is something only where text is typed.</summary>
    public virtual TSelf Paste(string text) => (TSelf)this;

    /// <summary>The same with something to be told in the last line.</summary>
    public TSelf Tell(string message) => (TSelf)(this with { Message = message });

    /// <summary>The screen, as many lines as high, none wider than the width.</summary>
    /// <param name="width">In columns.</param>
    /// <param name="height">In lines.</param>
    /// <param name="color">Whether the bands have their colours, by ANSI escape sequences.</param>
    public IReadOnlyList<string> Draw(int width, int height, bool color) => Helps
        ? [.. Keys.Describe(height).Select(line => Ellipsis.Cut(line, width))]
        :
        [
            .. width < TextFigure.MinWidth || height - 1 < TextFigure.MinHeight
                ? Wrap(TooSmall, width, height - 1)
                : DrawView(width, height - 1, color),
            DrawLastLine(width),
        ];

    /// <summary>What is shown, as a picture.</summary>
    public abstract Picture ToPicture(PictureStyle style);

    internal TSelf StepObject(int step) => Show((Index + step + _count) % _count);

    internal TSelf ToggleBand(string band) => AllBands.Contains(band)
        ? WithBands([.. AllBands.Where(one => ShownBands.Contains(one) != (one == band))])
        : (TSelf)(this with { Message = $"There is nothing in {band}." });

    // All bands, each alone, and all again.
    internal TSelf NextBand()
    {
        int next = ShownBands is [var only] && AllBands.Count > 1 ? AllBands.ToList().IndexOf(only) + 1 : 0;
        return WithBands(next < AllBands.Count ? [AllBands[next]] : AllBands);
    }

    internal TSelf TellSimbad() => (TSelf)(this with
    {
        Message = SimbadLink.Of(LightCurve) ?? "The position of this star is not known.",
    });

    internal TSelf Help() => (TSelf)(this with { Helps = true });

    internal TSelf End() => (TSelf)(this with { Ended = true });

    private protected abstract KeyTable<TSelf> Keys { get; }

    private protected abstract LightCurve LightCurve { get; }

    private protected abstract IReadOnlyList<string> AllBands { get; }

    private protected abstract IReadOnlyList<string> ShownBands { get; }

    private protected abstract TSelf WithBands(IReadOnlyList<string> bands);

    // The diagram of an index, with what its user has set.
    private protected abstract TSelf Show(int index);

    private protected abstract IReadOnlyList<string> DrawView(int width, int height, bool color);

    private protected virtual string DrawLastLine(int width) =>
        Ellipsis.Cut(Message.Length > 0 ? Message : Prompt, width);

    // What a key makes of the text that is typed.
    private protected virtual TSelf Type(ConsoleKeyInfo key) => (TSelf)this;

    // As many lines as high.
    private static IEnumerable<string> Wrap(string text, int width, int height) =>
        text.Chunk(Math.Max(1, width)).Select(line => new string(line)).Concat(Enumerable.Repeat("", height)).Take(height);

    private protected virtual string Prompt => _count == 1 ? "? keys  q quit" : $"{Index + 1} of {_count}  ? keys  q quit";
}
