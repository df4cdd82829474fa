using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

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

    // The action is given how to serve, and gives the exit code.
    internal static RootCommand Create(Func<ServerOptions, Task<int>> serveAsync)
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
        Option<int> heavyRequests = Count(
            "--heavy-requests",
            "How many requests about more than one object, or about a part of the sky, are answered at once; as many "
            + "as there are processors by default.",
            least: 1,
            Environment.ProcessorCount);
        Option<int> waitingRequests = Count(
            "--waiting-requests",
            "How many of these wait for their turn; the others get 429 and are told when to ask again.",
            least: 0,
            ServerOptions.DefaultWaitingRequests);
        var command = new RootCommand(Description) { demo, urls, heavyRequests, waitingRequests };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(demo))
            {
                result.AddError("Say what to serve: --demo. --help lists the options.");
            }
            else if (EnvironmentCredentials.FindError() is { } error)
            {
                result.AddError(error);
            }
        });
        command.SetAction(result => serveAsync(new ServerOptions
        {
            Credentials = EnvironmentCredentials.Read(),
            Urls = result.GetRequiredValue(urls),
            HeavyRequests = result.GetValue(heavyRequests),
            WaitingRequests = result.GetValue(waitingRequests),
        }));
        return command;
    }

    // Null where nothing is wrong.
    internal static string? FindError(ParseResult result) =>
        result.Action is not ParseErrorAction ? null
        : result.UnmatchedTokens is [var unknown, ..] ? $"There is no option '{unknown}'. --help lists the options."
        : result.Errors[0].Message;

    private static Option<int> Count(string name, string description, int least, int usual)
    {
        string wanted = $"{name} takes a whole number, {least} or more";
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "count",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (!int.TryParse(text, CultureInfo.InvariantCulture, out int count) || count < least)
                {
                    result.AddError($"{wanted}, not '{text}'.");
                }

                return count;
            },
        };
        option.Validators.Add(result =>
        {
            if (!result.Implicit && result.Tokens.Count == 0)
            {
                result.AddError($"{wanted}, as in {name} {usual}.");
            }
        });
        return option;
    }

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
