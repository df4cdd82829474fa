namespace Zvar.Demo;

// Draws a star from its psid: what it is, how bright, how far, and how it varies.
internal static class StarPopulation
{
    private const double Brightest = 13.4;
    private const double Faintest = 20.7;

    // How fast stars become more with magnitude: log10 of the ratio from one magnitude to the next.
    private const double CountSlope = 0.22;

    private static readonly (StarClass Class, double Share)[] Shares =
    [
        (StarClass.ContactBinary, 0.006),
        (StarClass.EclipsingBinary, 0.0035),
        (StarClass.RRab, 0.0016),
        (StarClass.RRc, 0.001),
        (StarClass.DeltaScuti, 0.003),
        (StarClass.LongPeriod, 0.0022),
        (StarClass.Ellipsoidal, 0.0028),
        (StarClass.WhiteDwarfBinary, 0.0007),
    ];

    internal static DemoStar Draw(long psid)
    {
        if (!Psid.TryDecode(psid, out SkyPosition encoded))
        {
            throw new ArgumentOutOfRangeException(nameof(psid), $"{psid} is no position.");
        }

        var random = new DeterministicRandom(psid, (long)RandomStream.Star);
        double offset = Math.Min(Math.Abs(0.15 * random.Gaussian()), DemoStar.MaxPsidOffset - 0.05);
        SkyPosition position = encoded.Offset(random.Between(0, 360), offset);
        StarClass kind = DrawClass(random.Uniform());
        var star = new DemoStar { Psid = psid, Position = position, Class = kind };
        star = kind switch
        {
            StarClass.ContactBinary => ContactBinary(star, ref random),
            StarClass.EclipsingBinary => EclipsingBinary(star, ref random),
            StarClass.RRab => Pulsator(
                star, ref random, (0.42, 0.82), (0.45, 1.25), redder: 0.72, brightest: 14, (0.65, 0.12), (0.58, 0.07)),
            StarClass.RRc => Pulsator(
                star, ref random, (0.24, 0.42), (0.25, 0.55), redder: 0.73, brightest: 14, (0.6, 0.12), (0.42, 0.06)),
            StarClass.DeltaScuti => Pulsator(
                star, ref random, (0.035, 0.2), (0.06, 0.5), redder: 0.72, Brightest, (2, 0.5), (0.4, 0.1)),
            StarClass.LongPeriod => LongPeriod(star, ref random),
            StarClass.Ellipsoidal => Ellipsoidal(star, ref random),
            StarClass.WhiteDwarfBinary => WhiteDwarfBinary(star, ref random),
            _ => Constant(star, ref random),
        };
        return double.IsNaN(star.Period)
            ? star
            : star with { Epoch = 2458200 + (star.Period * random.Uniform()) };
    }

    private static StarClass DrawClass(double draw)
    {
        foreach ((StarClass kind, double share) in Shares)
        {
            if (draw < share)
            {
                return kind;
            }

            draw -= share;
        }

        return StarClass.Constant;
    }

    private static DemoStar ContactBinary(DemoStar star, ref DeterministicRandom random)
    {
        double period = 0.22 + Math.Min(random.Exponential(0.12), 0.5);

        // Contact binaries keep a relation of period and luminosity, for their stars fill their lobes.
        double absolute = 6.2 - (10.5 * Math.Log10(period / 0.2727)) + (0.2 * random.Gaussian());
        return Shine(star, ref random, DrawMag(ref random, Brightest, 19.5), absolute, Reddened(ref random, absolute))
            with
        {
            Period = period,
            Amplitude = random.Between(0.15, 0.85),
            RedderAmplitude = random.Between(0.88, 0.96),
        };
    }

    private static DemoStar EclipsingBinary(DemoStar star, ref DeterministicRandom random)
    {
        double absolute = random.Between(1.5, 7.5);
        return Shine(star, ref random, DrawMag(ref random, Brightest, 19.3), absolute, Reddened(ref random, absolute))
            with
        {
            Period = random.LogBetween(0.6, 8),
            Amplitude = random.LogBetween(0.2, 1.6),
            RedderAmplitude = random.Between(0.85, 0.95),
        };
    }

