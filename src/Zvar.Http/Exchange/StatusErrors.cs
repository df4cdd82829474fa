using System.Net;

namespace Zvar.Http;

// What a status that is no answer means: in passing, or for good.
internal static class StatusErrors
{
    internal static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;

    internal static string Name(HttpResponseMessage response) =>
        $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();

    internal static ZvarException ToException(
        ApiRequest request, Uri address, HttpResponseMessage response, string? words)
    {
        string name = Name(response);
        (ZvarError error, string message) = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => (
                ZvarError.AuthenticationFailed,
                $"The service at {address.Authority} does not accept the user name or the password ({name})."),
            HttpStatusCode.NotFound => (
                ZvarError.RequestFailed,
                $"There is no ZVAR service at {address.GetLeftPart(UriPartial.Path)} ({name}). Is its address right? "
                + "The service's own ends in /api."),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => (
                ZvarError.RequestRejected,
                $"The service rejects {request} ({name})."),
            _ => (ZvarError.RequestFailed, $"The service answers {request} with {name}, which is no answer."),
        };
        return new ZvarException(error, message) { Details = words };
    }
}
