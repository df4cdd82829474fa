namespace Zvar;

/// <summary>
/// The highest peaks of a periodogram that comes by in any order, each further than a distance from any higher one.
/// </summary>
/// <param name="count">How many to keep.</param>
/// <param name="distance">The distance, in cycles a day.</param>
internal sealed class PeakList(int count, double distance)
{
    // By falling power. A few more are kept than asked for: one that is taken by a higher neighbour leaves no gap then.
    private readonly List<Peak> _peaks = [];

    private int Kept => 2 * count;

    /// <summary>The power a frequency must exceed to come in.</summary>
    internal double Threshold => _peaks.Count < Kept ? double.NegativeInfinity : _peaks[^1].Power;

    /// <summary>Takes the power at a frequency.</summary>
    internal void Add(double frequency, double power)
    {
        if (!(power > Threshold))
        {
            return;
        }

        int place = 0;
        while (place < _peaks.Count && _peaks[place].Power >= power)
        {
            if (Math.Abs(_peaks[place].Frequency - frequency) <= distance)
            {
                return;
            }

            place++;
        }

        _peaks.RemoveAll(peak => peak.Power < power && Math.Abs(peak.Frequency - frequency) <= distance);
        _peaks.Insert(place, new Peak(frequency, power));
        if (_peaks.Count > Kept)
        {
            _peaks.RemoveAt(_peaks.Count - 1);
        }
    }

    /// <summary>The peaks by falling power.</summary>
    internal IReadOnlyList<Peak> ToList() => [.. _peaks.Take(count)];
}
