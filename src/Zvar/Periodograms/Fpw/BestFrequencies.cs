namespace Zvar;

/// <summary>The places of the highest powers among many, as many as are asked for, in whatever order they came.</summary>
/// <param name="count">How many to keep.</param>
internal sealed class BestFrequencies(int count)
{
    private readonly float[] _powers = new float[2 * count];
    private readonly long[] _places = new long[2 * count];
    private int _filled;

    /// <summary>What a power must exceed to come in.</summary>
    internal float Threshold { get; private set; } = float.NegativeInfinity;

    internal void Add(float power, long place)
    {
        if (_filled == _powers.Length)
        {
            KeepBest();
            if (power <= Threshold)
            {
                return;
            }
        }

        _powers[_filled] = power;
        _places[_filled++] = place;
    }

    /// <summary>The places, in rising order.</summary>
    internal long[] ToPlaces()
    {
        KeepBest();
        long[] places = _places[.._filled];
        Array.Sort(places);
        return places;
    }

    private void KeepBest()
    {
        if (_filled <= count)
        {
            return;
        }

        Array.Sort(_powers, _places, 0, _filled);
        Array.Copy(_powers, _filled - count, _powers, 0, count);
        Array.Copy(_places, _filled - count, _places, 0, count);
        _filled = count;
        Threshold = _powers[0];
    }
}
