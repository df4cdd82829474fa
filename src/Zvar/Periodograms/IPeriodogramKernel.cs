namespace Zvar;

/// <summary>
/// A method of period search, prepared for one light curve. A power is the share of the chi² about the bands' means that
/// the model takes away, 0 to 1; all bands have one period, each its own model and mean: the chi² are summed (VanderPlas
/// and Ivezić 2015, ApJ 812, 18, with no shared shape).
/// </summary>
internal interface IPeriodogramKernel
{
    /// <summary>The powers at equally distant frequencies, to 1e-7 of what they are.</summary>
    /// <param name="first">The first frequency, in cycles a day.</param>
    /// <param name="step">From one to the next.</param>
    /// <param name="power">Filled with the powers.</param>
    void Compute(double first, double step, Span<double> power);

    /// <summary>The power at one frequency, point by point in double precision.</summary>
    double PowerAt(double frequency);
}
