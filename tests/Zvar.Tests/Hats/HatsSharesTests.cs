using Zvar.Tables;

namespace Zvar.Tests.Hats;

/// <summary>Shares of a catalogue: disjoint, complete and balanced.</summary>
public sealed class HatsSharesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 64)]
    [InlineData(1000, 64)]
    [InlineData(777, 10)]
    public void Every_partition_is_in_one_share(int partitions, int count)
    {
        HatsTile[] tiles = Tiles(partitions);

        IReadOnlyList<HatsTile>[] shares =
            [.. Enumerable.Range(1, count).Select(share => HatsShares.Select(tiles, share, count))];

        Assert.Equal(tiles, shares.SelectMany(share => share).OrderBy(tile => tile.Pixel));
        Assert.All(shares, share => Assert.Equal(share.OrderBy(tile => tile.Pixel), share));
    }

    [Theory]
    [InlineData(1000, 64)]
    [InlineData(777, 10)]
    public void Shares_differ_in_rows_by_less_than_the_smallest_partition_of_the_fullest(int partitions, int count)
    {
        HatsTile[] tiles = Tiles(partitions);

        IReadOnlyList<HatsTile>[] shares =
            [.. Enumerable.Range(1, count).Select(share => HatsShares.Select(tiles, share, count))];
        long[] rows = [.. shares.Select(share => share.Sum(tile => tile.Rows))];
        IReadOnlyList<HatsTile> fullest = shares.MaxBy(share => share.Sum(tile => tile.Rows))!;

        Assert.True(rows.Max() - rows.Min() <= fullest.Min(tile => tile.Rows));
        Assert.True(rows.Max() < 1.05 * rows.Average());
    }

    [Fact]
    public void Shares_do_not_depend_on_the_order_of_the_partitions()
    {
        HatsTile[] tiles = Tiles(300);
        HatsTile[] shuffled = [.. tiles];
        new Random(2).Shuffle(shuffled);

        Assert.All(Enumerable.Range(1, 7), share => Assert.Equal(
            HatsShares.Select(tiles, share, 7), HatsShares.Select(shuffled, share, 7).OrderBy(tile => tile.Pixel)));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(5, 4)]
    [InlineData(-1, 4)]
    [InlineData(1, 0)]
    public void There_is_no_share_but_from_one_to_their_number(int share, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HatsShares.Select(Tiles(3), share, count));

    // Many of them have as many rows as another.
    private static HatsTile[] Tiles(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(i => new HatsTile(6, i, random.Next(1, 40) * random.Next(1, 40)))];
    }
}
