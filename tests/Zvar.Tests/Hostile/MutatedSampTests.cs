using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Zvar.Tables.Samp;
using Zvar.Tests.Http;
using Zvar.Tests.Samp;

namespace Zvar.Tests.Hostile;

/// <summary>
/// XML-RPC that was broken by chance, from a hub and to it: each answer is one or a clear error, each call is answered.
/// </summary>
[Collection(nameof(SampAlone))]
public sealed partial class MutatedSampTests : IDisposable
{
    private const string Key = "k3y-of-the-client";

    private const string Clients =
        "<struct><member><name>c2</name><value><struct><member><name>x-\u00e9</name><value/></member></struct>"
        + "</value></member>"
        + "<member><name>samp.name</name><value><string>TOPCAT &amp; others</string></value></member></struct>";

    private const string Done =
        "<struct><member><name>samp.status</name><value><string>samp.error</string></value></member><member>"
        + "<name>samp.error</name><value><struct><member><name>samp.errortxt</name><value>why <![CDATA[<not>]]></value></member>"
        + "</struct></value></member><member><name>samp.result</name><value><struct/></value></member></struct>";

    private const string List = "<array><data><value>c1</value><value><int>2</int></value><value/></data></array>";

    private const string Message =
        "<struct><member><name>samp.mtype</name><value>table.select.rowList</value></member><member>"
        + "<name>samp.params</name><value><struct><member><name>row-list</name><value>" + List
        + "</value></member></struct></value></member></struct>";

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("SAMP_HUB", null);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Of_a_hub()
    {
        byte[] answer = [];
        await using var hub = new LoopbackServer(call => SendAsync(call, IsAsked(call) ? answer : Registered(call)));
        await using SampClient client = await JoinAsync(hub);
        var peer = new SampPeer("c2", "TOPCAT");
        var message = new SampMessage("table.highlight.row", ("row", "1"));
        Func<Task>[] questions =
        [
            async () => Assert.All(await client.GetSubscribersAsync("x", Stop), one => Assert.NotEmpty(one.Name)),
            () => client.NotifyAllAsync(message, Stop),
            () => client.CallAndWaitAsync(peer, message, TimeSpan.FromSeconds(9), Stop),
            () => client.IsRegisteredAsync(Stop),
        ];
        int asked = 0;
        await Mutations.Of(Response(Clients), Response(Done), Response(List), Response("text"), Fault("no & more"))
            .SampleAsync(
                async bytes =>
                {
                    answer = bytes;
                    await CheckAsync(questions[asked++ % questions.Length]);
                },
                iter: Mutations.Cases,
                threads: 1);
        Assert.Empty(hub.Mishaps);
    }

    [Fact]
    public async Task Of_a_hub_that_registers()
    {
        byte[] answer = [];
        await using var hub = new LoopbackServer(call => SendAsync(call, IsRegister(call) ? answer : Registered(call)));
        await Mutations.Of(Response(Private), Fault("Bad secret")).SampleAsync(
            async bytes =>
            {
                answer = bytes;
                await CheckAsync(async () => await (await JoinAsync(hub)).DisposeAsync());
            },
            iter: Mutations.Cases / 5,
            threads: 1);
        Assert.Empty(hub.Mishaps);
    }

    [Fact]
    public async Task To_who_is_called()
    {
        await using var hub = new LoopbackServer(call => SendAsync(call, Registered(call)));
        await using SampClient client = await JoinAsync(hub);
        int heard = 0;
        using IDisposable listening = client.Listen(message =>
        {
            _ = message.Text("row-list");
            _ = message.Texts("row-list").ToArray();
            Interlocked.Increment(ref heard);
        });
        string body = hub.Calls.Single(call => call.Body.Contains("setXmlrpcCallback")).Body;
        var callback = new Uri(AddressIn().Match(body).Value);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        await Mutations.Of(
            Call("receiveNotification", "c2", Message),
            Call("receiveResponse", "c2", "tag", Done),
            Call("receiveNotification", Message))
            .SampleAsync(
                async bytes =>
                {
                    using var content = new ByteArrayContent(bytes);
                    using HttpResponseMessage response = await http.PostAsync(callback, content, Stop);
                    Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                    string said = await response.Content.ReadAsStringAsync(Stop);
                    Assert.Contains("<methodResponse>", said, StringComparison.Ordinal);
                },
                iter: Mutations.Cases,
                threads: 1);
        Assert.InRange(heard, 1, Mutations.Cases);
    }

    private const string Private =
        $"<struct><member><name>samp.private-key</name><value>{Key}</value></member>"
        + "<member><name>samp.self-id</name><value>c1</value></member></struct>";

    private static async Task CheckAsync(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (SampException failure)
        {
            Assert.InRange(failure.Message.Length, 1, 1000);
            Assert.DoesNotContain(failure.Message, char.IsControl);
            Assert.DoesNotContain('\u202e', failure.Message);
            Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
        }
    }

    private static bool IsRegister(Call call) => call.Body.Contains("samp.hub.register<", StringComparison.Ordinal);

    // Of who has joined.
    private static bool IsAsked(Call call) => Asked().IsMatch(call.Body);

    private static byte[] Registered(Call call) => Encoding.UTF8.GetBytes(Response(IsRegister(call) ? Private : ""));

    // At once: a second small packet would wait for the first to be acknowledged.
    private static async Task SendAsync(Call call, byte[] body)
    {
        byte[] head = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: {body.Length}\r\n\r\n"));
        await call.SendAsync((byte[])[.. head, .. body]);
    }

    private async Task<SampClient> JoinAsync(LoopbackServer hub)
    {
        string path = Path.Combine(_folder, "samp");
        await File.WriteAllTextAsync(path, $"samp.secret=s3cr3t\nsamp.hub.xmlrpc.url={hub.Address}\n", Stop);
        Environment.SetEnvironmentVariable("SAMP_HUB", $"std-lockurl:file://{path}");
        return await SampClient.JoinAsync(["table.select.rowList"], Stop);
    }

    private static string Response(string value) =>
        $"<?xml version=\"1.0\"?><methodResponse><params><param><value>{value}</value></param></params>"
        + "</methodResponse>";

    private static string Fault(string message) =>
        "<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>1</int></value></member>"
        + $"<member><name>faultString</name><value><string>{message.Replace("&", "&amp;")}</string></value></member>"
        + "</struct></value></fault></methodResponse>";

    private static string Call(string method, params string[] parameters) =>
        $"<?xml version='1.0' encoding='UTF-8'?><methodCall><methodName>samp.client.{method}</methodName><params>"
        + string.Concat(parameters.Prepend(Key).Select(value => $"<param><value>{value}</value></param>"))
        + "</params></methodCall>";

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/\w+")]
    private static partial Regex AddressIn();

    [GeneratedRegex("samp.hub.(getSubscribedClients|getMetadata|notifyAll|callAndWait|getRegisteredClients)<")]
    private static partial Regex Asked();
}
