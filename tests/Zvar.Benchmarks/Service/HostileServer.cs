using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Zvar.Benchmarks.Service;

/// <summary>A service that sends the same over and over until its client hangs up, or what becomes long.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HostileServer(WebApplication app) => _app = app;

    /// <summary>The address of its API.</summary>
    internal Uri Address => new($"{_app.Urls.Single()}/api");

    /// <summary>A service whose response begins in one way and goes on in another, without an end.</summary>
    internal static Task<HostileServer> StartEndlessAsync(string start, string more)
    {
        byte[] piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(more, 65536 / more.Length)));
        return StartAsync(async context =>
        {
            await context.Response.WriteAsync(start, context.RequestAborted);
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            }
        });
    }

    /// <summary>A service whose response is short and, no longer compressed, many gigabytes.</summary>
    internal static async Task<HostileServer> StartBombAsync(string start, string more, int gigabytes)
    {
        using var packed = new MemoryStream();
        await using (var packer = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await packer.WriteAsync(Encoding.UTF8.GetBytes(start));
            byte[] piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(more, (1 << 20) / more.Length)));
            for (int i = 0; i < 1024 * gigabytes; i++)
            {
                await packer.WriteAsync(piece);
            }
        }

        return await StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(packed.ToArray(), context.RequestAborted);
        });
    }

    /// <summary>A service that fails with a page.</summary>
    internal static Task<HostileServer> StartFailingAsync(string page) => StartAsync(async context =>
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await context.Response.WriteAsync(page, context.RequestAborted);
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task<HostileServer> StartAsync(RequestDelegate respond)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(async context =>
        {
            try
            {
                await respond(context);
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException)
            {
            }
        });
        await app.StartAsync();
        return new HostileServer(app);
    }
}
