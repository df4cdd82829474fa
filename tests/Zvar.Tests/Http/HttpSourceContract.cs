using System.Net;
using Zvar.Demo;
using Zvar.Http;
using Zvar.Tests.Contract;
using Zvar.Tests.Server;

namespace Zvar.Tests.Http;

public sealed class HttpSourceContract(DemoServer server)
    : DemoPopulationContract(server.Source), IClassFixture<DemoServer>;

/// <summary>The demo sky behind the server, and a source that asks it over loopback.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private readonly DemoSky _sky = new();
    private RunningServer? _server;
    private HttpSource? _source;

    internal HttpSource Source => _source!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.StartAsync(_sky);
        _source = new HttpSource(new HttpSourceOptions
        {
            BaseAddress = _server.Address,
            Credential = () => new NetworkCredential(RunningServer.Username, RunningServer.Password),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _server!.DisposeAsync();
        await _sky.DisposeAsync();
    }
}
