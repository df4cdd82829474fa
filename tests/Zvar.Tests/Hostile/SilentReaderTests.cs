using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using Zvar.Tests.Server;

namespace Zvar.Tests.Hostile;

// A caller asks for more than any buffer holds, and reads none of it.
public class SilentReaderTests
{
    private const string Body = """{"psids":[145120008365555264,126541217361397171]}""";

    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_that_does_not_read_is_cut_off_and_its_turn_given_to_another()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RunningServer server = await RunningServer.StartAsync(
            new SmallSky { LightCurves = AnswerForEverAsync },
            RunningServer.Options with { HeavyRequests = 1, WaitingRequests = 0 });
        using var caller = new TcpClient();
        await caller.ConnectAsync(server.Address.Host, server.Address.Port, Token);
        string question =
            $"POST {server.Address.AbsolutePath}photometry HTTP/1.1\r\nHost: {server.Address.Authority}\r\n"
            + $"Authorization: {RunningServer.Basic(RunningServer.Username, RunningServer.Password)}\r\n"
            + $"Content-Length: {Body.Length}\r\n\r\n{Body}";
        await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(question), Token);
        await ended.Task.WaitAsync(Generous, Token);

        string next;
        do
        {
            using HttpResponseMessage response = await server.PostAsync(
                "cone_search", """{"positions":[{"name":"a","ra":1,"dec":1}],"radius":5}""");
            next = await response.Content.ReadAsStringAsync(Token);
        }
        while (next.Contains("Too many requests", StringComparison.Ordinal));
        Assert.Equal("""{"a":[]}""", next);

        async IAsyncEnumerable<LightCurve> AnswerForEverAsync(
            PhotometryRequest request, [EnumeratorCancellation] CancellationToken gone)
        {
            try
            {
                while (true)
                {
                    await Task.Yield();
                    gone.ThrowIfCancellationRequested();
                    yield return SmallSky.CurveOf(SmallSky.NotebookStar);
                }
            }
            finally
            {
                ended.SetResult();
            }
        }
    }
}
