using System.Net;
using Zvar.Http;

namespace ZvarPS;

/// <summary>
/// What ZVAR_URI, ZVAR_USERNAME and ZVAR_PASSWORD say, and ZVAR_ARCHIVE. Their user and password are for their own
/// address, or the default one where ZVAR_URI is not set, and are given to no other.
/// </summary>
internal static class ServiceEnvironment
{
    private const string UriVariable = "ZVAR_URI";
    private const string UserVariable = "ZVAR_USERNAME";
    private const string PasswordVariable = "ZVAR_PASSWORD";
    private const string ArchiveVariable = "ZVAR_ARCHIVE";

    // The archive that is asked where nobody has connected; null for none.
    internal static string? Archive =>
        Environment.GetEnvironmentVariable(ArchiveVariable) is { } path && !string.IsNullOrWhiteSpace(path) ? path : null;

    internal static Uri Address
    {
        get
        {
            string? uri = Environment.GetEnvironmentVariable(UriVariable);
            return string.IsNullOrWhiteSpace(uri) ? HttpSourceOptions.DefaultAddress : ReadUri(uri, UriVariable);
        }
    }

    internal static NetworkCredential? Credential
    {
        get
        {
            string? user = Environment.GetEnvironmentVariable(UserVariable);
            string? password = Environment.GetEnvironmentVariable(PasswordVariable);
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
            string[] missing = Array.FindAll(
                [UserVariable, PasswordVariable],
                name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));
            return missing is [var only] ? only : null;
        }
    }

    // What no other program is told.
    internal static void RemoveFrom(IDictionary<string, string?> environment)
    {
        environment.Remove(UserVariable);
        environment.Remove(PasswordVariable);
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
