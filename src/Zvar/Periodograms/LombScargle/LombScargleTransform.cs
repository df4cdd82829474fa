namespace Zvar;

/// <summary>
/// The Lomb–Scargle periodogram of all bands at very many equally distant frequencies, for one thread at a time.
/// </summary>
internal sealed class LombScargleTransform
{
    private readonly BandTransform[] _bands;
    private readonly double _chiSquared;

    internal LombScargleTransform(TimeSeries series, double step)
    {
        _bands = [.. series.Bands
            .Where(band => band.ChiSquared > 0)
            .Select(band => new BandTransform(band, step))];
        _chiSquared = series.ChiSquared;
    }

    /// <summary>Computes the powers from a frequency on.</summary>
    /// <param name="first">The lowest frequency.</param>
    /// <param name="powers">Where to: as many as there is room for, <see cref="BandTransform.Frequencies"/> at most.</param>
    internal void Start(double first, Span<double> powers)
    {
        foreach (BandTransform band in _bands)
        {
            band.Start(first);
        }

        Compute(powers);
    }

    /// <summary>Computes those that follow.</summary>
    /// <param name="powers">Where to.</param>
    internal void Next(Span<double> powers)
    {
        foreach (BandTransform band in _bands)
        {
            band.Next();
        }

        Compute(powers);
    }

    private void Compute(Span<double> powers)
    {
        LombScargleWorkspace workspace = LombScargleWorkspace.OfThread;
        for (int i = 0; i < _bands.Length; i++)
        {
            _bands[i].Compute(workspace, _chiSquared, add: i > 0);
        }

        if (_bands.Length > 0)
        {
            workspace.CopyTo(powers);
        }
        else
        {
            powers.Clear();
        }
    }
}
