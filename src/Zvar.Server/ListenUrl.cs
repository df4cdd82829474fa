using System.Net;

namespace Zvar.Server;

// A URL to listen on.
internal static class ListenUrl
{
    internal static bool IsValid(string url)
    {
        try
        {
            return BindingAddress.Parse(url).PathBase.Length == 0 && (IsHttps(url) || Has(url, Uri.UriSchemeHttp));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    internal static bool IsHttps(string url) => Has(url, Uri.UriSchemeHttps);

    // Whether only this machine can reach it.
    internal static bool IsLoopback(string url)
    {
        BindingAddress address = BindingAddress.Parse(url);
        return address.IsUnixPipe
            || string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host, out IPAddress? host) && IPAddress.IsLoopback(host));
    }

    private static bool Has(string url, string scheme) =>
        string.Equals(BindingAddress.Parse(url).Scheme, scheme, StringComparison.OrdinalIgnoreCase);
}
