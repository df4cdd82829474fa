using System.Net;
using System.Net.Http.Headers;
using Zvar.Server;

namespace Zvar.Tests.Server;

public class AuthenticationTests
{
    [Fact]
    public async Task Without_credentials_the_server_asks_for_them()
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        Assert.Equal("""{"detail":"Not authenticated"}""", await RefusalAsync(server, authorization: null));
    }

    [Theory]
    [InlineData("jürgen", "gehe:im")]
    [InlineData("jürgen", "gehe:im ✓✓")]
    [InlineData("jurgen", "gehe:im ✓")]
    [InlineData("", "")]
    public async Task Wrong_credentials_are_refused(string username, string password)
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        Assert.Equal(
            """{"detail":"Invalid authentication credentials"}""",
            await RefusalAsync(server, RunningServer.Basic(username, password)));
    }

    [Theory]
    [InlineData("Bearer", "amXDvHJnZW4=")]
    [InlineData("Basic", "this is not base64!")]
    [InlineData("Basic", null)]
    public async Task Another_scheme_or_a_broken_header_is_refused(string scheme, string? parameter)
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        Assert.Equal(
            """{"detail":"Invalid authentication credentials"}""",
            await RefusalAsync(server, new AuthenticationHeaderValue(scheme, parameter)));
    }

    [Fact]
    public void A_user_with_a_colon_is_refused_for_basic_cannot_carry_it() =>
        Assert.Throws<ArgumentException>(() => new Credentials("a:b", "c"));

    private static async Task<string> RefusalAsync(RunningServer server, AuthenticationHeaderValue? authorization)
    {
        server.Client.DefaultRequestHeaders.Authorization = authorization;
        using HttpResponseMessage response =
            await server.Client.GetAsync("processing_logs", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Basic realm=\"ZVAR\", charset=\"UTF-8\"", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
