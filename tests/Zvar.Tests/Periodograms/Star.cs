namespace Zvar.Tests.Periodograms;

/// <summary>Makes light curves with the rhythm of a survey: a few visits in clear nights, seasons with gaps.</summary>
internal sealed class Star(int seed)
{
    internal const double Start = 2458200.3;

    private readonly Random _random = new(seed);
    private readonly LightCurveBuilder _builder = new(145120008365555264);

    /// <summary>Adds exposures of a band at random clear times.</summary>
    internal Star Observe(
        string band, int points, Func<double, double> magAt, double error = 0.02, double span = 1000, int field = 567)
    {
        while (points > 0)
        {
            double night = Math.Floor(_random.NextDouble() * span);
            if (night % 365 > 240)
            {
                continue;
            }

            double time = night + (0.3 * _random.NextDouble());
            Add(band, time, magAt(time) + (error * Gaussian()), error, field);
            points--;
        }

        return this;
    }

    internal Star Add(string band, double time, double mag, double error, int field = 567)
    {
        _builder.Add(new PhotometryRow
        {
            Time = Start + time,
            Mag = mag,
            MagErr = error,
            Band = band,
            Field = field,
        });
        return this;
    }

    internal LightCurve Build() => _builder.Build();

    internal double Gaussian() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(Math.Tau * _random.NextDouble());

    /// <summary>A sine of a period in days and an amplitude in magnitudes about 17 mag.</summary>
    internal static Func<double, double> Sine(double period, double amplitude, double phase = 0) =>
        time => 17 + (amplitude * Math.Sin(Math.Tau * ((time / period) + phase)));

    /// <summary>
    /// An eclipsing binary of two unlike stars, the second minimum half a period after the first, in magnitudes.
    /// </summary>
    internal static Func<double, double> Binary(double period, double first, double second, double width = 0.08) =>
        time =>
        {
            double phase = (time / period) - Math.Floor(time / period);
            return 16 + Dip(phase, 0, first, width) + Dip(phase, 0.5, second, width);
        };

    private static double Dip(double phase, double middle, double depth, double width)
    {
        double distance = Math.Abs(phase - middle);
        distance = Math.Min(distance, 1 - distance) / width;
        return distance < 1 ? depth * (1 - (distance * distance)) : 0;
    }
}
