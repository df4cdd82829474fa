using System.Net;
using System.Text.RegularExpressions;
using Zvar.Tables.Samp;
using Zvar.Tests.Http;

namespace Zvar.Tests.Samp;

/// <summary>A hub that is not one, and who calls in its place.</summary>
[Collection(nameof(SampAlone))]
public sealed partial class HostileHubTests : IDisposable
{
    private const string Secret = "s3cr3t-of-the-hub";
    private const string Key = "k3y-of-the-client";
    private const string Nothing = "<string></string>";

    private const string Registered =
        $"<struct><member><name>samp.private-key</name><value>{Key}</value></member>"
        + "<member><name>samp.self-id</name><value>c1</value></member></struct>";

    private static readonly string[] Heard = ["table.select.rowList"];
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public static TheoryData<string> BadAnswers =>
    [
        "",
        "hello",
        "<methodResponse>",
        "<methodResponse><params><param><value><struct><member></struct></value></param></params></methodResponse>",
        "<methodResponse><params><param><value><nil/></value></param></params></methodResponse>",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>" + Response("&b;"),
        "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>" + Response(""),
        Response(string.Concat(Enumerable.Repeat("<array><data><value>", 5_000))),
        Response(new string('x', 9 << 20)),
    ];

    public static TheoryData<string> BadFiles =>
    [
        "",
        "samp.secret=x\n",
        "samp.hub.xmlrpc.url=http://127.0.0.1:1/\n",
        "samp.secret=x\nsamp.hub.xmlrpc.url=http://192.0.2.1:1234/\n",
        "samp.secret=x\nsamp.hub.xmlrpc.url=http://example.org/\n",
        "samp.secret=x\nsamp.hub.xmlrpc.url=http://127.0.0.1.example.org/\n",
        "samp.secret=x\nsamp.hub.xmlrpc.url=http://loopback:1/\n",
        "samp.secret=x\nsamp.hub.xmlrpc.url=http://127.0.0.1@example.org/\n",
        "samp.secret=x\nsamp.hub.xmlrpc.url=https://127.0.0.1:1/\n",
        "samp.secret=x\nsamp.hub.xmlrpc.url=file:///etc/passwd\n",
        "samp.secret=x\nsamp.hub.xmlrpc.url=nonsense\n",
        new string('#', 100_000),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("SAMP_HUB", null);
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task What_is_no_answer_ends_in_an_error(string answer)
    {
        await using var hub = new LoopbackServer(call => call.AnswerAsync(200, answer, type: "text/xml"));
        SampException failure = await FailAsync(hub);
        Assert.Equal(SampError.NoSampHub, failure.Error);
        Assert.Single(hub.Calls);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(302)]
    [InlineData(404)]
    public async Task So_does_a_status(int status)
    {
        await using var other = new LoopbackServer(call => call.AnswerAsync(200, Response(Nothing)));
        await using var hub = new LoopbackServer(
            call => call.AnswerAsync(status, "", $"Location: {other.Address}\r\n"));
        Assert.Contains($"{status}", (await FailAsync(hub)).Message, StringComparison.Ordinal);
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task So_does_a_silence()
    {
        await using var hub = new LoopbackServer(call => call.WaitForHangUpAsync());
        Write(hub.Address);
        SampException failure = await Assert.ThrowsAsync<SampException>(() => SampClient.JoinAsync(Heard, Stop, Short));
        Assert.Equal(SampError.NoSampHub, failure.Error);
        Assert.Contains("said nothing for 0.3 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_is_stopped()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var hub = new LoopbackServer(async call =>
        {
            reached.SetResult();
            await call.WaitForHangUpAsync();
        });
        Write(hub.Address);
        using var cancel = new CancellationTokenSource();
        Task<SampClient> joining = SampClient.JoinAsync(Heard, cancel.Token);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => joining);
    }

    [Fact]
    public async Task A_fault_is_told_without_the_secret_that_it_repeats()
    {
        await using var hub = new LoopbackServer(call => call.AnswerAsync(200, call.Body.Contains("ping")
            ? Response(Nothing)
            : Fault($"wrong secret {Secret}")));
        SampException failure = await FailAsync(hub);
        Assert.Equal(SampError.SampCallFailed, failure.Error);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("samp.hub.register", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_without_the_key()
    {
        await using LoopbackServer hub = Serve("declareMetadata", Fault($"no client {Key}"));
        SampException failure = await FailAsync(hub);
        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_not_taken_is_told()
    {
        await using LoopbackServer hub = Serve("register", Fault("Bad secret"));
        Assert.Contains("'Bad secret'", (await FailAsync(hub)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_that_gives_no_key_is_told()
    {
        await using LoopbackServer hub = Serve("register", Response("<struct></struct>"));
        Assert.Contains("without a key", (await FailAsync(hub)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_names_no_hub_on_this_machine_is_refused(string content)
    {
        Write(content);
        SampException failure = await Assert.ThrowsAsync<SampException>(() => SampClient.JoinAsync(Heard, Stop));
        Assert.Equal(SampError.NoSampHub, failure.Error);
        Assert.Contains("jsamp hub", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("std-lockurl:http://127.0.0.1/lock")]
    [InlineData("std-lockurl:file://example.org/lock")]
    [InlineData("web-profile:1")]
    public async Task So_is_a_variable_that_names_no_file(string value)
    {
        Environment.SetEnvironmentVariable("SAMP_HUB", value);
        SampException failure = await Assert.ThrowsAsync<SampException>(() => SampClient.JoinAsync(Heard, Stop));
        Assert.Equal(SampError.NoSampHub, failure.Error);
    }

    [Fact]
    public async Task Who_does_not_know_path_and_key_is_not_heard()
    {
        await using LoopbackServer hub = Serve("none", Response(Nothing));
        Write(hub.Address);
        await using SampClient client = await SampClient.JoinAsync(Heard, Stop);
        var heard = new List<SampMessage>();
        using IDisposable listening = client.Listen(heard.Add);
        string body = hub.Calls.Single(call => call.Body.Contains("setXmlrpcCallback")).Body;
        var callback = new Uri(AddressIn().Match(body).Value);
        using var http = new HttpClient();
        string message = Call(Key, "<struct><member><name>samp.mtype</name><value>x</value></member></struct>");

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(new Uri(callback, "/"), message));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(callback, Stop)).StatusCode);
        foreach (string wrong in new[]
        {
            message.Replace(Key, "guess"), message.Replace("receiveNotification", "other"), "<x", "",
            "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>" + message, Call(Key, "<string>x</string>"),
        })
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(callback, wrong));
        }

        Assert.Empty(heard);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(callback, message));
        Assert.Equal("x", Assert.Single(heard).MType);

        async Task<HttpStatusCode> PostAsync(Uri address, string text)
        {
            using var content = new StringContent(text);
            return (await http.PostAsync(address, content, Stop)).StatusCode;
        }
    }

    private static string Response(string value) =>
        $"<methodResponse><params><param><value>{value}</value></param></params></methodResponse>";

    private static string Fault(string message) =>
        "<methodResponse><fault><value><struct><member><name>faultString</name>"
        + $"<value><string>{message}</string></value></member></struct></value></fault></methodResponse>";

    private static string Call(string key, string message) =>
        "<methodCall><methodName>samp.client.receiveNotification</methodName><params>"
        + $"<param><value>{key}</value></param><param><value>c2</value></param><param><value>{message}</value></param>"
        + "</params></methodCall>";

    // A hub that does all it should but one thing.
    private static LoopbackServer Serve(string method, string answer) => new(call => call.AnswerAsync(
        200,
        call.Body.Contains($"samp.hub.{method}<") ? answer
            : call.Body.Contains("samp.hub.register<") ? Response(Registered)
            : Response(Nothing),
        type: "text/xml"));

    private async Task<SampException> FailAsync(LoopbackServer hub)
    {
        Write(hub.Address);
        return await Assert.ThrowsAsync<SampException>(() => SampClient.JoinAsync(Heard, Stop));
    }

    private void Write(Uri hub) => Write($"samp.secret={Secret}\nsamp.hub.xmlrpc.url={hub}\n");

    private void Write(string content)
    {
        string path = Path.Combine(_folder, "samp");
        File.WriteAllText(path, content);
        Environment.SetEnvironmentVariable("SAMP_HUB", $"std-lockurl:file://{path}");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/\w+")]
    private static partial Regex AddressIn();
}
