using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Zvar.Http;

// HTTP Basic (RFC 7617) in UTF-8: the header is made for each request and nothing of it is kept.
internal sealed class BasicAuthentication
{
    private readonly Func<NetworkCredential> _credential;
    private readonly bool _allowUnencrypted;

    internal BasicAuthentication(Func<NetworkCredential> credential, bool allowUnencrypted)
    {
        (_credential, _allowUnencrypted) = (credential, allowUnencrypted);
        ReadCredential();
    }

    // Before a byte is sent: a password on a wire that others can read is refused.
    internal void CheckTransport(Uri address)
    {
        if (!_allowUnencrypted && address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw new ZvarException(
                ZvarError.UnencryptedAuthentication,
                $"The password would go to {address.Host} unencrypted, over plain http.");
        }
    }

    internal AuthenticationHeaderValue MakeHeader() => new("Basic", Encode(ReadCredential()));

    // What must not be repeated on anybody's screen, for as long as it takes to look for it.
    internal Secrets ReadSecrets()
    {
        NetworkCredential credential = ReadCredential();
        return new Secrets(credential.Password, Encode(credential));
    }

    private static string Encode(NetworkCredential credential) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential.UserName}:{credential.Password}"));

    private NetworkCredential ReadCredential()
    {
        NetworkCredential credential = _credential();
        return credential.UserName.Contains(':', StringComparison.Ordinal)
            ? throw new ArgumentException(
                "A user name cannot have a colon: in HTTP Basic authentication the password begins there.")
            : credential;
    }
}
