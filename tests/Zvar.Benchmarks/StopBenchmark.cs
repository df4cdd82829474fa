using System.Net;
using System.Net.Sockets;
using Zvar.Benchmarks.Measuring;
using Zvar.Benchmarks.Service;

namespace Zvar.Benchmarks;

/// <summary>
/// How long a pipeline in a real pwsh lives on after it was told to stop, wherever it was waiting. It is stopped as the
/// console's Ctrl+C stops it, by PowerShell.Stop.
/// </summary>
internal static class StopBenchmark
{
    private const int Rounds = 5;

    // From the server's last byte to the client's waiting for more.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);

    internal static async Task RunAsync()
    {
        string psids = $"0..999 | ForEach-Object {{ {PreparedStars.Psids(1).Single()} + $_ }}";
        string ask = $"{psids} | Get-ZvarLightCurve";
        string askSlowly = $"{ask} | & {{ process {{ Start-Sleep 600 }} }}";
        string search = "Find-ZvarCone 0.8365 30.9372 -Radius 10arcmin -Connection (Connect-Zvar -Demo -PassThru) |"
            + " Find-ZvarPeriod";
        (string Name, WaitingPlace? Place, string Pipeline)[] waits =
        [
            ("Ctrl+C in Start-Sleep, which asks nobody", null, "Start-Sleep 600"),
            ("Ctrl+C while it waits for a connection", WaitingPlace.Connection, ask),
            ("Ctrl+C before the head of the response", WaitingPlace.Head, ask),
            ("Ctrl+C within the response", WaitingPlace.Body, ask),
            ("Ctrl+C while it waits to ask again", WaitingPlace.Backoff, ask),
            ("Ctrl+C while periods are searched", null, search),
            ("Ctrl+C while a slow command takes what came", WaitingPlace.Downstream, askSlowly),
        ];
        var table = new Table(
            "from", "to the pipeline's end", "goal", "processor in 2 s afterwards", "more than in Start-Sleep", "goal");
        double idle = 0;
        foreach ((string name, WaitingPlace? place, string pipeline) in waits)
        {
            Cost[] costs = await Measure.MediansAsync(Rounds, () => StopAsync(place, pipeline));
            idle = idle == 0 ? costs[0].Processor : idle;
            table.Add(
                name,
                Table.Milliseconds(costs[0].Wall),
                "< 100 ms",
                Table.Seconds(costs[0].Processor),
                Table.Seconds(costs[0].Processor - idle),
                "< 0.2 s");
        }

        Cost[] first = await Measure.MediansAsync(Rounds, () => TakeFirstAsync(ask));
        table.Add(
            "the one object of Select-Object -First 1", Table.Milliseconds(first[0].Wall), "< 100 ms", "–", "–", "");
        table.Print();
    }

    private static async Task<Cost> StopAsync(WaitingPlace? place, string pipeline)
    {
        using StallingServer server = await StallingServer.StartAsync(place ?? WaitingPlace.Head);
        using var signal = new TcpListener(IPAddress.Loopback, 0);
        signal.Start();
        Task<Cost> stopped = ChildProgram.WorkAsync(Pwsh.Start(
            "stop.ps1",
            server.Address,
            "-Pipeline", pipeline, "-SignalPort", $"{((IPEndPoint)signal.LocalEndpoint).Port}"));
        Task<TcpClient> running = signal.AcceptTcpClientAsync();
        Task asked = place is null ? Task.CompletedTask : server.Asked;
        if (await Task.WhenAny(Task.WhenAll(running, asked), stopped) != stopped)
        {
            await Task.Delay(Settling);
            (await running).Close();
        }

        return await stopped;
    }

    private static async Task<Cost> TakeFirstAsync(string ask)
    {
        using StallingServer server = await StallingServer.StartAsync(WaitingPlace.SecondResponse);
        return await ChildProgram.WorkAsync(Pwsh.Start("take_first.ps1", server.Address, "-Ask", ask));
    }
}
