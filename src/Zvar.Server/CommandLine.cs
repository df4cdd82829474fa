using System.Net;

namespace Zvar.Server;

// What was asked for on the command line.
internal sealed record CommandLine(bool Help, bool Demo, IReadOnlyList<string> Urls)
{
    internal const string Usage =
        $"""
        Serves a source of variable stars with the ZVAR API v0.2.1, under /api.

        Usage: Zvar.Server --demo [--urls <urls>]

          --demo         serve the demo sky: its stars are synthetic
          --urls <urls>  where to listen, plain http, several parted by semicolons
                         (default {ServerOptions.DefaultUrl}; port 0 takes a free one)
          --help         print this and end

        {UsernameVariable} and {PasswordVariable} are the user and the password that callers have to send.
        The server speaks plain http: put a proxy that speaks https before it to serve other machines.
        SIGTERM or Ctrl+C stops it; answers under way are finished first.
        """;

    internal const string UsernameVariable = "ZVAR_USERNAME";

    internal const string PasswordVariable = "ZVAR_PASSWORD";

    /// <exception cref="FormatException">The options are wrong; the message says what would be right.</exception>
    internal static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        bool help = false;
        bool demo = false;
        IReadOnlyList<string> urls = [ServerOptions.DefaultUrl];
        for (int i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--help" or "-h":
                    help = true;
                    break;
                case "--demo":
                    demo = true;
                    break;
                case "--urls" when i + 1 < arguments.Count:
                    urls = ReadUrls(arguments[++i]);
                    break;
                case "--urls":
                    throw new FormatException($"--urls needs a value, as in --urls {ServerOptions.DefaultUrl}.");
                default:
                    throw new FormatException($"There is no option '{arguments[i]}'. --help lists the options.");
            }
        }

        return demo || help
            ? new CommandLine(help, demo, urls)
            : throw new FormatException("Say what to serve: --demo. --help lists the options.");
    }

    /// <exception cref="FormatException">They are not set, or cannot be sent; the message says what to set.</exception>
    internal static Credentials ReadCredentials()
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

    // Whether only this machine can reach an address.
    internal static bool IsLoopback(string url)
    {
        BindingAddress address = BindingAddress.Parse(url);
        return address.IsUnixPipe
            || string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host, out IPAddress? host) && IPAddress.IsLoopback(host));
    }

    private static string[] ReadUrls(string text)
    {
        string[] urls = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return urls.Length > 0 && urls.All(IsPlainHttp)
            ? urls
            : throw new FormatException(
                $"'{text}' is not where a server can listen: write http://host:port, as in {ServerOptions.DefaultUrl}; "
                + "for https put a proxy before it.");
    }

    private static bool IsPlainHttp(string url)
    {
        try
        {
            BindingAddress address = BindingAddress.Parse(url);
            return string.Equals(address.Scheme, "http", StringComparison.OrdinalIgnoreCase)
                && address.PathBase.Length == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
