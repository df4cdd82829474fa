using System.Net;

namespace Zvar.Http;

// What a status other than success means: in passing, or for good.
internal static class StatusErrors
{
    internal static Exception ToException(
        ApiRequest request,
        Uri address,
        HttpResponseMessage response,
        ForeignText foreign,
        string? details,
        TimeProvider clock)
    {
        string name = $"{(int)response.StatusCode} {foreign.FirstLine(response.ReasonPhrase ?? "")}".TrimEnd();
        if (IsTransient(response.StatusCode))
        {
            return new TransientFailure($"the service answered {name}")
            {
                RetryAfter = RetryAfter(response, clock),
                Details = details,
            };
        }

        (ZvarError error, string message) = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => (
                ZvarError.AuthenticationFailed,
                $"The service at {address.Authority} does not accept the user name or the password ({name})."),
            HttpStatusCode.NotFound => (
                ZvarError.RequestFailed,
                $"There is no ZVAR service at {address.GetLeftPart(UriPartial.Path)} ({name}). Is its address right? "
                + "The service's own ends in /api."),
            HttpStatusCode.MisdirectedRequest => (
                ZvarError.NotInArchive,
                $"The service has only what it was once given, and not all that {request} asks for ({name})."),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => (
                ZvarError.RequestRejected,
                $"The service rejects {request} ({name})."),
            _ => (ZvarError.RequestFailed, $"The service answers {request} with {name}, which is no answer."),
        };
        return new ZvarException(error, message) { Details = details };
    }

    private static bool IsTransient(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout
        or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } wait } => wait,
            { Date: { } date } when date - clock.GetUtcNow() is var wait => wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
            _ => null,
        };
}
