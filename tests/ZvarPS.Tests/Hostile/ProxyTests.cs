using System.Diagnostics;
using Zvar.Tests.Http;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Hostile;

/// <summary>A proxy that the environment names, which would like to read what is meant for the service.</summary>
public class ProxyTests
{
    private const string Script = """
        $secret = [securestring]::new()
        'hunter2'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        Connect-Zvar ([pscredential]::new('observer', $secret)) $env:SERVICE -MaximumRetryCount 0 -AllowUnencrypted
        Get-ZvarObject 145120008365555264 -Verbose 4>&1
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http_proxy", "127.0.0.1")]
    [InlineData("ALL_PROXY", "127.0.0.1")]
    [InlineData("ALL_PROXY", "localhost")]
    [InlineData("http_proxy", "[::1]")]
    public async Task To_this_machine_it_is_not_asked(string variable, string host)
    {
        await using var proxy = new LoopbackServer(call => call.AnswerAsync(200, "[]"));
        await using var service = new LoopbackServer(call => call.AnswerAsync(200, "[]"));
        await AskAsync(proxy, variable, $"http://{host}:{service.Port}/api");
        Assert.Empty(proxy.Calls);
        Assert.Equal(host == "[::1]" ? 0 : 1, service.Calls.Count);
    }

    // The one that is named has a user and a password of its own.
    [Fact]
    public async Task Over_plain_http_to_another_machine_it_is_said_who_is_asked()
    {
        await using var proxy = new LoopbackServer(call => call.AnswerAsync(200, "[]"));
        string said = await AskAsync(proxy, "http_proxy", "http://service.invalid/api");
        Assert.Contains($"through the proxy http://127.0.0.1:{proxy.Port}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", said, StringComparison.Ordinal);
        Assert.StartsWith(
            "POST http://service.invalid/api/", Assert.Single(proxy.Calls).RequestLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https_proxy")]
    [InlineData("ALL_PROXY")]
    public async Task Over_https_it_sees_a_tunnel_alone(string variable)
    {
        await using var proxy = new LoopbackServer(call => call.AnswerAsync(502, ""));
        string said = await AskAsync(proxy, variable, "https://service.invalid/api");
        Assert.Contains($"through the proxy http://127.0.0.1:{proxy.Port}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", said, StringComparison.Ordinal);
        Assert.All(proxy.Calls, call =>
        {
            Assert.Equal("CONNECT service.invalid:443 HTTP/1.1", call.RequestLine);
            Assert.Null(call.Header("Authorization"));
        });
        Assert.NotEmpty(proxy.Calls);
    }

    private static async Task<string> AskAsync(LoopbackServer proxy, string variable, string service)
    {
        var start = new ProcessStartInfo("dotnet", [Built.HostProgram, "-Command", Script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in (string[])["http_proxy", "https_proxy", "all_proxy", "no_proxy"])
        {
            start.Environment.Remove(name);
            start.Environment.Remove(name.ToUpperInvariant());
        }

        start.Environment["SERVICE"] = service;
        start.Environment[variable] = $"http://porter:sesame@127.0.0.1:{proxy.Port}";
        using Process host = Process.Start(start)!;
        Task<string> errors = host.StandardError.ReadToEndAsync(Stop);
        string output = await host.StandardOutput.ReadToEndAsync(Stop);
        await host.WaitForExitAsync(Stop);
        return output + await errors;
    }
}
