using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Zvar.Server;

namespace Zvar.Tests.Server;

// The server on a free port of loopback, and a client that knows its credentials.
internal sealed class RunningServer : IAsyncDisposable
{
    internal const string Username = "jürgen";
    internal const string Password = "gehe:im ✓";

    private readonly WebApplication _app;

    private RunningServer(WebApplication app)
    {
        _app = app;
        Address = new Uri($"{app.Urls.Single()}{ServerApp.ApiPath}/");
        Client = NewClient(new SocketsHttpHandler());
    }

    internal static ServerOptions Options { get; } = new()
    {
        Credentials = new Credentials(Username, Password),
        Urls = ["http://127.0.0.1:0"],
    };

    internal Uri Address { get; }

    internal HttpClient Client { get; }

    internal static Task<RunningServer> StartAsync(IZvarSource source) => StartAsync(source, Options);

    internal static async Task<RunningServer> StartAsync(IZvarSource source, ServerOptions options)
    {
        WebApplication app = ServerApp.Create(source, options);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningServer(app);
    }

    internal static AuthenticationHeaderValue Basic(string username, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}")));

    internal HttpClient NewClient(SocketsHttpHandler handler)
    {
        var client = new HttpClient(handler) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = Basic(Username, Password);
        return client;
    }

    internal Task<HttpResponseMessage> PostAsync(string path, string body) =>
        Client.PostAsync(path, Json(body), TestContext.Current.CancellationToken);

    // The answer as it was sent; its status must be 200.
    internal async Task<string> AskAsync(string path, string body)
    {
        using HttpResponseMessage response = await PostAsync(path, body);
        string answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, answer);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        return answer;
    }

    internal Task<string> GetAsync(string path) =>
        Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    internal static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
