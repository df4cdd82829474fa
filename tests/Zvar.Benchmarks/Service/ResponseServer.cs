using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Zvar.Http;

namespace Zvar.Benchmarks.Service;

/// <summary>
/// A server of photometry that only copies bytes, so that what is timed is the client; in a process of its own, so that
/// its memory is not the client's.
/// </summary>
internal sealed class ResponseServer : IDisposable
{
    private const string ApiPath = "/api";

    private readonly Process _process;

    private ResponseServer(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>The address of its API.</summary>
    internal Uri Address { get; }

    internal static async Task<ResponseServer> StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ResponseServer).Assembly.Location);
        }

        start.ArgumentList.Add("--serve");
        Process process = Process.Start(start)!;
        string url = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The benchmark's server did not start.");
        return new ResponseServer(process, new Uri(url + ApiPath));
    }

    /// <summary>What the child process does: it serves until its standard input is closed.</summary>
    internal static async Task<int> ServeAsync()
    {
        PreparedStars stars = await PreparedStars.MakeAsync();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        await using WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(context => RespondAsync(context, stars));
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task RespondAsync(HttpContext context, PreparedStars stars)
    {
        using JsonDocument question = await JsonDocument.ParseAsync(context.Request.Body);
        JsonElement asked = question.RootElement.GetProperty("psids");
        string[] psids = [.. asked.EnumerateArray().Select(psid => psid.ToString())];
        HttpResponse response = context.Response;
        response.ContentType = "application/json";
        response.ContentLength = stars.Response(psids).Sum(piece => (long)piece.Length);
        response.Headers[ResponseHeaders.Synthetic] = "true";
        foreach (ReadOnlyMemory<byte> piece in stars.Response(psids))
        {
            await response.BodyWriter.WriteAsync(piece, context.RequestAborted);
        }
    }
}
