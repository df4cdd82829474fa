using System.Runtime.CompilerServices;

namespace ZvarPS.Tests.Engine;

/// <summary>
/// The account of whoever runs the tests is for a service, not for tests: its environment variables are unset before
/// any test runs.
/// </summary>
internal static class ServiceVariables
{
    internal static string[] Names { get; } = ["ZVAR_USERNAME", "ZVAR_PASSWORD", "ZVAR_URI", "ZVAR_ARCHIVE"];

    [ModuleInitializer]
    internal static void Unset()
    {
        foreach (string name in Names)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
