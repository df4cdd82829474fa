using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Logging.Console;

namespace Zvar.Server;

/// <summary>Makes a server of a source.</summary>
public static class ServerApp
{
    /// <summary>The path the API is under.</summary>
    public const string ApiPath = "/api";

    // A thousand positions or ids with names of a few hundred characters.
    private const long LargestRequest = 1024 * 1024;

    // Long enough for 500 light curves over a slow line, and less than service managers wait before they kill.
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(60);

    /// <summary>
    /// A server that answers the ZVAR API v0.2.1 from a source. Start it, and read from its Urls where it listens; when
    /// it stops, answers under way are finished first. It reads no environment and no settings files.
    /// </summary>
    /// <param name="source">What is served; the caller disposes of it when the server has stopped.</param>
    /// <param name="options">Where and to whom.</param>
    public static WebApplication Create(IZvarSource source, ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Logging.AddSimpleConsole()
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // Whoever starts the server gets the exception.
        builder.Services
            .Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .Configure<HostOptions>(host => host.ShutdownTimeout = TimeToFinish)
            .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest)
            .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest)
            .AddResponseCompression()
            .AddSingleton<Failures>()
            .AddSingleton(source)
            .AddSingleton(options)
            .AddSingleton<HeavyRequests>()
            .AddSingleton<Endpoints>()
            .AddRoutingCore();

        WebApplication app = builder.Build();
        foreach (string url in options.Urls)
        {
            app.Urls.Add(url);
        }

        app.UseResponseCompression();
        app.Use(app.Services.GetRequiredService<Failures>().InvokeAsync);
        app.Use(new Authentication(options.Credentials).InvokeAsync);
        app.Services.GetRequiredService<Endpoints>().Map(app.MapGroup(ApiPath));
        return app;
    }
}
