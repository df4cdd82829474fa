using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Zvar.Tests.Sources;

public class BatchesTests
{
    private readonly List<(int Key, string Results)> _answers = [];
    private readonly List<(ZvarError Error, int[] Keys)> _failures = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_come_in_the_order_of_the_keys_though_later_batches_are_done_first()
    {
        var gates = new Gates();
        Batches<int, int, int> batches = Make(gates.AskAsync, batchSize: 2);
        Add(batches, 1, 2, 3, 4, 5);
        batches.Flush();
        await gates.Started(5);
        gates.Open(5);
        gates.Open(3);
        gates.Open(4);
        HandOn(batches);
        Assert.Empty(_answers);

        gates.Open(1);
        gates.Open(2);
        await FinishAsync(batches);

        Assert.Equal([1, 2, 3, 4, 5], _answers.Select(answer => answer.Key));
        Assert.False(batches.HasPending);
        Assert.Equal((5, 5), (batches.Asked, batches.Completed));
    }

    [Fact]
    public async Task An_answer_comes_while_its_batch_is_still_under_way()
    {
        var gates = new Gates();
        Batches<int, int, int> batches = Make(gates.AskAsync, batchSize: 3, oneResultEach: true);
        Add(batches, 1, 2, 3);
        gates.Open(1);
        Assert.True(await batches.WaitAsync());
        HandOn(batches);
        Assert.Equal([(1, "1")], _answers);
        Assert.Equal(1, batches.Completed);
        Assert.True(batches.HasPending);

        gates.Open(2);
        gates.Open(3);
        await FinishAsync(batches);
        Assert.Equal([(1, "1"), (2, "2"), (3, "3")], _answers);
    }

    [Fact]
    public async Task Several_results_for_a_key_are_one_answer_once_those_for_the_next_begin()
    {
        Batches<int, int, int> batches = Make((_, _) => Results(11, 12, 21), batchSize: 3, idOfResult: result => result / 10);
        Add(batches, 1, 2, 3);
        await FinishAsync(batches);
        Assert.Equal([(1, "11 12"), (2, "21"), (3, "")], _answers);
    }

    [Fact]
    public async Task No_more_batches_are_under_way_than_are_allowed()
    {
        var gates = new Gates();
        Batches<int, int, int> batches = Make(gates.AskAsync, batchSize: 1);
        for (int key = 1; key <= 20; key++)
        {
            if (!batches.CanAdd)
            {
                gates.Open(key - 3);
                while (!batches.CanAdd)
                {
                    await batches.WaitAsync();
                    HandOn(batches);
                }
            }

            batches.Add(key);
            await gates.Started(key);
        }

        Assert.Equal(3, gates.MostAtATime);
        Assert.Equal(17, _answers.Count);
        gates.Open(18);
        gates.Open(19);
        gates.Open(20);
        await FinishAsync(batches);
        Assert.Equal(Enumerable.Range(1, 20), _answers.Select(answer => answer.Key));
    }

