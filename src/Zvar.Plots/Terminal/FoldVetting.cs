using System.Collections.Immutable;

namespace Zvar.Plots;

// The vetting of folds in a terminal: what was said of which star, which stars are shown, and the way back.
internal sealed record FoldVetting
{
    // They give labels here, in this order.
    private const string DigitKeys = "1234567890";

    private readonly Vetting _begun;
    private readonly TimeProvider _clock;
    private readonly IReadOnlyDictionary<VettedStar, Verdict> _takenUp;
    private readonly VettedStar[] _stars;
    private readonly VettedStar[] _distinct;

    internal FoldVetting(IReadOnlyList<FoldView> folds, Vetting begun, TimeProvider clock)
    {
        (_begun, _clock, _takenUp) = (begun, clock, begun.GetVerdicts());
        _stars = [.. folds.Select(fold => VettedStar.Of(fold.LightCurve))];
        _distinct = [.. _stars.Distinct()];
        Verdicts = _takenUp.ToImmutableDictionary();
        Keys = FoldSession.FoldKeys.With(
            without: DigitKeys,
            [
                .. begun.Labels.Select((label, place) => (
                    DigitKeys[place..(place + 1)],
                    LabelTag.Of(label),
                    (Func<FoldSession, FoldSession>)(session => session.Label(label)))),
                ("⌫", "take back the last verdict", session => session.Undo()),
                ("a", "annotate", session => session.Annotate()),
                ("v", "next of: all, unlabelled, a label", session => session.NextFilter()),
                ("d", "period × 2", session => session.Multiply(2)),
                ("y", "period × 3", session => session.Multiply(3)),
                ("u", "reset the period", session => session.Reset()),
                ("o", "periodogram: next method", session => session.NextMethod()),
                ("n", "next star shown", session => session.StepShown(1)),
                ("p", "previous star shown", session => session.StepShown(-1)),
            ]);
    }

    internal KeyTable<FoldSession> Keys { get; }

    internal ImmutableDictionary<VettedStar, Verdict> Verdicts { get; private init; }

    // Null for all stars, empty for those without a label, else those of a label.
    internal string? Filter { get; private init; }

    // While one is typed.
    internal TypedNote? Note { get; init; }

    internal VettingStep? LastStep => Steps.IsEmpty ? null : Steps.Peek();

    internal int Count => _distinct.Length;

    internal int Done => _distinct.Count(star => LabelOf(star).Length > 0);

    private ImmutableStack<VettingStep> Steps { get; init; } = [];

    internal Verdict? VerdictOn(int place) => Verdicts.GetValueOrDefault(_stars[place]);

    // Those of the folds, in their order.
    internal IReadOnlyList<Verdict> GetVerdicts() =>
        [.. _distinct.Select(star => Verdicts.GetValueOrDefault(star)).OfType<Verdict>()];

    // A fold with its label. What was said here of a star is shown as it was said; what had been before, whoever has made
    // the fold knows of.
    internal FoldView Show(FoldView fold, int place)
    {
        Verdict? verdict = VerdictOn(place);
        FoldView labelled = fold with { Label = verdict?.Label ?? "", Labels = _begun.Labels };
        return fold.IsComputed || verdict is null || verdict == _takenUp.GetValueOrDefault(_stars[place])
            ? labelled
            : labelled with
            {
                Period = verdict.Period ?? fold.Period,
                EpochChoice = verdict.Epoch is { } epoch ? EpochChoice.At(epoch) : fold.EpochChoice,
            };
    }

    // With what is said of the fold at a place as it is shown; null for what was said before.
    internal FoldVetting Give(int place, FoldView view, double chosen, string? label = null, string? note = null)
    {
        VettedStar star = _stars[place];
        Verdict? before = VerdictOn(place);
        var verdict = new Verdict
        {
            Psid = star.Psid,
            Label = label ?? before?.Label ?? "",
            Period = view.Period,
            Epoch = double.IsFinite(view.Epoch) ? view.Epoch : null,
            Note = note ?? before?.Note ?? "",
            Labeller = _begun.Labeller,
            Time = DateTimeOffset.FromUnixTimeSeconds(_clock.GetUtcNow().ToUnixTimeSeconds()),
            TargetName = view.LightCurve.TargetName ?? "",
            Synthetic = star.Synthetic,
        };
        return this with
        {
            Verdicts = verdict.Label.Length + verdict.Note.Length > 0
                ? Verdicts.SetItem(star, verdict)
                : Verdicts.Remove(star),
            Steps = Steps.Push(new VettingStep(place, view, chosen, star, before)),
        };
    }

    // Without what was said last.
    internal FoldVetting Undo() => LastStep is not { } step ? this : this with
    {
        Verdicts = step.Before is { } before ? Verdicts.SetItem(step.Star, before) : Verdicts.Remove(step.Star),
        Steps = Steps.Pop(),
    };

    // The next of all, those without a label, and those of each that there are any of.
    internal FoldVetting NextFilter()
    {
        string?[] filters = [null, "", .. _begun.Labels];
        int now = Array.IndexOf(filters, Filter);
        return Enumerable.Range(1, filters.Length)
            .Select(step => this with { Filter = filters[(now + step) % filters.Length] })
            .First(next => next.Filter is null || next.GetShown().Length > 0);
    }

    // The places of the stars that are shown.
    internal int[] GetShown() =>
        [.. Enumerable.Range(0, _stars.Length).Where(place => Filter is null || LabelOf(_stars[place]) == Filter)];

    // Where to go on after a verdict; null where all that is shown has been seen.
    internal int? NextAfter(int place)
    {
        int[] shown = GetShown();
        int next = Array.FindIndex(shown, one => one > place);
        return next >= 0 ? shown[next]
            : Filter is not null && shown.Length > 0 && shown[0] != place ? shown[0]
            : null;
    }

    // What is done and shown, in a few words.
    internal string Describe(int place)
    {
        int[] shown = GetShown();
        int among = Array.IndexOf(shown, place) + 1;
        string which = Filter is null ? "" : Filter.Length == 0 ? " unlabelled" : $" {LabelTag.Of(Filter)}";
        string where = among > 0 ? $"{among} of {shown.Length}{which}" : $"none of {shown.Length}{which}";
        string note = VerdictOn(place)?.Note is { Length: > 0 } text ? $"  note: {Excerpt.Of(text)}" : "";
        return $"{Done} of {Count} done  shown: {where}  ? keys  q quit{note}";
    }

    private string LabelOf(VettedStar star) => Verdicts.GetValueOrDefault(star)?.Label ?? "";
}
