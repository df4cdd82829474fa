using System.Net;
using System.Text;

namespace Zvar.Tables.Samp;

/// <summary>
/// The file in which a hub says where it is, and the secret that shows that one may read the user's files. A hub that
/// was killed leaves it behind.
/// </summary>
internal sealed record SampLockFile(string Path, Uri Hub, string Secret)
{
    private const string Variable = "SAMP_HUB";
    private const string Prefix = "std-lockurl:";
    private const int Longest = 64 * 1024;

    // JSAMP's hub names the machine, which would make a path on a network of it.
    private const string WithHost = "file://localhost/";
    private const string WithoutHost = "file:///";

    /// <summary>How a hub comes about, for error messages.</summary>
    internal const string Advice =
        "Start TOPCAT or Aladin, which bring one along, or one alone: jsamp hub, or samp_hub.";

    /// <summary>Reads it from where SAMP_HUB says, else from the user's home.</summary>
    /// <exception cref="SampException">There is none, or it names no hub on this machine.</exception>
    internal static SampLockFile Read()
    {
        string path = Find();
        string[] lines;
        try
        {
            using FileStream file = File.OpenRead(path);
            if (file.Length > Longest)
            {
                throw Unusable(path, "is too long for one");
            }

            using var reader = new StreamReader(file, Encoding.UTF8);
            lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SampException(
                SampError.NoSampHub, $"There is no SAMP hub: no file '{Excerpt.Of(path, 200)}'. {Advice}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, "cannot be read");
        }

        ILookup<string, string> values = lines
            .Where(line => !line.StartsWith('#') && line.Contains('='))
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .ToLookup(pair => pair[0], pair => pair[1]);
        string secret = values["samp.secret"].FirstOrDefault() ?? "";
        return values["samp.hub.xmlrpc.url"].FirstOrDefault() is { } url && secret.Length > 0
            ? new SampLockFile(path, ReadAddress(path, url), secret)
            : throw Unusable(path, "names no hub");
    }

    // Only a hub on this machine may be told of its files, and only such a one is sent the secret.
    private static Uri ReadAddress(string path, string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? hub)
            && hub.Scheme == Uri.UriSchemeHttp && hub.UserInfo.Length == 0
            && (hub.DnsSafeHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(hub.DnsSafeHost, out IPAddress? address) && IPAddress.IsLoopback(address)))
            ? hub
            : throw Unusable(path, "names a hub that is not on this machine (http on loopback)");

    private static string Find()
    {
        string? hub = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(hub))
        {
            string home = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)
                : Environment.GetEnvironmentVariable("HOME") ?? "";
            return System.IO.Path.Combine(home, ".samp");
        }

        return hub.StartsWith(Prefix, StringComparison.Ordinal)
            && Uri.TryCreate(
                hub[Prefix.Length..].Trim().Replace(WithHost, WithoutHost, StringComparison.OrdinalIgnoreCase),
                UriKind.Absolute,
                out Uri? file)
            && file is { IsFile: true, IsUnc: false }
                ? file.LocalPath
                : throw new SampException(
                    SampError.NoSampHub,
                    $"{Variable} names no file of a hub on this machine: it is to look like"
                    + $" {Prefix}file:///home/me/.samp.");
    }

    private static SampException Unusable(string path, string why) => new(
        SampError.NoSampHub, $"There is no SAMP hub to ask: '{Excerpt.Of(path, 200)}' {why}. {Advice}");
}
