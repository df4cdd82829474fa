namespace Zvar;

/// <summary>
/// Folds point by point in double precision: for a band whose weights differ by so much that no whole numbers hold them.
/// </summary>
internal sealed class FpwExact(BandSeries band, double step, double chiSquared) : IFpwFold
{
    private double _first;
    private long _block;

    /// <inheritdoc/>
    public void Start(double first) => (_first, _block) = (first, 0);

    /// <inheritdoc/>
    public void Next() => _block++;

    /// <inheritdoc/>
    public void AddTo(FpwBlock block)
    {
        for (int j = 0; j < IFpwFold.Block; j++)
        {
            double frequency = _first + (((_block * IFpwFold.Block) + j) * step);
            block.Power20[j] += (float)(FpwBins.Fold(band, frequency, 20).Taken / chiSquared);
            block.Power10[j] += (float)(FpwBins.Fold(band, frequency, 10).Taken / chiSquared);
            block.Power5[j] += (float)(FpwBins.Fold(band, frequency, 5).Taken / chiSquared);
        }
    }
}
