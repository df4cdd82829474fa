using Zvar.Http;

namespace ZvarPS;

/// <summary>What ZVAR_RESOLVER says: who is asked where names are, the CDS where it says nothing.</summary>
internal static class ResolverEnvironment
{
    private const string Variable = "ZVAR_RESOLVER";
    private const string Nobody = "none";

    /// <summary>The address of a Sesame.</summary>
    /// <exception cref="FormatException">It is none, or nobody is to be asked; the message says which.</exception>
    internal static Uri Address
    {
        get
        {
            string? text = Environment.GetEnvironmentVariable(Variable)?.Trim();
            return string.IsNullOrEmpty(text) ? SesameResolver.DefaultAddress
                : text.Equals(Nobody, StringComparison.OrdinalIgnoreCase)
                ? throw new FormatException($"{Variable} is '{Nobody}': nobody is asked")
                : Read(text);
        }
    }

    // In clear a name would be told to whoever is on the way, and what comes back be anybody's.
    private static Uri Read(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length + address.Query.Length + address.Fragment.Length == 0
            ? address
            : throw new FormatException(
                $"{Variable} is no address of a Sesame: write one like {SesameResolver.DefaultAddress}, or '{Nobody}'");
}
