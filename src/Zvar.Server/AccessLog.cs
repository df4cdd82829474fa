using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace Zvar.Server;

// Tells of each request when it is over. Of what the caller has sent it tells the method and the path: the headers have
// the password, and query and body are the caller's own affair.
internal sealed partial class AccessLog(ILogger<AccessLog> logger)
{
    internal async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        long start = Stopwatch.GetTimestamp();
        IHttpResponseBodyFeature body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var counted = new CountedStream(body.Stream);
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(counted, body));
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set(body);
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            LogRequest(
                logger,
                context.Request.Method,
                context.Request.Path,
                context.Response.StatusCode,
                counted.Written,
                time.TotalMilliseconds,
                context.Connection.RemoteIpAddress,
                context.RequestAborted.IsCancellationRequested);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Method} {Path} {Status}, {Bytes} bytes, {Milliseconds} ms, {RemoteAddress}, aborted: {Aborted}")]
    private static partial void LogRequest(
        ILogger logger,
        string method,
        PathString path,
        int status,
        long bytes,
        double milliseconds,
        IPAddress? remoteAddress,
        bool aborted);
}
