using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>
/// examples/plane.ps1: on the ground over HTTP, in the air without the service and, where that is permitted, without
/// any network.
/// </summary>
public sealed class PlaneTests(Service service) : IClassFixture<Service>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_notebook_tells_off_line_what_it_tells_on_line_and_asks_nobody()
    {
        string onLine = await RunAsync([], "notebook.ps1");
        await RunAsync([], "plane.ps1");
        Assert.True(await service.CountRequestsAsync() > 10);

        string offLine = await RunAsync([], "plane.ps1", "-OffLine");
        Assert.Equal(0, await service.CountRequestsAsync());

        service.Stop();
        string stopped = await RunAsync(Host.WithoutNetwork, "plane.ps1", "-OffLine");

        Assert.Equal(WhatItTells(onLine), WhatItTells(offLine));
        Assert.Equal(WhatItTells(onLine), WhatItTells(stopped));
        Assert.Contains("\n24. ", onLine, StringComparison.Ordinal);
    }

    // From block 8 on: before it stands whom it asks.
    private static string WhatItTells(string said) => said[said.IndexOf("\n8. ", StringComparison.Ordinal)..];

    private Task<string> RunAsync(string[] under, string example, params string[] arguments) => Host.RunAsync(
        under,
        ["-File", Path.Combine(Built.ModuleFolder, "examples", example), .. arguments],
        _folder,
        ("ZVAR_URI", $"{service.Address}"),
        ("ZVAR_USERNAME", Service.User),
        ("ZVAR_PASSWORD", Service.Password));
}
