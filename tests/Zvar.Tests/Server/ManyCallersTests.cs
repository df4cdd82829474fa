using System.Runtime.CompilerServices;

namespace Zvar.Tests.Server;

public class ManyCallersTests
{
    private const int Callers = 1000;

    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_thousand_callers_at_once_each_get_their_own_answer()
    {
        // No call is answered before all are asked: all thousand connections are open at the same time.
        var everybodyIsHere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int arrived = 0;
        var sky = new SmallSky { LightCurves = AnswerWhenAllAreHere };
        await using RunningServer server = await RunningServer.StartAsync(sky);
        string[] answers = await Task.WhenAll(Enumerable.Range(1, Callers).Select(AskAsync))
            .WaitAsync(Generous, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, Callers).Select(Expected), answers);

        Task<string> AskAsync(int caller) => server.AskAsync("photometry", $$"""{"psids":[{{caller}}]}""");

        static string Expected(int caller)
        {
            string point =
                $$"""{"time":{{caller}},"mag":null,"magerr":null,"limmag":null,"flux":null,"fluxerr":null,"snr":null,"""
                + $$"""
                "band":"g","field":{{caller}},"ccd":1,"quad":1}
                """;
            return $$"""{"{{caller}}":[{{string.Join(',', Enumerable.Repeat(point, PointsOf(caller)))}}]}""";
        }

        async IAsyncEnumerable<LightCurve> AnswerWhenAllAreHere(
            PhotometryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref arrived) == Callers)
            {
                everybodyIsHere.SetResult();
            }

            await everybodyIsHere.Task.WaitAsync(cancellationToken);
            int caller = (int)request.Psids.Single();
            var builder = new LightCurveBuilder(caller);
            for (int i = 0; i < PointsOf(caller); i++)
            {
                builder.Add(new PhotometryRow { Time = caller, Band = "g", Field = caller, Ccd = 1, Quad = 1 });
            }

            yield return builder.Build();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_source_is_told_when_its_caller_has_gone(bool afterTheFirstCurve)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sky = new SmallSky { LightCurves = AnswerAndWait };
        await using RunningServer server = await RunningServer.StartAsync(sky);
        using (var caller = new CancellationTokenSource())
        {
            Task<HttpResponseMessage> answer = server.Client.PostAsync(
                "photometry", RunningServer.Json("""{"psids":[145120008365555264]}"""), caller.Token);
            await asked.Task.WaitAsync(Generous, TestContext.Current.CancellationToken);
            await caller.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        }

        await told.Task.WaitAsync(Generous, TestContext.Current.CancellationToken);

        async IAsyncEnumerable<LightCurve> AnswerAndWait(
            PhotometryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            if (afterTheFirstCurve)
            {
                yield return SmallSky.CurveOf(SmallSky.NotebookStar);
            }

            using CancellationTokenRegistration registration = cancellationToken.Register(told.SetResult);
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    // Answers of different lengths, some longer than what is sent at a time.
    private static int PointsOf(int caller) => caller % 97 == 0 ? 2000 : caller % 7;
}
