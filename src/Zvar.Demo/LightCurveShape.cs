namespace Zvar.Demo;

// A star's light in magnitudes: one cycle is sampled once, then read off. Its range is 1 and its mean 0; phase 0 of a
// binary is its deeper minimum.
internal sealed class LightCurveShape
{
    private const int Samples = 1024;

    // Red giants have a second, slower wave that never repeats with the first.
    private const double SecondWave = 0.13;
    private const double SecondPeriod = 1.8273;

    private readonly double[] _table;
    private readonly double _epoch;
    private readonly double _period;
    private readonly double _secondWave;

    private LightCurveShape(DemoStar star, Func<double, double> faintness)
    {
        (_epoch, _period) = (star.Epoch, star.Period);
        _secondWave = star.Class == StarClass.LongPeriod ? SecondWave : 0;
        var table = new double[Samples + 1];
        for (int i = 0; i < Samples; i++)
        {
            table[i] = faintness((double)i / Samples);
        }

        ReadOnlySpan<double> cycle = table.AsSpan(0, Samples);
        double least = double.PositiveInfinity, most = double.NegativeInfinity, sum = 0;
        foreach (double value in cycle)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
            sum += value;
        }

        double squares = 0;
        for (int i = 0; i < Samples; i++)
        {
            table[i] = (table[i] - (sum / Samples)) / (most - least);
            squares += table[i] * table[i];
        }

        table[Samples] = table[0];
        _table = table;
        Brightest = ((least - (sum / Samples)) / (most - least)) - _secondWave;
        Faintest = Brightest + 1 + (2 * _secondWave);
        Rms = Math.Sqrt(squares / Samples);
    }

    // The value at brightest light, negative.
    internal double Brightest { get; }

    internal double Faintest { get; }

    internal double Rms { get; }

    internal double At(double time)
    {
        double cycles = (time - _epoch) / _period;
        double place = (cycles - Math.Floor(cycles)) * Samples;
        int before = Math.Min((int)place, Samples - 1);
        double wave = _table[before] + ((place - before) * (_table[before + 1] - _table[before]));
        return _secondWave == 0 ? wave : wave + (_secondWave * Math.Cos(2 * Math.PI * cycles / SecondPeriod));
    }

    // The shape of a star that varies.
    internal static LightCurveShape Of(DemoStar star)
    {
        var random = new DeterministicRandom(star.Psid, (long)RandomStream.Shape);
        return new LightCurveShape(star, star.Class switch
        {
            StarClass.ContactBinary => ContactBinary(random.Between(0.05, 0.16)),
            StarClass.EclipsingBinary => EclipsingBinary(
                star.Amplitude,
                random.Between(0.15, 0.8),
                HalfWidth(ref random, star.Period),
                random.Between(0, 0.5)),
            StarClass.RRab => Fourier([1, 0.48, 0.34, 0.23, 0.14, 0.08, 0.05], phase2: 3.95, phase3: 2.0),
            StarClass.RRc => Fourier([1, random.Between(0.1, 0.2), 0.06], phase2: 4.6, phase3: 3.2),
            StarClass.DeltaScuti => Fourier([1, random.Between(0.15, 0.3), 0.06], phase2: 4.0, phase3: 1.8),
            StarClass.Ellipsoidal => Ellipsoidal(random.Between(0.1, 0.25)),
            StarClass.WhiteDwarfBinary => WhiteDwarfBinary(random.Between(0.03, 0.07), random.Between(0.1, 0.35)),
            _ => phase => Math.Cos(2 * Math.PI * phase),
        });
    }

    // Two stars in one envelope: round maxima, sharper minima, the second one shallower.
    private static Func<double, double> ContactBinary(double difference) => phase =>
    {
        double angle = 2 * Math.PI * phase;
        return Math.Cos(2 * angle) + (difference * Math.Cos(angle)) + (0.22 * Math.Cos(4 * angle))
            + (0.05 * Math.Cos(6 * angle));
    };

    // Two stars apart: flat light, and two eclipses of different depths.
    private static Func<double, double> EclipsingBinary(
        double depth, double secondary, double halfWidth, double flatness) => phase =>
    {
        double primary = Eclipse(phase, halfWidth, flatness);
        double second = secondary * Eclipse(phase + 0.5, halfWidth, flatness);
        double tides = Math.Cos(4 * Math.PI * phase) * 0.02 / depth;
        return primary + second + tides;
    };

    // A hot white dwarf behind a companion it heats: a narrow deep eclipse, and a bright side that comes and goes.
    private static Func<double, double> WhiteDwarfBinary(double halfWidth, double heated) => phase =>
        Eclipse(phase, halfWidth, flatness: 0.6) + (heated * (0.5 + (0.5 * Math.Cos(2 * Math.PI * phase))));

    // A star stretched by its companion: two waves an orbit, one minimum deeper.
    private static Func<double, double> Ellipsoidal(double difference) => phase =>
        Math.Cos(4 * Math.PI * phase) + (difference * Math.Cos(2 * Math.PI * phase));

    // Simon and Lee's description of pulsators (1981, ApJ 248, 291): amplitudes over the first, and phases from the
    // first's; the phases of higher terms go on as those of the second and third do.
    private static Func<double, double> Fourier(double[] amplitudes, double phase2, double phase3) => phase =>
    {
        double light = 0;
        for (int k = 1; k <= amplitudes.Length; k++)
        {
            double shift = k switch { 1 => 0, 2 => phase2, _ => phase3 + ((k - 3) * (phase3 - phase2)) };
            light += amplitudes[k - 1] * Math.Cos((2 * Math.PI * k * phase) + shift);
        }

        return light;
    };

    private static double Eclipse(double phase, double halfWidth, double flatness)
    {
        double away = Math.Abs(Math.IEEERemainder(phase, 1)) / halfWidth;
        double depth = Math.Clamp((1 - away) / (1 - flatness), 0, 1);
        return depth * depth * (3 - (2 * depth));
    }

    // The longer the orbit, the farther apart the stars and the shorter, in phase, the eclipse.
    private static double HalfWidth(ref DeterministicRandom random, double period) =>
        Math.Clamp(random.Between(0.07, 0.11) * Math.Pow(period, -0.45), 0.025, 0.12);
}
