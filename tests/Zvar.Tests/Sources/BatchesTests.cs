using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Zvar.Tests.Sources;

public class BatchesTests
{
    [Fact]
    public async Task Batches_land_in_the_order_they_started_though_later_ones_are_done_first()
    {
        var gates = new Gates();
        var batches = new Batches<int, string>(2, 3, gates.AskAsync, TestContext.Current.CancellationToken);
        foreach (int key in (int[])[1, 2, 3, 4, 5])
        {
            batches.Add(key);
        }

        batches.Flush();
        await gates.Started(5);
        Task<Batch<int, string>> first = batches.LandAsync();
        Task<Batch<int, string>> second = batches.LandAsync();
        Task<Batch<int, string>> third = batches.LandAsync();
        gates.Open(5);
        Assert.Equal(["answer 5"], (await third).Results);
        gates.Open(3);
        Assert.Equal(["answer 3", "answer 4"], (await second).Results);
        Assert.False(first.IsCompleted);
        gates.Open(1);
        Assert.Equal([1, 2], (await first).Keys);
        Assert.Equal(["answer 1", "answer 2"], (await first).Results);
        Assert.False(batches.IsFlying);
    }

    [Fact]
    public async Task No_more_batches_fly_than_are_allowed_to()
    {
        var gates = new Gates();
        var batches = new Batches<int, string>(1, 3, gates.AskAsync, TestContext.Current.CancellationToken);
        var landed = new List<string>();
        for (int key = 1; key <= 20; key++)
        {
            if (!batches.HasRoom)
            {
                gates.Open(key - 3);
                landed.AddRange((await batches.LandAsync()).Results);
            }

            batches.Add(key);
            await gates.Started(key);
        }

        Assert.Equal(3, gates.MostAtATime);
        Assert.Equal(17, landed.Count);
        gates.Open(18);
        gates.Open(19);
        gates.Open(20);
        while (batches.IsFlying)
        {
            landed.AddRange((await batches.LandAsync()).Results);
        }

        Assert.Equal(Enumerable.Range(1, 20).Select(key => $"answer {key}"), landed);
    }

    [Fact]
    public async Task A_batch_that_fails_keeps_what_came_and_harms_no_other()
    {
        var batches = new Batches<int, int>(2, 3, FailAtFourAsync, TestContext.Current.CancellationToken);
        foreach (int key in (int[])[1, 2, 3, 4, 5, 6])
        {
            batches.Add(key);
        }

        Batch<int, int>[] landed =
            [await batches.LandAsync(), await batches.LandAsync(), await batches.LandAsync()];
        Assert.Equal([1, 2], landed[0].Results);
        Assert.Null(landed[0].Failure);
        Assert.Equal([3, 4], landed[1].Keys);
        Assert.Equal([3], landed[1].Results);
        Assert.Equal(ZvarError.RequestFailed, landed[1].Failure?.Error);
        Assert.Equal([5, 6], landed[2].Results);
        Assert.Null(landed[2].Failure);
    }

    [Fact]
    public async Task A_key_that_repeats_is_asked_for_once_and_reported_as_often_as_asked()
    {
        var asked = new ConcurrentQueue<int[]>();
        var batches = new Batches<int, int>(
            5, 1, (keys, _) => Record(keys, asked), TestContext.Current.CancellationToken);
        foreach (int key in (int[])[7, 3, 7, 7, 3])
        {
            batches.Add(key);
        }

        Batch<int, int> batch = await batches.LandAsync();
        Assert.Equal([7, 3, 7, 7, 3], batch.Keys);
        Assert.Equal((5, 5), (batches.Asked, batches.Landed));
        Assert.Equal([7, 3], batch.Results);
        Assert.Equal([7, 3], Assert.Single(asked));
    }

    [Fact]
    public async Task Only_full_batches_fly_until_the_rest_is_sent_too()
    {
        var batches = new Batches<int, int>(
            2, 4, (keys, _) => Record(keys, []), TestContext.Current.CancellationToken);
        Assert.False(batches.IsFlying);
        batches.Add(1);
        Assert.False(batches.IsFlying);
        batches.Flush();
        batches.Flush();
        Assert.Equal([1], (await batches.LandAsync()).Keys);
        Assert.False(batches.IsFlying);
        Assert.False(batches.IsNextReady);
        await Assert.ThrowsAsync<InvalidOperationException>(batches.LandAsync);
    }

    [Fact]
    public async Task The_next_batch_is_ready_when_it_has_all_its_answers()
    {
        var gates = new Gates();
        var batches = new Batches<int, string>(1, 2, gates.AskAsync, TestContext.Current.CancellationToken);
        batches.Add(1);
        batches.Add(2);
        await gates.Started(2);
        Assert.False(batches.IsNextReady);
        gates.Open(1);
        await batches.LandAsync();
        Assert.False(batches.IsNextReady);
        gates.Open(2);
        await batches.LandAsync();
    }

    [Fact]
    public async Task Cancelling_stops_what_flies_and_what_would_take_off()
    {
        using var cancellation = new CancellationTokenSource();
        var gates = new Gates();
        var batches = new Batches<int, string>(1, 2, gates.AskAsync, cancellation.Token);
        batches.Add(1);
        await gates.Started(1);
        await cancellation.CancelAsync();
        batches.Add(2);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(batches.LandAsync);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(batches.LandAsync);
        Assert.Equal(1, gates.MostAtATime);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_batch_holds_something_and_something_flies(int batchSize, int throttleLimit) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new Batches<int, int>(batchSize, throttleLimit, (keys, _) => Record(keys, []), default));

    private static async IAsyncEnumerable<int> Record(IReadOnlyList<int> keys, ConcurrentQueue<int[]> asked)
    {
        await Task.Yield();
        asked.Enqueue([.. keys]);
        foreach (int key in keys)
        {
            yield return key;
        }
    }

    private static async IAsyncEnumerable<int> FailAtFourAsync(
        IReadOnlyList<int> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (int key in keys)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return key == 4
                ? throw new ZvarException(ZvarError.RequestFailed, "The line went dead.")
                : key;
        }
    }

    /// <summary>Answers a batch when its gate is opened; a gate bears its batch's first key.</summary>
    private sealed class Gates
    {
        private readonly ConcurrentDictionary<int, TaskCompletionSource> _started = new();
        private readonly ConcurrentDictionary<int, TaskCompletionSource> _open = new();
        private readonly Lock _lock = new();
        private int _flying;

        internal int MostAtATime { get; private set; }

        internal Task Started(int key) => Gate(_started, key).Task.WaitAsync(TestContext.Current.CancellationToken);

        internal void Open(int key) => Gate(_open, key).SetResult();

        internal async IAsyncEnumerable<string> AskAsync(
            IReadOnlyList<int> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                MostAtATime = Math.Max(MostAtATime, ++_flying);
            }

            Gate(_started, keys[0]).SetResult();
            await Gate(_open, keys[0]).Task.WaitAsync(cancellationToken);
            foreach (int key in keys)
            {
                yield return $"answer {key}";
            }

            lock (_lock)
            {
                _flying--;
            }
        }

        private static TaskCompletionSource Gate(ConcurrentDictionary<int, TaskCompletionSource> gates, int key) =>
            gates.GetOrAdd(key, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
