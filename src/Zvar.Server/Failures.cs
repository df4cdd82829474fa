using Microsoft.AspNetCore.WebUtilities;

namespace Zvar.Server;

// What goes wrong becomes an error the caller can read, as long as nothing of the response has been written. After that
// the connection is cut: a response that lacks its end must not look whole.
internal sealed partial class Failures(ILogger<Failures> logger)
{
    internal async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && context.Response.StatusCode >= StatusCodes.Status400BadRequest)
            {
                int status = context.Response.StatusCode;
                await RespondAsync(context, status, ReasonPhrases.GetReasonPhrase(status));
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: there is nobody to tell.
        }
        catch (Exception failure) when (context.Response.HasStarted || context.Response.BodyWriter.UnflushedBytes > 0)
        {
            context.Abort();
            context.RequestAborted = new CancellationToken(canceled: true); // Abort says so too, but later.
            if (failure is not OperationCanceledException) // The caller has gone here too: the pipe was first to see.
            {
                LogCut(logger, context.Request.Path, failure.Message);
            }
        }
        catch (InvalidRequestException refused)
        {
            Begin(context, StatusCodes.Status422UnprocessableEntity);
            await ErrorWriter.WriteAsync(context.Response.BodyWriter, refused.Problems, context.RequestAborted);
        }
        catch (BadHttpRequestException bad)
        {
            await RespondAsync(context, bad.StatusCode, bad.Message);
        }
        catch (ZvarException rejected) when (rejected.Error == ZvarError.RequestRejected)
        {
            await RespondAsync(context, StatusCodes.Status400BadRequest, rejected.Details ?? rejected.Message);
        }
        catch (ZvarException unknown) when (unknown.Error == ZvarError.NotInArchive)
        {
            // No 404, which says that there is no such object.
            await RespondAsync(context, StatusCodes.Status421MisdirectedRequest, unknown.Message);
        }
        catch (ZvarException failure)
        {
            LogFailure(logger, context.Request.Path, failure.Message);
            await RespondAsync(context, StatusCodes.Status502BadGateway, failure.Message);
        }
        catch (Exception unexpected)
        {
            LogUnexpected(logger, unexpected, context.Request.Path);
            await RespondAsync(context, StatusCodes.Status500InternalServerError, "Internal Server Error");
        }
    }

    private static Task RespondAsync(HttpContext context, int status, string detail)
    {
        Begin(context, status);
        return ErrorWriter.WriteAsync(context.Response.BodyWriter, detail, context.RequestAborted);
    }

    private static void Begin(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Endpoints.Json;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The answer to {Path} was cut: {Reason}")]
    private static partial void LogCut(ILogger logger, PathString path, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The source could not answer {Path}: {Reason}")]
    private static partial void LogFailure(ILogger logger, PathString path, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected failure at {Path}")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, PathString path);
}
