using Zvar.Archive;
using Zvar.Demo;

namespace Zvar.Tests.Contract;

/// <summary>The demo sky, asked through an archive that keeps what it answers.</summary>
public sealed class ReadThroughContract(ReadThroughArchive archive)
    : DemoPopulationContract(archive.Source), IClassFixture<ReadThroughArchive>;

/// <summary>An archive with nothing in it, and the demo sky behind it.</summary>
public sealed class ReadThroughArchive : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public ReadThroughArchive() =>
        Source = new(ZvarArchive.OpenWrite(Path.Combine(_folder, "through.zvar")), new DemoSky());

    public ReadThroughSource Source { get; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
