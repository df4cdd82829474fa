using System.Globalization;

namespace Zvar.Plots;

/// <summary>
/// Folds being looked at in a terminal: what is shown, what a key makes of it, and how it looks. It reads no key and
/// writes nothing; whoever has the terminal does.
/// </summary>
public sealed record FoldSession
{
    // A step of fine tuning moves the phase of the last exposure against the first by this share of a cycle.
    private const double TuningStep = 0.02;

    private const int BinStep = 10;

    private static readonly EpochChoice[] Zeros = [EpochChoice.First, EpochChoice.Minimum, EpochChoice.Maximum];

    private readonly IReadOnlyList<FoldView> _folds;

    /// <summary>Begins with the first of the folds.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public FoldSession(IReadOnlyList<FoldView> folds)
    {
        ArgumentNullException.ThrowIfNull(folds);
        if (folds.Count == 0)
        {
            throw new ArgumentException("There is nothing to show.", nameof(folds));
        }

        _folds = folds;
        View = folds[0];
        Chosen = View.Period;
    }

    /// <summary>The fold as it is shown now.</summary>
    public FoldView View { get; private init; }

    /// <summary>Which of the folds it is, counted from 0.</summary>
    public int Star { get; private init; }

    /// <summary>The period that reset returns to, in days.</summary>
    public double Chosen { get; private init; }

    /// <summary>What was said in answer to the last key; empty for nothing.</summary>
    public string Message { get; private init; } = "";

    /// <summary>Whether the keys are being told of instead of the fold shown.</summary>
    public bool Helps { get; private init; }

    /// <summary>Whether the user has had enough.</summary>
    public bool Ended { get; private init; }

    /// <summary>What a key makes of it; a key that means nothing changes nothing.</summary>
    public FoldSession Press(ConsoleKeyInfo key) => (this with { Message = "", Helps = false }).Answer(key);

    /// <summary>The screen, as many lines as high, none wider than the width.</summary>
    /// <param name="width">In columns.</param>
    /// <param name="height">In lines.</param>
    /// <param name="color">Whether the bands have their colours, by ANSI escape sequences.</param>
    public IReadOnlyList<string> Draw(int width, int height, bool color) => Helps
        ? FoldKeys.Describe(height)
        : [.. FoldText.Draw(View, width, height - 1, color), Cut(Message.Length > 0 ? Message : Prompt, width)];

    internal FoldSession Multiply(double factor) => Tune(View.Period * factor);

    internal FoldSession Reset() => Tune(Chosen);

    internal FoldSession StepPeriod(int step)
    {
        double[] offered = [.. View.GetPeriods().Select(entry => entry.Period)];
        if (offered.Length == 0)
        {
            return this with { Message = "No periods are known for this star." };
        }

        // A period that is none of the star's stands before its first.
        int place = Array.IndexOf(offered, Chosen);
        int next = place < 0 && step < 0 ? offered.Length - 1 : (place + step + offered.Length) % offered.Length;
        ZvarPeriod entry = View.GetPeriods()[next];
        return Tune(entry.Period) with { Chosen = entry.Period, Message = PeriodLabel.Of(entry) };
    }

    internal FoldSession Nudge(int direction)
    {
        double[] times = View.LightCurve.Time;
        double baseline = times.Length == 0 ? View.Period : Math.Max(times.Max() - times.Min(), View.Period);
        return Tune(1 / ((1 / View.Period) - (direction * TuningStep / baseline)));
    }

    internal FoldSession ChangeBins(int direction) => this with
    {
        View = View with { Bins = Math.Clamp(View.Bins + (direction * BinStep), 0, FoldView.MaxBins) },
    };

    internal FoldSession ChangeCycles() => this with { View = View with { Cycles = 3 - View.Cycles } };

    internal FoldSession ChangeZero()
    {
        EpochChoice zero = Zeros[(Array.IndexOf(Zeros, View.EpochChoice) + 1) % Zeros.Length];
        return this with { View = View with { EpochChoice = zero }, Message = $"Phase zero at: {zero}" };
    }

    internal FoldSession ToggleBand(string band)
    {
        IReadOnlyList<string> all = View.LightCurve.GetBands();
        return all.Contains(band)
            ? this with { View = View with { Bands = [.. all.Where(b => View.Bands.Contains(b) != (b == band))] } }
            : this with { Message = $"There is nothing in {band}." };
    }

    internal FoldSession StepStar(int step)
    {
        int star = (Star + step + _folds.Count) % _folds.Count;
        FoldView fold = _folds[star] with { Bins = View.Bins, Cycles = View.Cycles };
        return this with { Star = star, View = fold, Chosen = fold.Period };
    }

    internal FoldSession TellPeriod() => this with
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"{View.LightCurve.Psid}, {View.Period}"),
    };

    internal FoldSession TellSimbad() => this with
    {
        Message = SimbadLink.Of(View.LightCurve) ?? "The position of this star is not known.",
    };

    internal FoldSession Help() => this with { Helps = true };

    internal FoldSession End() => this with { Ended = true };

    private string Prompt => _folds.Count == 1 ? "? keys  q quit" : $"{Star + 1} of {_folds.Count}  ? keys  q quit";

    private FoldSession Answer(ConsoleKeyInfo key) => FoldKeys.Find(key)?.Invoke(this) ?? this;

    private FoldSession Tune(double period) => period > 0 && double.IsFinite(period)
        ? this with { View = View with { Period = period } }
        : this;

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";
}
