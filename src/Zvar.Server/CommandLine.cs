using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Zvar.Server;

// What can be said on the command line, and what is said of it that is wrong.
internal static class CommandLine
{
    private const string CertificatePasswordVariable = "ZVAR_CERTIFICATE_PASSWORD";

    private const string Description =
        $"""
        Serves variable stars with the ZVAR API v0.2.1, under {ServerApp.ApiPath}: the demo sky, or an archive.

        Callers have to send the user and the password that {EnvironmentCredentials.UsernameVariable} and
        {EnvironmentCredentials.PasswordVariable} are set to. To serve other machines, listen with https
        and a certificate, or put a proxy that speaks https before it. SIGTERM or Ctrl+C
        stops it; responses under way are finished first.
        """;

    // The action is given how to serve, and gives the exit code.
    internal static RootCommand Create(Func<ServerOptions, Task<int>> serveAsync)
    {
        var demo = new Option<bool>("--demo") { Description = "Serve the demo sky: its stars are synthetic." };
        Option<FileInfo> archive = new Option<FileInfo>("--archive")
        {
            Description = "Serve an archive that Save-ZvarArchive has made. What it was not asked to keep it cannot know: "
                + "a request for it gets 421.",
            HelpName = "file",
        }.AcceptExistingOnly();
        var urls = new Option<string[]>("--urls")
        {
            Description = "Where to listen, http or https, parted by semicolons; port 0 is a free one.",
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
        Option<FileInfo> certificate = new Option<FileInfo>("--certificate")
        {
            Description = "The certificate for https, a file in PEM or PFX format, read at the start. The password of "
                + $"its key, if it has one, is what {CertificatePasswordVariable} is set to.",
            HelpName = "file",
        }.AcceptExistingOnly();
        Option<FileInfo> certificateKey = new Option<FileInfo>("--certificate-key")
        {
            Description = "The certificate's private key in PEM format, where it is a file of its own.",
            HelpName = "file",
        }.AcceptExistingOnly();
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
        Option<int> minimumDataRate = Count(
            "--minimum-data-rate",
            "How many bytes in a second a caller has to send or to read; who is slower is cut off.",
            least: 1,
            ServerOptions.DefaultMinimumDataRate,
            unit: "bytes");
        var accessLog = new Option<bool>("--access-log")
        {
            Description = "Log each request to standard error, in a line of JSON: its method and path, without query; "
                + "the status, bytes and milliseconds of its response; the address it came from.",
        };
        var command = new RootCommand(Description)
        {
            demo, archive, urls, certificate, certificateKey, heavyRequests, waitingRequests, minimumDataRate, accessLog,
        };
        command.Validators.Add(result =>
        {
            bool hasArchive = result.GetResult(archive) is not null;
            if (result.GetValue(demo) == hasArchive)
            {
                result.AddError(
                    hasArchive
                        ? "Serve one of them: --demo or --archive."
                        : "Say what to serve: --demo or --archive. --help lists the options.");
            }
            else if (EnvironmentCredentials.FindError() is { } error)
            {
                result.AddError(error);
            }
        });
        command.Validators.Add(result =>
        {
            bool speaksHttps = result.GetResult(urls)?.Tokens.SelectMany(token => Split(token.Value))
                .Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) ?? false;
            bool hasCertificate = result.GetResult(certificate) is not null;
            if (speaksHttps && !hasCertificate)
            {
                result.AddError("https needs a certificate: --certificate, a file in PEM or PFX format.");
            }
            else if (hasCertificate && !speaksHttps)
            {
                result.AddError("--certificate is for https, which none of --urls begins with.");
            }
            else if (result.GetResult(certificateKey) is not null && !hasCertificate)
            {
                result.AddError("--certificate-key goes with --certificate.");
            }
        });
        command.SetAction(result => serveAsync(new ServerOptions
        {
            Credentials = EnvironmentCredentials.Read(),
            Archive = result.GetValue(archive)?.FullName,
            Urls = result.GetRequiredValue(urls),
            Certificate = result.GetValue(certificate) is { } file
                ? new ServerCertificate(
                    file.FullName,
                    result.GetValue(certificateKey)?.FullName,
                    Environment.GetEnvironmentVariable(CertificatePasswordVariable))
                : null,
            HeavyRequests = result.GetValue(heavyRequests),
            WaitingRequests = result.GetValue(waitingRequests),
            MinimumDataRate = result.GetValue(minimumDataRate),
            AccessLog = result.GetValue(accessLog),
        }));
        return command;
    }

    // Null where nothing is wrong.
    internal static string? FindError(ParseResult result) =>
        result.Action is not ParseErrorAction ? null
        : result.UnmatchedTokens is [var unknown, ..] ? $"There is no option '{unknown}'. --help lists the options."
        : result.Errors[0].Message;

    private static Option<int> Count(
        string name, string description, int least, int usual, string unit = "count")
    {
        string wanted = $"{name} takes a whole number, {least} or more";
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = unit,
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
        string[] urls = Split(text);
        if (urls.Length == 0 || !urls.All(ListenUrl.IsValid))
        {
            result.AddError(
                $"'{text}' is not where a server can listen: write http://host:port or https://host:port, as in "
                + $"{ServerOptions.DefaultUrl}.");
            return [];
        }

        return urls;
    }

    private static string[] Split(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