    private static DemoStar Pulsator(
        DemoStar star,
        ref DeterministicRandom random,
        (double Least, double Most) period,
        (double Least, double Most) amplitude,
        double redder,
        double brightest,
        (double Mean, double Scatter) absolute,
        (double Mean, double Scatter) bpRp)
    {
        double absoluteG = absolute.Mean + (absolute.Scatter * random.Gaussian());
        double colour = bpRp.Mean + (bpRp.Scatter * random.Gaussian());

        // Among pulsators of a class the long periods have the small amplitudes.
        double along = random.Uniform();
        double swing = Math.Clamp((1 - along) + (0.2 * random.Gaussian()), 0, 1);
        return Shine(star, ref random, DrawMag(ref random, brightest, 19.5), absoluteG, colour) with
        {
            Period = period.Least * Math.Pow(period.Most / period.Least, along),
            Amplitude = amplitude.Least + ((amplitude.Most - amplitude.Least) * swing),
            RedderAmplitude = redder + (0.02 * random.Gaussian()),
        };
    }

    private static DemoStar LongPeriod(DemoStar star, ref DeterministicRandom random)
    {
        double along = random.Uniform();
        double absolute = 0.8 - (2.5 * along) + (0.3 * random.Gaussian());
        double colour = 1.35 + (1.3 * along * along) + (0.08 * random.Gaussian());
        return Shine(star, ref random, DrawMag(ref random, Brightest, 16.2), absolute, colour) with
        {
            Period = 18 * Math.Pow(20, along),
            Amplitude = (0.12 + (1.1 * along * along)) * random.Between(0.8, 1.3),
            RedderAmplitude = random.Between(0.7, 0.8),
        };
    }

    private static DemoStar Ellipsoidal(DemoStar star, ref DeterministicRandom random)
    {
        double absolute = random.Between(0.7, 2.7);
        double colour = GiantBpRp(absolute) + (0.04 * random.Gaussian());
        return Shine(star, ref random, DrawMag(ref random, Brightest, 16), absolute, colour) with
        {
            Period = random.LogBetween(1.6, 9.5),
            Amplitude = random.Between(0.12, 0.32),
            RedderAmplitude = random.Between(0.86, 0.94),
        };
    }

    private static DemoStar WhiteDwarfBinary(DemoStar star, ref DeterministicRandom random) =>
        Shine(star, ref random, DrawMag(ref random, 16.5, 19.3), random.Between(9, 11), random.Between(-0.25, 0.35))
            with
        {
            Period = random.LogBetween(7, 110) / 1440,
            Amplitude = random.LogBetween(0.3, 1.4),
            RedderAmplitude = random.Between(0.82, 0.93),
        };

    private static DemoStar Constant(DemoStar star, ref DeterministicRandom random)
    {
        double r = DrawMag(ref random, Brightest, Faintest);
        bool isGiant = random.Chance(0.3 * Math.Clamp((17 - r) / 3.5, 0, 1));
        double absolute = isGiant
            ? random.Between(0, 2.8)
            : Math.Clamp(4.2 + (0.45 * (r - 14)) + (1.5 * random.Gaussian()), 1.5, 13);
        double colour = isGiant ? GiantBpRp(absolute) + (0.05 * random.Gaussian()) : Reddened(ref random, absolute);
        return Shine(star, ref random, r, absolute, colour) with { ObjectType = DrawType(ref random, r) };
    }

    private static double GiantBpRp(double absolute) => 1.47 - (0.14 * absolute);

    private static double Reddened(ref DeterministicRandom random, double absolute) =>
        StellarColours.MainSequenceBpRp(absolute) + 0.08 + (0.05 * random.Gaussian());

    private static double DrawMag(ref DeterministicRandom random, double brightest, double faintest)
    {
        double least = Math.Pow(10, CountSlope * (brightest - faintest));
        return faintest + (Math.Log10(least + ((1 - least) * random.Uniform())) / CountSlope);
    }

    private static ObjectType DrawType(ref DeterministicRandom random, double r) => random.Uniform() switch
    {
        < 0.04 when r > 17 => ObjectType.Extended,
        < 0.07 => ObjectType.VeryFewPoints,
        < 0.09 => ObjectType.DoubleComponent,
        < 0.14 when r > 19 => ObjectType.FewPoints,
        < 0.3 when r > 20 => ObjectType.Faint,
        _ => ObjectType.Star,
    };

    private static DemoStar Shine(
        DemoStar star, ref DeterministicRandom random, double r, double absolute, double bpRp) => star with
        {
            MeanG = r + StellarColours.GMinusR(bpRp) + (0.02 * random.Gaussian()),
            MeanR = r,
            MeanI = r - StellarColours.RMinusI(bpRp) + (0.02 * random.Gaussian()),
            AbsoluteG = absolute,
            GaiaG = r + StellarColours.GaiaGMinusR(bpRp),
            BpRp = bpRp,
        };
}
