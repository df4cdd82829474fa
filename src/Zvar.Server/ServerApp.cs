using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;

namespace Zvar.Server;

/// <summary>Makes a server of a source.</summary>
public static class ServerApp
{
    /// <summary>The path the API is under.</summary>
    public const string ApiPath = "/api";

    // A thousand positions or ids with names of a few hundred characters.
    private const long LargestRequest = 1024 * 1024;

    // How long a caller may be slow, and how long it may take to say what it wants.
    private static readonly TimeSpan TimeToSettle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TimeForHead = TimeSpan.FromSeconds(10);

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
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            var slowest = new MinDataRate(options.MinimumDataRate, TimeToSettle);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Limits.RequestHeadersTimeout = TimeForHead;
            kestrel.Limits.MinRequestBodyDataRate = slowest;
            kestrel.Limits.MinResponseDataRate = slowest;
            if (options.Certificate is { } certificate)
            {
                kestrel.Configure(certificate.ToConfiguration());
            }
        });
        builder.Logging
            .AddJsonConsole(json => (json.TimestampFormat, json.UseUtcTimestamp) = ("O", true))
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter(typeof(AccessLog).FullName, LogLevel.Information)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // Whoever starts the server gets the exception.
        builder.Services
            .Configure<ConsoleLoggerOptions>(console =>
            {
                console.LogToStandardErrorThreshold = LogLevel.Trace;
                // No caller waits for whoever reads the log.
                console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
            })
            .Configure<HostOptions>(host => host.ShutdownTimeout = TimeToFinish)
            .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest)
            .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest)
            .AddResponseCompression()
            .AddSingleton<AccessLog>()
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

        if (options.AccessLog)
        {
            app.Use(app.Services.GetRequiredService<AccessLog>().InvokeAsync);
        }

        app.UseResponseCompression();
        app.Use(app.Services.GetRequiredService<Failures>().InvokeAsync);
        app.Use(new Authentication(options.Credentials).InvokeAsync);
        app.Services.GetRequiredService<Endpoints>().Map(app.MapGroup(ApiPath));
        return app;
    }
}
