using System.Runtime.CompilerServices;

namespace ZvarPS.Tests.Engine;

/// <summary>
/// The account of whoever runs the tests is for a service, not for tests: its environment variables are unset before
/// any test runs. Nobody is asked where a name is but by a test that asks its own resolver, and no
/// program of the user's is sent a table.
/// </summary>
internal static class ServiceVariables
{
    internal static string[] Names { get; } = ["ZVAR_USERNAME", "ZVAR_PASSWORD", "ZVAR_URI", "ZVAR_ARCHIVE"];

    internal const string Resolver = "ZVAR_RESOLVER";
    internal const string Hub = "SAMP_HUB";

    [ModuleInitializer]
    internal static void Unset()
    {
        foreach (string name in Names)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Environment.SetEnvironmentVariable(Resolver, "none");
        Environment.SetEnvironmentVariable(Hub, "std-lockurl:file:///nowhere/.samp");
    }
}
