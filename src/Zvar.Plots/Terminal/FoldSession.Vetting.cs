namespace Zvar.Plots;

// What a session does where the folds are vetted.
public sealed partial record FoldSession
{
    /// <inheritdoc/>
    public override bool Types => Vetting?.Note is not null;

    /// <summary>All verdicts there are, those on stars that are not shown among them.</summary>
    public IReadOnlyDictionary<VettedStar, Verdict> AllVerdicts =>
        Vetting?.Verdicts ?? (IReadOnlyDictionary<VettedStar, Verdict>)new Dictionary<VettedStar, Verdict>();

    private FoldVetting? Vetting { get; init; }

    /// <summary>The verdicts on the stars of the folds, in their order.</summary>
    public IReadOnlyList<Verdict> GetVerdicts() => Vetting?.GetVerdicts() ?? [];

    /// <inheritdoc/>
    public override FoldSession Paste(string text) => Vetting is { Note: { } note } vetting
        ? this with { Vetting = vetting with { Note = note.Add(text) } }
        : this;

    // The keys below are those of a vetting.
    internal FoldSession Label(string label)
    {
        FoldVetting given = Vetting!.Give(Index, View, Chosen, label: label);
        FoldSession labelled = this with { Vetting = given, View = View with { Label = label } };
        string said = $"{LabelTag.Of(label)} {ObjectTitle.IdOf(LightCurve)}";
        return given.NextAfter(Index) is { } next
            ? labelled.Show(next).Tell($"{given.Done} of {given.Count} done  {said}")
            : labelled.Tell($"{given.Done} of {given.Count} done  {said}, the last that is shown");
    }

    internal FoldSession Undo() => Vetting!.LastStep is not { } step
        ? Tell("There is nothing to take back.")
        : (this with { Vetting = Vetting.Undo() }).Show(step.Index) with
        {
            View = step.View with { Bins = View.Bins, Statistic = View.Statistic, Cycles = View.Cycles },
            Chosen = step.Chosen,
            Message = "Taken back.",
        };

    internal FoldSession Annotate() =>
        this with { Vetting = Vetting! with { Note = new TypedNote(Vetting.VerdictOn(Index)?.Note ?? "") } };

    internal FoldSession NextFilter()
    {
        FoldSession filtered = this with { Vetting = Vetting!.NextFilter() };
        int[] shown = filtered.Vetting.GetShown();
        return shown.Contains(Index)
            ? filtered
            : filtered.Show(shown.Where(place => place > Index).FirstOrDefault(shown[0]));
    }

    internal FoldSession StepShown(int step)
    {
        int[] shown = Vetting!.GetShown();
        IEnumerable<int> further = shown.Where(place => Math.Sign(place - Index) == step);
        return shown.Length == 0
            ? Tell("No star is left of these: the key v shows others.")
            : Show(step > 0 ? further.FirstOrDefault(shown[0]) : further.LastOrDefault(shown[^1]));
    }

    private protected override FoldSession Type(ConsoleKeyInfo key) => Vetting is not { Note: { } note } vetting
        ? this
        : key.Key switch
        {
            ConsoleKey.Escape => this with { Vetting = vetting with { Note = null } },
            ConsoleKey.Enter => KeepNote(note.Text.Trim()),
            _ => this with { Vetting = vetting with { Note = note.Press(key) } },
        };

    private FoldSession KeepNote(string note) => this with
    {
        Vetting = (note == (Vetting!.VerdictOn(Index)?.Note ?? "")
            ? Vetting
            : Vetting.Give(Index, View, Chosen, note: note)) with
        {
            Note = null,
        },
    };

    private protected override string DrawLastLine(int width) => Vetting?.Note?.Draw(width) ?? base.DrawLastLine(width);

    private protected override string Prompt => Vetting?.Describe(Index) ?? base.Prompt;
}
