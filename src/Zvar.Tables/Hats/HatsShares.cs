namespace Zvar.Tables;

/// <summary>
/// Divides the partitions of a catalogue into shares of work: whole partitions, each in one share, and as many rows in
/// each as whole partitions allow. Whoever divides the same catalogue has the same shares.
/// </summary>
public static class HatsShares
{
    /// <summary>The partitions of a share, in the order in which they were given.</summary>
    /// <param name="tiles">All partitions.</param>
    /// <param name="share">Which share, from 1.</param>
    /// <param name="count">How many shares there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such share.</exception>
    public static IReadOnlyList<HatsTile> Select(IReadOnlyList<HatsTile> tiles, int share, int count)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, count);
        int[] shares = Assign(tiles, count);
        return [.. tiles.Where((_, i) => shares[i] == share)];
    }

    /// <summary>The share of each partition, from 1.</summary>
    /// <param name="tiles">All partitions.</param>
    /// <param name="count">How many shares there are.</param>
    internal static int[] Assign(IReadOnlyList<HatsTile> tiles, int count)
    {
        // The largest first, to whoever has least: a third more than the mean at the most (Graham 1969), if no
        // partition alone is larger.
        int[] shares = new int[tiles.Count];
        var least = new PriorityQueue<int, (long Rows, int Share)>();
        for (int share = 1; share <= Math.Min(count, tiles.Count); share++)
        {
            least.Enqueue(share, (0, share));
        }

        foreach (int i in Enumerable.Range(0, tiles.Count)
            .OrderByDescending(i => tiles[i].Rows).ThenBy(i => tiles[i].Place.First).ThenBy(i => tiles[i].Order))
        {
            least.TryDequeue(out shares[i], out (long Rows, int Share) held);
            least.Enqueue(shares[i], (held.Rows + tiles[i].Rows, shares[i]));
        }

        return shares;
    }
}