    // Eight are allowed; one that is taken from and one that comes meanwhile are all that a slow taker needs. A third
    // may be there when a batch is not quite at its end though all its results are.
    [Fact]
    public async Task Batches_that_come_faster_than_they_are_taken_do_not_pile_up()
    {
        const int batchSize = 4;
        int started = 0, ended = 0, most = 0;
        Batches<int, int, int> batches = Make(AskAsync, batchSize, maxConcurrency: 8);
        for (int key = 0; key < 400 * batchSize; key++)
        {
            while (!batches.CanAdd)
            {
                await ComeAsync();
                await batches.WaitAsync();
                Assert.True(batches.TryHandOn());
            }

            batches.Add(key);
            await ComeAsync();
            batches.TryHandOn();
            if (key > 40 * batchSize)
            {
                most = Math.Max(most, started - (_answers.Count / batchSize));
            }
        }

        await FinishAsync(batches);
        Assert.Equal(Enumerable.Range(0, 400 * batchSize), _answers.Select(answer => answer.Key));
        Assert.InRange(most, 1, 3);

        async IAsyncEnumerable<int> AskAsync(
            IReadOnlyList<int> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (int result in Results([.. keys]).WithCancellation(cancellationToken))
            {
                yield return result;
            }

            Interlocked.Increment(ref ended);
        }

        async Task ComeAsync()
        {
            started = (int)batches.Asked / batchSize;
            while (Volatile.Read(ref ended) < started)
            {
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task A_batch_that_fails_keeps_what_came_and_harms_no_other()
    {
        Batches<int, int, int> batches = Make(FailAtFourAsync, batchSize: 2, oneResultEach: true);
        Add(batches, 1, 2, 3, 4, 5, 6);
        await FinishAsync(batches);
        Assert.Equal([1, 2, 3, 5, 6], _answers.Select(answer => answer.Key));
        (ZvarError error, int[] keys) = Assert.Single(_failures);
        Assert.Equal(ZvarError.RequestFailed, error);
        Assert.Equal([4], keys);
        Assert.Equal(6, batches.Completed);
    }

    // What was there for a key when the source failed may not be all there is.
    [Fact]
    public async Task Results_cut_off_by_a_failure_are_no_answer()
    {
        Batches<int, int, int> batches = Make(FailAtFourAsync, batchSize: 3, idOfResult: result => result);
        Add(batches, 2, 3, 4);
        await FinishAsync(batches);
        Assert.Equal([(2, "2")], _answers);
        Assert.Equal([3, 4], Assert.Single(_failures).Keys);
    }

    [Fact]
    public async Task What_a_source_cannot_know_is_told_apart_from_what_it_knows_to_be_absent()
    {
        Batches<int, int, int> batches = Make(
            (_, _) => AnswerOddAndKnowNothingOfAsync(6, 1, 3, 5), batchSize: 6, oneResultEach: true);
        Add(batches, 1, 2, 3, 4, 5, 6);
        await FinishAsync(batches);
        Assert.Equal([(1, "1"), (3, "3"), (5, "5"), (2, ""), (4, "")], _answers);
        (ZvarError error, int[] keys) = Assert.Single(_failures);
        Assert.Equal(ZvarError.NotInArchive, error);
        Assert.Equal([6], keys);
    }

    [Theory]
    [InlineData(6, new[] { 1, 3, 5, 2, 4 }, new[] { 6 })]
    [InlineData(5, new[] { 1, 3, 2, 4, 6 }, new[] { 5 })]
    public async Task Results_that_came_last_are_whole_unless_the_failure_names_their_key(
        int unknown, int[] answered, int[] failed)
    {
        Batches<int, int, int> batches = Make(
            (_, _) => AnswerOddAndKnowNothingOfAsync(unknown, 10, 11, 30, 50),
            batchSize: 6,
            idOfResult: result => result / 10);
        Add(batches, 1, 2, 3, 4, 5, 6);
        await FinishAsync(batches);
        Assert.Equal(answered, _answers.Select(answer => answer.Key));
        Assert.Contains((1, "10 11"), _answers);
        Assert.Equal(failed, Assert.Single(_failures).Keys);
    }

    [Fact]
    public async Task A_question_that_breaks_is_told_and_nobody_waits_for_it()
    {
        int told = 0;
        var batches = new Batches<int, int, int>(
            new BatchQuestion<int, int, int>(
                (_, _) => Results(),
                key => ++told > 2 ? throw new InvalidOperationException("This key has no id any more.") : key,
                result => result),
            maxConcurrency: 1,
            answer => _answers.Add((answer.Key, "")),
            (failure, keys) => _failures.Add((failure.Error, [.. keys])),
            Token);
        batches.Add(1);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => FinishAsync(batches).WaitAsync(TimeSpan.FromSeconds(30), Token));
    }

    // Eight are allowed. Batches that come at once are taken until two are enough; then one is waited for, each of its
    // four answers.
    [Fact]
    public async Task A_batch_that_is_waited_for_makes_room_for_one_more_and_no_more_than_that()
    {
        const int batchSize = 4;
        var gates = new Gates();
        Batches<int, int, int> batches = Make(gates.AskAsync, batchSize, oneResultEach: true, maxConcurrency: 8);
        int key = 0;
        while (await StartAsync() > 2)
        {
            Open(_answers.Count, key - _answers.Count);
            while (batches.HasPending)
            {
                await Task.Yield();
                batches.TryHandOn();
            }
        }

        for (int i = 0; i < batchSize; i++)
        {
            Task<bool> waiting = batches.WaitAsync();
            Open(_answers.Count, 1);
            await waiting;
            batches.TryHandOn();
        }

        Assert.Equal(1, await StartAsync());

        async Task<int> StartAsync()
        {
            int batchesStarted = 0;
            for (; batches.CanStart; batchesStarted++)
            {
                Add(batches, [.. Enumerable.Range(key, batchSize)]);
                await gates.Started(key);
                key += batchSize;
            }

            return batchesStarted;
        }

        void Open(int first, int count)
        {
            foreach (int one in Enumerable.Range(first, count))
            {
                gates.Open(one);
            }
        }
    }

    [Fact]
    public async Task A_key_that_repeats_is_asked_for_once_and_answered_as_often_as_asked()
    {
        var asked = new ConcurrentQueue<int[]>();
        Batches<int, int, int> batches = Make((keys, _) => Record(keys, asked), batchSize: 5, oneResultEach: true);
        Add(batches, 7, 3, 7, 7, 3);
        await FinishAsync(batches);
        Assert.Equal([7, 3, 7, 7, 3], _answers.Select(answer => answer.Key));
        Assert.All(_answers, answer => Assert.Equal($"{answer.Key}", answer.Results));
        Assert.Equal((5, 5), (batches.Asked, batches.Completed));
        Assert.Equal([7, 3], Assert.Single(asked));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(3, 1)]
    public async Task A_source_that_answers_what_was_not_asked_or_in_another_order_has_failed(params int[] results)
    {
        Batches<int, int, int> batches = Make((_, _) => Results(results), batchSize: 3, oneResultEach: true);
        Add(batches, 1, 2, 3);
        await FinishAsync(batches);
        Assert.Equal(ZvarError.InvalidResponse, Assert.Single(_failures).Error);
    }

    [Fact]
    public async Task Only_full_batches_start_until_the_rest_is_sent_too()
    {
        Batches<int, int, int> batches = Make((keys, _) => Record(keys, []), batchSize: 2);
        Assert.False(batches.HasPending);
        batches.Add(1);
        Assert.False(batches.HasPending);
        Assert.False(await batches.WaitAsync());
        batches.Flush();
        batches.Flush();
        await FinishAsync(batches);
        Assert.Equal([(1, "1")], _answers);
    }

    [Fact]
    public async Task Cancelling_stops_what_is_under_way_and_what_would_start()
    {
        using var cancellation = new CancellationTokenSource();
        var gates = new Gates();
        Batches<int, int, int> batches = Make(gates.AskAsync, batchSize: 1, cancellationToken: cancellation.Token);
        batches.Add(1);
        await gates.Started(1);
        await cancellation.CancelAsync();
        batches.Add(2);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(batches.WaitAsync);
        Assert.Empty(_answers);
        Assert.Empty(_failures);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_batch_holds_something_and_something_is_under_way(int batchSize, int maxConcurrency) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Make((keys, _) => Record(keys, []), batchSize, maxConcurrency: maxConcurrency));

    private Batches<int, int, int> Make(
        Func<IReadOnlyList<int>, CancellationToken, IAsyncEnumerable<int>> ask,
        int batchSize,
        bool oneResultEach = false,
        Func<int, int>? idOfResult = null,
        int maxConcurrency = 3,
        CancellationToken? cancellationToken = null) => new(
            new BatchQuestion<int, int, int>(ask, key => key, idOfResult ?? (result => result))
            {
                BatchSize = batchSize,
                OneResultEach = oneResultEach,
            },
            maxConcurrency,
            answer => _answers.Add((answer.Key, string.Join(' ', answer.Results))),
            (failure, keys) => _failures.Add((failure.Error, [.. keys])),
            cancellationToken ?? Token);

    private static void Add(Batches<int, int, int> batches, params int[] keys)
    {
        foreach (int key in keys)
        {
            batches.Add(key);
        }
    }

    private static void HandOn(Batches<int, int, int> batches)
    {
        while (batches.TryHandOn())
        {
        }
    }

    private static async Task FinishAsync(Batches<int, int, int> batches)
    {
        batches.Flush();
        while (batches.HasPending)
        {
            await batches.WaitAsync();
            HandOn(batches);
        }
    }

    private static async IAsyncEnumerable<int> Results(params int[] results)
    {
        await Task.Yield();
        foreach (int result in results)
        {
            yield return result;
        }
    }

    private static IAsyncEnumerable<int> Record(IReadOnlyList<int> keys, ConcurrentQueue<int[]> asked)
    {
        asked.Enqueue([.. keys]);
        return Results([.. keys]);
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

    private static async IAsyncEnumerable<int> AnswerOddAndKnowNothingOfAsync(int unknown, params int[] results)
    {
        await foreach (int result in Results(results))
        {
            yield return result;
        }

        throw new ZvarException(ZvarError.NotInArchive, "Nobody asked for it to be kept.") { Keys = [unknown] };
    }

    /// <summary>Answers a key when its gate is opened.</summary>
    private sealed class Gates
    {
        private readonly ConcurrentDictionary<int, TaskCompletionSource> _started = new();
        private readonly ConcurrentDictionary<int, TaskCompletionSource> _open = new();
        private readonly Lock _lock = new();
        private int _underWay;

        internal int MostAtATime { get; private set; }

        internal Task Started(int key) => Gate(_started, key).Task.WaitAsync(Token);

        internal void Open(int key) => Gate(_open, key).SetResult();

        internal async IAsyncEnumerable<int> AskAsync(
            IReadOnlyList<int> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                MostAtATime = Math.Max(MostAtATime, ++_underWay);
            }

            Gate(_started, keys[0]).SetResult();
            foreach (int key in keys)
            {
                await Gate(_open, key).Task.WaitAsync(cancellationToken);
                yield return key;
            }

            lock (_lock)
            {
                _underWay--;
            }
        }

        private static TaskCompletionSource Gate(ConcurrentDictionary<int, TaskCompletionSource> gates, int key) =>
            gates.GetOrAdd(key, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
