using System.Net.Sockets;
using Zvar.Demo;
using Zvar.Server;

const int Stopped = 0;
const int CannotListen = 1;
const int BadCommand = 2;

CommandLine command;
Credentials credentials;
try
{
    command = CommandLine.Parse(args);
    if (command.Help)
    {
        Console.WriteLine(CommandLine.Usage);
        return Stopped;
    }

    credentials = CommandLine.ReadCredentials();
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return BadCommand;
}

foreach (string url in command.Urls.Where(url => !CommandLine.IsLoopback(url)))
{
    Console.Error.WriteLine(
        $"Warning: {url} can be reached from other machines, and plain http shows them the password on its way.");
}

await using var source = new DemoSky();
await using WebApplication app = ServerApp.Create(
    source, new ServerOptions { Credentials = credentials, Urls = command.Urls });
try
{
    await app.StartAsync();
}
catch (Exception failure) when (failure is IOException or SocketException or InvalidOperationException)
{
    Console.Error.WriteLine($"Cannot listen on {string.Join(", ", command.Urls)}: {failure.Message}");
    return CannotListen;
}

foreach (string url in app.Urls)
{
    Console.WriteLine($"Serving the {source.Description} at {url}{ServerApp.ApiPath}");
}

await app.WaitForShutdownAsync();
return Stopped;
