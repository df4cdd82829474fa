namespace Zvar.Server;

// The credentials that callers have to send, from the environment: a command line is shown to all users of a machine.
internal static class EnvironmentCredentials
{
    internal const string UsernameVariable = "ZVAR_USERNAME";
    internal const string PasswordVariable = "ZVAR_PASSWORD";

    // What to set, where they are not set or cannot be sent; null where nothing is wrong.
    internal static string? FindError()
    {
        (string? username, string? password) = (Get(UsernameVariable), Get(PasswordVariable));
        return string.IsNullOrEmpty(username) || string.IsNullOrEmpty(password)
            ? $"Set {UsernameVariable} and {PasswordVariable} to the user and the password callers have to send."
            : username.Contains(':', StringComparison.Ordinal)
            ? $"{UsernameVariable} has a colon, which Basic authentication cannot carry."
            : null;
    }

    internal static Credentials Read() => new(Get(UsernameVariable)!, Get(PasswordVariable)!);

    private static string? Get(string variable) => Environment.GetEnvironmentVariable(variable);
}
