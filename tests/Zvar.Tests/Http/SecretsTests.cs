using System.Net;
using System.Text;
using Zvar.Http;

namespace Zvar.Tests.Http;

public class SecretsTests
{
    private static readonly string Encoded =
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{Connections.Password}"));

    [Fact]
    public async Task The_header_is_Basic_in_UTF8_on_every_request_and_asked_for_each_time()
    {
        int asked = 0;
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(503, ""), call => call.AnswerAsync(200, "[]"));
        await using var source = new HttpSource(server.Options() with
        {
            Credential = () => new NetworkCredential("user", ++asked < 3 ? "old" : Connections.Password),
        });

        await source.AskAsync();

        // The first time it was asked for the colon that must not be in the user name.
        string old = Convert.ToBase64String("user:old"u8);
        Assert.Equal([$"Basic {old}", $"Basic {Encoded}"], server.Calls.Select(call => call.Header("Authorization")));
    }

    [Fact]
    public void A_user_name_with_a_colon_is_refused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new HttpSource(new HttpSourceOptions
        {
            Credential = () => new NetworkCredential("us:er", Connections.Password),
        }));

        Assert.Contains("colon", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Connections.Password, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://hypernova.caltech.edu/api")]
    [InlineData("https://user:hunter2@hypernova.caltech.edu/api")]
    [InlineData("https://hypernova.caltech.edu/api?key=hunter2")]
    [InlineData("/api")]
    public void An_address_that_is_none_or_has_secrets_in_it_is_refused(string address)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            () => new HttpSource(new HttpSourceOptions { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) }));

        Assert.DoesNotContain("hunter2", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_plain_http_to_another_machine_nothing_is_sent()
    {
        List<string> log = [];
        await using var source = new HttpSource(new HttpSourceOptions
        {
            BaseAddress = new Uri("http://service.invalid/api"),
            Credential = () => new NetworkCredential("user", Connections.Password),
            Log = log.Add,
        });

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.UnencryptedAuthentication, failure.Error);
        Assert.Contains("service.invalid", failure.Message, StringComparison.Ordinal);
        Assert.Empty(log);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Over_plain_http_one_may_ask_when_it_is_allowed_or_without_a_password(
        bool isAllowed, bool hasPassword)
    {
        // 0.0.0.0 is this machine to its own sockets, and another one to everybody who goes by its name.
        await using var server = new LoopbackServer(call => call.AnswerAsync(503, ""));
        await using var source = new HttpSource(server.Options() with
        {
            BaseAddress = new Uri($"http://0.0.0.0:{server.Port}/api"),
            Credential = hasPassword ? server.Options().Credential : null,
            AllowUnencryptedAuthentication = isAllowed,
        });

        Assert.Equal(ZvarError.RequestFailed, (await source.FailAsync()).Error);
        Assert.All(server.Calls, call => Assert.Equal(hasPassword, call.Header("Authorization") is not null));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(422)]
    [InlineData(503)]
    public async Task A_server_that_repeats_the_password_does_not_get_it_into_an_error_or_the_log(int status)
    {
        List<string> log = [];
        await using var server = new LoopbackServer(call => call.AnswerAsync(
            status, $"You sent {call.Header("Authorization")}, which is {Connections.Password}!", type: "text/plain"));
        await using var source = new HttpSource(server.Options() with { Log = log.Add });

        ZvarException failure = await source.FailAsync();

        Assert.Equal("You sent Basic ***, which is ***!", failure.Details);
        string everything = string.Join('\n', [.. log, failure.ToString(), failure.Details!, source.Description]);
        Assert.DoesNotContain(Connections.Password, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Encoded, everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"*":[]}""")]
    [InlineData("""{"145120008365555264":[{"time":1}],"*":[]}""")]
    public async Task A_response_with_the_password_for_a_name_does_not_get_it_into_an_error(string response)
    {
        string body = response.Replace("*", Connections.Password, StringComparison.Ordinal);
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, body));
        await using var source = new HttpSource(server.Options());

        ZvarException failure = await Assert.ThrowsAsync<ZvarException>(async () => await source
            .GetLightCurvesAsync(
                new PhotometryRequest([145120008365555264], Band.All), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal(ZvarError.InvalidResponse, failure.Error);
        Assert.Contains("'***' is not a psid", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Connections.Password, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Connections.Password, failure.Details!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(503)]
    public async Task Where_words_are_cut_no_part_of_the_password_is_left(int status)
    {
        // Every place at which the password can stand when the line is cut, or what is kept of a response ends.
        for (int before = 280; before < 300; before++)
        {
            string body = $"{new string('€', before)}{Connections.Password}{new string('€', 600)}";
            await using var server = new LoopbackServer(call => call.AnswerAsync(status, body, type: "text/plain"));
            await using var source = new HttpSource(server.Options());

            ZvarException failure = await source.FailAsync();

            Assert.DoesNotContain(Connections.Password[..3], failure.Details!, StringComparison.Ordinal);
        }
    }
}
