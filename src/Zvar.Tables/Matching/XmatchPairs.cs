namespace Zvar.Tables;

// The pairs of some stars, from one of a partition up to another, as they are found: all, or the closest of each star.
internal sealed class XmatchPairs
{
    private readonly XmatchOptions _options;

    // The closest of each star; none where all are kept.
    private readonly XmatchPair[] _closest;
    private readonly List<XmatchPair> _all = [];
    private readonly bool[] _hasSome;
    private readonly int _from;

    internal XmatchPairs(int from, int to, XmatchOptions options)
    {
        (_from, _options) = (from, options);
        _closest = options.All ? [] : [.. Enumerable.Range(from, to - from).Select(XmatchPair.Without)];
        _hasSome = new bool[to - from];
    }

    // How many are held that grow with the sources.
    internal int Count => _all.Count;

    internal void Add(XmatchPair pair)
    {
        int at = pair.Star - _from;
        if (_options.All)
        {
            _all.Add(pair);
        }
        else if (!_hasSome[at] || pair.CompareTo(_closest[at]) < 0)
        {
            _closest[at] = pair;
        }

        _hasSome[at] = true;
    }

    internal IReadOnlyList<XmatchPair> InOrder()
    {
        if (!_options.All)
        {
            return [.. _closest.Where(pair => pair.HasSource || _options.IncludeUnmatched)];
        }

        if (_options.IncludeUnmatched)
        {
            _all.AddRange(Enumerable.Range(0, _hasSome.Length).Where(at => !_hasSome[at])
                .Select(at => XmatchPair.Without(_from + at)));
        }

        _all.Sort();
        return _all;
    }
}
