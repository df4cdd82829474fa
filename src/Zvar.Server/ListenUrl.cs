using System.Net;

namespace Zvar.Server;

// A URL to listen on.
internal static class ListenUrl
{
    internal static bool IsPlainHttp(string url)
    {
        try
        {
            BindingAddress address = BindingAddress.Parse(url);
            return string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase)
                && address.PathBase.Length == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // Whether only this machine can reach it.
    internal static bool IsLoopback(string url)
    {
        BindingAddress address = BindingAddress.Parse(url);
        return address.IsUnixPipe
            || string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host, out IPAddress? host) && IPAddress.IsLoopback(host));
    }
}
