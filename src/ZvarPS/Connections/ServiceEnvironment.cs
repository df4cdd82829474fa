using System.Net;
using Zvar.Http;

namespace ZvarPS;

/// <summary>
/// What ZVAR_URI, ZVAR_USERNAME and ZVAR_PASSWORD say. Their user and password are for their own address, or the
/// default one where ZVAR_URI is not set, and are given to no other.
/// </summary>
internal static class ServiceEnvironment
{
    private static readonly string[] Names = ["ZVAR_USERNAME", "ZVAR_PASSWORD"];

    internal static Uri Address
    {
        get
        {
            string? uri = Environment.GetEnvironmentVariable("ZVAR_URI");
            return string.IsNullOrWhiteSpace(uri) ? HttpSourceOptions.DefaultAddress : ReadUri(uri, "ZVAR_URI");
        }
    }

    internal static NetworkCredential? Credential
    {
        get
        {
            string? user = Environment.GetEnvironmentVariable("ZVAR_USERNAME");
            string? password = Environment.GetEnvironmentVariable("ZVAR_PASSWORD");
            return string.IsNullOrEmpty(user) || string.IsNullOrEmpty(password)
                ? null
                : new NetworkCredential(user, password);
        }
    }

    // The one of user and password that is not set though the other is; null where both are, or none.
    internal static string? MissingVariable
    {
        get
        {
            string[] missing =
                Array.FindAll(Names, name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));
            return missing is [var only] ? only : null;
        }
    }

    internal static Uri ReadUri(string text, string where) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            ? uri
            : throw new FormatException(
                $"{where} is not the address of a service: write one like {HttpSourceOptions.DefaultAddress},"
                + " without a user in it.");
}
