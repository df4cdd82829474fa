using System.Collections;
using System.Runtime.CompilerServices;
using Zvar.Demo;
using Zvar.Tests.Server;

namespace Zvar.Tests.Hostile;

// A caller asks for a cone that is long to search and has nothing to give, and hangs up.
public class AbandonedConeTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_demo_sky_stops_inside_the_cone_when_the_caller_hangs_up()
    {
        var searching = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var demo = new DemoSky();
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky { Cones = SearchAsync });
        using (var caller = new CancellationTokenSource())
        {
            Task<HttpResponseMessage> response = server.Client.PostAsync(
                "cone_search",
                RunningServer.Json(
                    """{"positions":[{"name":"a","ra":4.9,"dec":36.3}],"radius":600,"min_amplitude":50}"""),
                caller.Token);
            await searching.Task.WaitAsync(Generous, TestContext.Current.CancellationToken);
            await caller.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => response);
        }

        Assert.Equal("stopped", await ended.Task.WaitAsync(Generous, TestContext.Current.CancellationToken));

        async IAsyncEnumerable<ConeResult> SearchAsync(
            ConeSearch search, [EnumeratorCancellation] CancellationToken gone)
        {
            var targets = new HeldTargets(search.Targets, searching, gone);
            foreach (ConeResult found in await FindAsync(search with { Targets = targets }, gone))
            {
                yield return found;
            }
        }

        async Task<List<ConeResult>> FindAsync(ConeSearch search, CancellationToken gone)
        {
            try
            {
                List<ConeResult> found = await demo.FindConesAsync(search, gone).ToListAsync(CancellationToken.None);
                ended.SetResult("searched to the end");
                return found;
            }
            catch (OperationCanceledException)
            {
                ended.SetResult("stopped");
                throw;
            }
        }
    }

    // The demo sky goes over the targets once to check them and once to search. The search gets its first target when
    // the server knows that the caller has gone.
    private sealed class HeldTargets(
        IReadOnlyList<ConeTarget> targets, TaskCompletionSource searching, CancellationToken gone)
        : IReadOnlyList<ConeTarget>
    {
        private int _rounds;

        public int Count => targets.Count;

        public ConeTarget this[int index] => targets[index];

        public IEnumerator<ConeTarget> GetEnumerator()
        {
            if (++_rounds == 2)
            {
                searching.SetResult();
                gone.WaitHandle.WaitOne();
            }

            return targets.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
