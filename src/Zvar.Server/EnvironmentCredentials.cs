namespace Zvar.Server;

// The credentials that callers have to send, from the environment: a command line is shown to all users of a machine.
internal static class EnvironmentCredentials
{
    internal const string UsernameVariable = "ZVAR_USERNAME";
    internal const string PasswordVariable = "ZVAR_PASSWORD";

    /// <exception cref="FormatException">They are not set, or cannot be sent; the message says what to set.</exception>
    internal static Credentials Read()
    {
        string? username = Environment.GetEnvironmentVariable(UsernameVariable);
        string? password = Environment.GetEnvironmentVariable(PasswordVariable);
        if (string.IsNullOrEmpty(username) || string.IsNullOrEmpty(password))
        {
            throw new FormatException(
                $"Set {UsernameVariable} and {PasswordVariable} to the user and the password callers have to send.");
        }

        return username.Contains(':', StringComparison.Ordinal)
            ? throw new FormatException($"{UsernameVariable} has a colon, which Basic authentication cannot carry.")
            : new Credentials(username, password);
    }
}
