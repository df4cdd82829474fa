using System.Net.Sockets;
using System.Text.Json;

namespace Zvar.Tests.Server;

public class ProgramTests
{
    private const string Anywhere = "http://127.0.0.1:0";

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--demo", "--help")]
    public async Task Help_is_printed_and_nothing_served(params string[] arguments)
    {
        using var server = ServerProcess.Start(username: null, password: null, arguments);
        (int exitCode, string output, string errors) = await server.EndAsync();
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches(@"Usage:\s+Zvar\.Server \[options\]", output);
        Assert.All(
            [
                "--demo ", "--urls <urls>", "[default: http://127.0.0.1:5000]", "--version", "ZVAR_USERNAME",
                "ZVAR_PASSWORD", "--heavy-requests <count>", "--waiting-requests <count>", "[default: 50]",
                "--minimum-data-rate <bytes>", "--certificate <file>", "--certificate-key <file>",
                "ZVAR_CERTIFICATE_PASSWORD", "--access-log",
            ],
            word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_printed_and_nothing_served()
    {
        using var server = ServerProcess.Start(username: null, password: null, "--version");
        (int exitCode, string output, string errors) = await server.EndAsync();
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("user", null)]
    [InlineData(null, "password")]
    [InlineData("", "password")]
    public async Task Without_credentials_it_says_what_to_set(string? username, string? password)
    {
        using var server = ServerProcess.Start(username, password, "--demo", "--urls", Anywhere);
        Assert.Equal(
            (2, "", "Set ZVAR_USERNAME and ZVAR_PASSWORD to the user and the password callers have to send."),
            await EndAsync(server));
    }

    [Theory]
    [InlineData("Say what to serve: --demo or --archive. --help lists the options.")]
    [InlineData("There is no option '--demoo'. --help lists the options.", "--demoo")]
    [InlineData("There is no option 'extra'. --help lists the options.", "--demo", "extra")]
    [InlineData("--urls needs a value, as in --urls http://127.0.0.1:5000.", "--demo", "--urls")]
    [InlineData("--heavy-requests takes a whole number, 1 or more, not '0'.", "--demo", "--heavy-requests", "0")]
    [InlineData("--waiting-requests takes a whole number, 0 or more, not 'x'.", "--demo", "--waiting-requests", "x")]
    [InlineData(
        "--waiting-requests takes a whole number, 0 or more, as in --waiting-requests 50.",
        "--demo",
        "--waiting-requests")]
    [InlineData(
        "'ftp://localhost:5001' is not where a server can listen: write http://host:port or https://host:port, as in "
        + "http://127.0.0.1:5000.",
        "--demo",
        "--urls",
        "ftp://localhost:5001")]
    [InlineData(
        "https needs a certificate: --certificate, a file in PEM or PFX format.",
        "--demo",
        "--urls",
        "http://127.0.0.1:0;https://localhost:5001")]
    [InlineData("File does not exist: 'none.pem'.", "--demo", "--urls", "https://[::1]:0", "--certificate", "none.pem")]
    [InlineData("--certificate is for https, which none of --urls begins with.", "--demo", "--certificate", "/")]
    [InlineData("--certificate-key goes with --certificate.", "--demo", "--certificate-key", "Zvar.Tests.dll")]
    public async Task A_bad_option_is_refused_in_one_line(string line, params string[] arguments)
    {
        using var server = ServerProcess.Start("user", "secret", arguments);
        Assert.Equal((2, "", line), await EndAsync(server));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_line()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        string url = $"http://{taken.LocalEndpoint}";
        using var server = ServerProcess.Start("user", "secret", "--demo", "--urls", url);
        (int exitCode, string output, string errors) = await EndAsync(server);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Matches($"^Cannot listen on {url}: [^\n]+$", errors);
    }

    [Fact]
    public async Task Plain_http_for_other_machines_is_warned_of()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var server = ServerProcess.Start("user", "secret", "--demo", "--urls", $"{Anywhere};http://0.0.0.0:0");
        Assert.NotNull(await server.ReadLineAsync());
        server.Terminate();
        (int exitCode, _, string errors) = await EndAsync(server);
        Assert.Equal(0, exitCode);
        Assert.Equal(
            "Warning: http://0.0.0.0:0 can be reached from other machines, and plain http shows them the password on "
            + "its way.",
            errors);
    }

    [Fact]
    public async Task Stopped_by_a_signal_it_finishes_the_answer_under_way()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var server = ServerProcess.Start("user", "secret", "--demo", "--urls", Anywhere);
        using HttpClient client = await ConnectAsync(server);
        string[] psids = await PsidsAsync(client);
        using HttpResponseMessage response = await BeginPhotometryAsync(client, psids);
        server.Terminate();
        await WaitUntilRefusedAsync(client.BaseAddress!);

        await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using JsonDocument answer =
            await JsonDocument.ParseAsync(body, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(psids, answer.RootElement.EnumerateObject().Select(star => star.Name));
        Assert.Equal((0, "", ""), await EndAsync(server));
    }

    [Fact]
    public async Task A_caller_that_vanishes_is_no_event()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var server = ServerProcess.Start("user", "secret", "--demo", "--urls", Anywhere);
        using (HttpClient client = await ConnectAsync(server))
        {
            string[] psids = await PsidsAsync(client);
            for (int i = 0; i < 20; i++)
            {
                using HttpResponseMessage response = await BeginPhotometryAsync(client, psids);
            }
        }

        server.Terminate();
        Assert.Equal((0, "", ""), await EndAsync(server));
    }

    private static async Task<HttpClient> ConnectAsync(ServerProcess server)
    {
        string? serving = await server.ReadLineAsync();
        Assert.StartsWith("Serving the demo sky (synthetic) at http://127.0.0.1:", serving, StringComparison.Ordinal);
        var client = new HttpClient { BaseAddress = new Uri($"{serving!.Split(' ')[^1]}/") };
        client.DefaultRequestHeaders.Authorization = RunningServer.Basic("user", "secret");
        return client;
    }

    // The head of an answer that does not fit into the sockets' buffers, so that its end cannot have been sent.
    private static Task<HttpResponseMessage> BeginPhotometryAsync(HttpClient client, string[] psids) =>
        client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "photometry")
            {
                Content = RunningServer.Json($$"""{"psids":[{{string.Join(',', psids)}}]}"""),
            },
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken);

    private static async Task<string[]> PsidsAsync(HttpClient client)
    {
        const int Count = 500;
        using HttpResponseMessage response = await client.PostAsync(
            "cone_search",
            RunningServer.Json("""{"positions":[{"name":"a","ra":4.9,"dec":36.3,"radius":600}]}"""),
            TestContext.Current.CancellationToken);
        using var found = JsonDocument.Parse(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        string[] psids =
        [
            .. found.RootElement.GetProperty("a").EnumerateArray().Take(Count)
                .Select(star => star.GetProperty("psid").GetString()!),
        ];
        Assert.Equal(Count, psids.Length);
        return psids;
    }

    // A server that stops closes its door first.
    private static async Task WaitUntilRefusedAsync(Uri address)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!timeout.IsCancellationRequested)
        {
            try
            {
                using var visitor = new TcpClient();
                await visitor.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            }
            catch (SocketException)
            {
                return;
            }
        }

        Assert.Fail("The server went on taking connections.");
    }

    private static async Task<(int ExitCode, string Output, string Errors)> EndAsync(ServerProcess server)
    {
        (int exitCode, string output, string errors) = await server.EndAsync();
        return (exitCode, output, errors.TrimEnd());
    }
}
