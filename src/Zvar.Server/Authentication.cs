using Microsoft.Net.Http.Headers;

namespace Zvar.Server;

// Every call of the API needs the credentials, one to a path that does not exist among them.
internal sealed class Authentication(Credentials credentials)
{
    internal Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        string authorization = context.Request.Headers.Authorization.ToString();
        return authorization.Length > 0 && credentials.AreIn(authorization)
            ? next(context)
            : RefuseAsync(context, authorization.Length > 0);
    }

    private static Task RefuseAsync(HttpContext context, bool hasCredentials)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers[HeaderNames.WWWAuthenticate] = "Basic realm=\"ZVAR\", charset=\"UTF-8\"";
        context.Response.ContentType = Endpoints.Json;
        string detail = hasCredentials ? "Invalid authentication credentials" : "Not authenticated";
        return ErrorWriter.WriteAsync(context.Response.BodyWriter, detail, context.RequestAborted);
    }
}
