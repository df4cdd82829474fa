using System.Management.Automation;
using System.Runtime.Loader;

namespace ZvarPS;

/// <summary>What happens when the module comes and goes.</summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <summary>Opens the private load context to the module's own adapters.</summary>
    public void OnImport()
    {
        AssemblyLoadContext.Default.Resolving -= ModuleLoadContext.ResolveAdapter;
        AssemblyLoadContext.Default.Resolving += ModuleLoadContext.ResolveAdapter;
    }

    /// <summary>
    /// Ends the runspace's connection, forgets the stars it saw and the names it asked about, and leaves SAMP.
    /// </summary>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        SessionConnection.Current = null;
        RecentObjects.Forget();
        SessionNames.Forget();
        SampSession.Forget();
    }
}
