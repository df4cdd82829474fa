namespace Zvar.Tables;

// The stars of an export, each once, as they come in a catalogue. Where a star came several times, what came later
// takes the place of what came before.
internal sealed class SpooledStars
{
    private readonly IReadOnlyList<HatsSpool> _spools;
    private readonly Dictionary<long, SpooledStar[]> _severalTimes = [];

    // The spools in order: stars of a later one are newer.
    internal SpooledStars(params IReadOnlyList<HatsSpool> spools)
    {
        _spools = spools;
        var all = new SpooledStar[spools.Sum(spool => spool.Stars.Count)];
        int came = 0;
        foreach (HatsSpool spool in spools)
        {
            spool.Stars.CopyTo(all, came);
            came += spool.Stars.Count;
        }

        Array.Sort(all, (one, other) =>
            one.Psid != other.Psid ? one.Psid.CompareTo(other.Psid)
            : one.Spool != other.Spool ? one.Spool.CompareTo(other.Spool)
            : one.Offset.CompareTo(other.Offset));
        int count = 0;
        for (int i = 0; i < all.Length;)
        {
            int start = i;
            do
            {
                i++;
            }
            while (i < all.Length && all[i].Psid == all[start].Psid);

            SpooledStar star = all[i - 1];
            if (i - start > 1)
            {
                SpooledStar[] times = all[start..i];
                _severalTimes.Add(star.Psid, times);
                star = star with { Points = times.Max(one => one.Points) };
            }

            all[count++] = star;
        }

        Array.Resize(ref all, count);
        Array.Sort(all, (one, other) =>
            one.Healpix != other.Healpix ? one.Healpix.CompareTo(other.Healpix) : one.Psid.CompareTo(other.Psid));
        All = all;
    }

    // By their places on the sky.
    internal SpooledStar[] All { get; }

    // On any thread.
    internal HatsStar Read(SpooledStar star) => _severalTimes.TryGetValue(star.Psid, out SpooledStar[]? times)
        ? times.Select(ReadOnce).Aggregate((older, newer) => older.With(newer))
        : ReadOnce(star);

    private HatsStar ReadOnce(SpooledStar star) => _spools[star.Spool].Read(star);
}
