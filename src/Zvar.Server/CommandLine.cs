using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Zvar.Server;

// What can be said on the command line, and what is said of it that is wrong.
internal static class CommandLine
{
    private const string Description =
        $"""
        Serves a source of variable stars with the ZVAR API v0.2.1, under {ServerApp.ApiPath}.

        Callers have to send the user and the password that {EnvironmentCredentials.UsernameVariable} and
        {EnvironmentCredentials.PasswordVariable} are set to. The server speaks plain http: to serve other
        machines, put a proxy that speaks https before it. SIGTERM or Ctrl+C stops it;
        responses under way are finished first.
        """;

    // The action is given where to listen, and gives the exit code.
    internal static RootCommand Create(Func<IReadOnlyList<string>, Task<int>> serveAsync)
    {
        var demo = new Option<bool>("--demo") { Description = "Serve the demo sky: its stars are synthetic." };
        var urls = new Option<string[]>("--urls")
        {
            Description = "Where to listen, plain http, parted by semicolons; port 0 is a free one.",
            HelpName = "urls",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = ReadUrls,
            DefaultValueFactory = _ => [ServerOptions.DefaultUrl],
        };
        urls.Validators.Add(result =>
        {
            if (!result.Implicit && result.Tokens.Count == 0)
            {
                result.AddError($"--urls needs a value, as in --urls {ServerOptions.DefaultUrl}.");
            }
        });
        var command = new RootCommand(Description) { demo, urls };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(demo))
            {
                result.AddError("Say what to serve: --demo. --help lists the options.");
            }
        });
        command.SetAction(result => serveAsync(result.GetRequiredValue(urls)));
        return command;
    }

    // Null where nothing is wrong.
    internal static string? FindError(ParseResult result) =>
        result.Action is not ParseErrorAction ? null
        : result.UnmatchedTokens is [var unknown, ..] ? $"There is no option '{unknown}'. --help lists the options."
        : result.Errors[0].Message;

    private static string[] ReadUrls(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        string[] urls = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (urls.Length == 0 || !urls.All(ListenUrl.IsPlainHttp))
        {
            result.AddError(
                $"'{text}' is not where a server can listen: write http://host:port, as in "
                + $"{ServerOptions.DefaultUrl}; for https put a proxy before it.");
        }

        return urls;
    }
}
