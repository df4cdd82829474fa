using System.Globalization;

namespace Zvar;

/// <summary>
/// Where phase zero is to be: at the light curve's first time, at a given time, or where the fold is faintest or
/// brightest.
/// </summary>
public readonly record struct EpochChoice
{
    private readonly Choice _choice;
    private readonly double _time;

    private EpochChoice(Choice choice, double time = 0) => (_choice, _time) = (choice, time);

    private enum Choice
    {
        First,
        Time,
        Minimum,
        Maximum,
    }

    /// <summary>The forms <see cref="Parse"/> reads.</summary>
    public const string Forms = "a time (BJD, as in 2458263.98), First, Minimum, Maximum";

    /// <summary>At the first time of the light curve, in any band and before cuts.</summary>
    public static EpochChoice First => new(Choice.First);

    /// <summary>Where the folded light curve is faintest.</summary>
    public static EpochChoice Minimum => new(Choice.Minimum);

    /// <summary>Where the folded light curve is brightest.</summary>
    public static EpochChoice Maximum => new(Choice.Maximum);

    /// <summary>At a time.</summary>
    /// <param name="time">BJD in days, finite.</param>
    public static EpochChoice At(double time) => double.IsFinite(time)
        ? new EpochChoice(Choice.Time, time)
        : throw new ArgumentOutOfRangeException(nameof(time), "An epoch is a finite BJD.");

    /// <summary>The time that was chosen (BJD); null where it is told by the light curve.</summary>
    public double? Time => _choice == Choice.Time ? _time : null;

    /// <summary>
    /// The same choice for a light curve whose times lacked something to be full Julian dates: a time that is one of
    /// these gets it too. Which it is shows in what lies nearer to the light curve, for they are thousands of years
    /// apart.
    /// </summary>
    /// <param name="timeOffset">What was added to the times of the light curve, in days.</param>
    /// <param name="firstTime">Its first time afterwards.</param>
    public EpochChoice AfterOffset(double timeOffset, double firstTime) =>
        Time is { } time && Math.Abs(time + timeOffset - firstTime) < Math.Abs(time - firstTime)
            ? At(time + timeOffset)
            : this;

    /// <summary>Reads what people write for an epoch.</summary>
    /// <exception cref="FormatException">Not an epoch; the message names the accepted forms.</exception>
    public static EpochChoice Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string clean = Number.Clean(text);
        Number.RefuseDecimalComma(clean);
        return clean.ToLower(CultureInfo.InvariantCulture) switch
        {
            "first" => First,
            "minimum" or "min" => Minimum,
            "maximum" or "max" => Maximum,
            _ when Number.TryRead(clean, out double time) => At(time),
            _ => throw new FormatException($"'{Excerpt.Of(text)}' is not an epoch. Write one of: {Forms}."),
        };
    }

    /// <summary>The time of phase zero (BJD) for a light curve and a period in days.</summary>
    /// <remarks>
    /// Minimum and Maximum look at the band with most detections, folded into bins of the mean magnitude: as many as
    /// have five points each on average, 8 to 50. Bins of a single point are passed over unless there are fewer than
    /// 40 points. A parabola through the bins about the extreme one gives its phase, and phase zero is the first time
    /// at or after the light curve's first that has it.
    /// </remarks>
    public double Resolve(LightCurve lightCurve, double period)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        return _choice switch
        {
            Choice.First => lightCurve.FirstTime,
            Choice.Time => _time,
            Choice.Minimum => TimeOfExtreme(lightCurve, period, faintest: true),
            Choice.Maximum => TimeOfExtreme(lightCurve, period, faintest: false),
        };
    }

    private static double TimeOfExtreme(LightCurve lightCurve, double period, bool faintest) =>
        lightCurve.FirstTime
        + (period * FoldExtreme.PhaseOf(new Fold(lightCurve, period, lightCurve.FirstTime), faintest));

    /// <summary>The choice as <see cref="Parse"/> reads it.</summary>
    public override string ToString() =>
        _choice == Choice.Time ? _time.ToString(CultureInfo.InvariantCulture) : _choice.ToString();
}
