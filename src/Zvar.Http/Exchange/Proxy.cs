namespace Zvar.Http;

// The proxy that the environment names for a service. To this machine there is none: a proxy elsewhere would be sent
// what was meant for nobody else, and over plain http with the password in it.
internal static class Proxy
{
    // Null where there is none.
    internal static Uri? To(Uri service) => service.IsLoopback || HttpClient.DefaultProxy.IsBypassed(service)
        ? null
        : HttpClient.DefaultProxy.GetProxy(service);
}
