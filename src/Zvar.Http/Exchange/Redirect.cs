namespace Zvar.Http;

// Redirects are followed by hand: on the same host, never from https to http, and with the request unchanged. All our
// requests only read, so whatever the status a POST is sent again as a POST: a GET would lose its body.
internal static class Redirect
{
    internal const int MostHops = 5;

    internal static bool IsRedirect(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is not null;

    internal static Uri Next(Uri from, HttpResponseMessage response, int hop, ForeignText foreign)
    {
        if (!Uri.TryCreate(from, response.Headers.Location, out Uri? to))
        {
            throw new ZvarException(
                ZvarError.InvalidResponse, $"{from.Authority} redirects to what is no address.");
        }

        if (from.Scheme == Uri.UriSchemeHttps && to.Scheme != Uri.UriSchemeHttps)
        {
            throw Refused(from, to, "from https to http", foreign);
        }

        bool isUpgrade = from.Scheme != to.Scheme && from.IsDefaultPort && to.IsDefaultPort;
        bool isSameHost = string.Equals(from.IdnHost, to.IdnHost, StringComparison.OrdinalIgnoreCase)
            && (from.Port == to.Port || isUpgrade);
        if (!isSameHost || (to.Scheme != Uri.UriSchemeHttp && to.Scheme != Uri.UriSchemeHttps))
        {
            throw Refused(from, to, "to another host", foreign);
        }

        return hop < MostHops
            ? to
            : throw new ZvarException(
                ZvarError.RequestFailed, $"{from.Authority} sent the request in circles, {MostHops} times.");
    }

    private static string ServerOf(Uri address) =>
        address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    private static ZvarException Refused(Uri from, Uri to, string how, ForeignText foreign) => new(
        ZvarError.RedirectRefused,
        $"{from.Authority} redirects {how}: {foreign.FirstLine(ServerOf(to))}. "
        + "Credentials do not follow: if that is where the service is now, connect to it by its address.");
}
