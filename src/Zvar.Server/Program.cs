using System.CommandLine;
using System.Net.Sockets;
using System.Security.Cryptography;
using Zvar;
using Zvar.Archive;
using Zvar.Demo;
using Zvar.Server;

const int Stopped = 0;
const int CannotListen = 1;
const int BadCommand = 2;

ParseResult command = CommandLine.Create(ServeAsync).Parse(args);
if (CommandLine.FindError(command) is { } error)
{
    return Refuse(error);
}

// The host listens to signals itself, and takes its time to stop.
return await command.InvokeAsync(
    new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });

static async Task<int> ServeAsync(ServerOptions options)
{
    foreach (string url in options.Urls.Where(url => !ListenUrl.IsHttps(url) && !ListenUrl.IsLoopback(url)))
    {
        Console.Error.WriteLine(
            $"Warning: {url} can be reached from other machines, and plain http shows them the password on its way.");
    }

    // Each heavy request may keep a thread for as long as it computes: the others find theirs at once.
    ThreadPool.GetMinThreads(out int threads, out int ports);
    ThreadPool.SetMinThreads(threads + options.HeavyRequests, ports);
    IZvarSource source;
    try
    {
        source = Open(options);
    }
    catch (ArchiveException error)
    {
        return Refuse(error.Message);
    }

    await using IAsyncDisposable opened = source;
    await using WebApplication app = ServerApp.Create(source, options);
    try
    {
        await app.StartAsync();
    }
    catch (Exception failure) when (failure
        is IOException or UnauthorizedAccessException or SocketException or InvalidOperationException
        or CryptographicException)
    {
        Console.Error.WriteLine($"Cannot listen on {string.Join(", ", options.Urls)}: {failure.Message}");
        return CannotListen;
    }

    foreach (string url in app.Urls)
    {
        Console.WriteLine($"Serving the {source.Description} at {url}{ServerApp.ApiPath}");
    }

    await app.WaitForShutdownAsync();
    return Stopped;
}

// Half an answer must not look whole, and a response has begun before its end is known.
static IZvarSource Open(ServerOptions options) => options.Archive is { } path
    ? new ArchiveSource(ZvarArchive.OpenRead(path), IncompleteAnswers.Refuse)
    : new DemoSky();

static int Refuse(string reason)
{
    Console.Error.WriteLine(reason);
    return BadCommand;
}
