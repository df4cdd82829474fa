using System.Net;
using System.Runtime.CompilerServices;

namespace Zvar.Tests.Server;

// What becomes of an answer whose source fails.
public class FailureTests
{
    [Theory]
    [InlineData(ZvarError.RequestRejected, HttpStatusCode.BadRequest)]
    [InlineData(ZvarError.RequestFailed, HttpStatusCode.BadGateway)]
    [InlineData(ZvarError.InvalidResponse, HttpStatusCode.BadGateway)]
    public async Task A_source_that_fails_at_once_is_an_error_with_its_words(ZvarError error, HttpStatusCode status)
    {
        var failure = new ZvarException(error, "The dome is shut.");
        var sky = new SmallSky { LightCurves = (_, gone) => FailAfter(0, failure, gone) };
        await using RunningServer server = await RunningServer.StartAsync(sky);
        using HttpResponseMessage response = await AskAsync(server, compressed: false);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(
            """{"detail":"The dome is shut."}""",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unexpected_failure_says_nothing_of_the_insides()
    {
        var sky = new SmallSky { LightCurves = (_, gone) => FailAfter(0, new FormatException("secret"), gone) };
        await using RunningServer server = await RunningServer.StartAsync(sky);
        using HttpResponseMessage response = await AskAsync(server, compressed: false);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(
            """{"detail":"Internal Server Error"}""",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(5000, false)]
    [InlineData(5000, true)]
    public async Task A_source_that_fails_later_leaves_an_answer_that_is_cut(int curves, bool compressed)
    {
        var failure = new ZvarException(ZvarError.RequestFailed, "A cloud came.");
        var sky = new SmallSky { LightCurves = (_, gone) => FailAfter(curves, failure, gone) };
        await using RunningServer server = await RunningServer.StartAsync(sky);
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            using HttpResponseMessage response = await AskAsync(server, compressed);
            await response.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        });
    }

    [Fact]
    public async Task A_catalogue_the_source_lacks_is_a_bad_request()
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        using HttpResponseMessage response = await server.PostAsync(
            "xmatch", """{"psids":[145120008365555264],"catalog":"messier","radius":3}""");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(
            """{"detail":"There is no catalogue 'messier' here."}""",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Task<HttpResponseMessage> AskAsync(RunningServer server, bool compressed)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "photometry")
        {
            Content = RunningServer.Json("""{"psids":[145120008365555264]}"""),
        };
        request.Headers.Add("Accept-Encoding", compressed ? "gzip" : "identity");
        return server.Client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    private static async IAsyncEnumerable<LightCurve> FailAfter(
        int curves, Exception failure, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        for (int i = 0; i < curves; i++)
        {
            yield return SmallSky.CurveOf(SmallSky.NotebookStar);
        }

        throw failure;
    }
}
