using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace ZvarPS;

/// <summary>
/// The module's private room for the assemblies that bring packages along, so that they neither meet nor disturb the
/// versions other modules carry. It finds native libraries too: PowerShell never looks into <c>runtimes</c>.
/// </summary>
internal sealed class ModuleLoadContext : AssemblyLoadContext
{
    private readonly string _folder;
    private readonly Assembly[] _shared;

    private ModuleLoadContext(string folder, Assembly[] shared)
        : base("ZvarPS") => (_folder, _shared) = (folder, shared);

    // One for the life of the process: types of an adapter stay the same types when the module is imported again.
    internal static ModuleLoadContext Instance { get; } = new(
        Path.Combine(Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!, "private"),
        [typeof(ModuleLoadContext).Assembly, typeof(Zvar.IZvarSource).Assembly]);

    // Some natives of macOS serve both of its architectures.
    private static string[] Platforms
    {
        get
        {
            string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
            return OperatingSystem.IsMacOS() ? ["osx", $"osx-{architecture}"]
                : [(OperatingSystem.IsWindows() ? "win-" : "linux-") + architecture];
        }
    }

    /// <summary>Answers the default context for our own adapters, and for nothing else.</summary>
    internal static Assembly? ResolveAdapter(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is { } simple && simple.StartsWith("Zvar.", StringComparison.Ordinal) && Instance.Has(simple)
            ? Instance.LoadFromAssemblyName(name)
            : null;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (_shared.FirstOrDefault(one => one.GetName().Name == assemblyName.Name) is { } shared)
        {
            return shared;
        }

        return Has(assemblyName.Name!) ? LoadFromAssemblyPath(PathOf(assemblyName.Name!)) : null;
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        string extension = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        string? path = Platforms
            .SelectMany(platform => new[] { unmanagedDllName, "lib" + unmanagedDllName }
                .Select(name => Path.Combine(_folder, "runtimes", platform, "native", name + extension)))
            .FirstOrDefault(File.Exists);
        return path is null ? IntPtr.Zero : LoadUnmanagedDllFromPath(path);
    }

    private bool Has(string name) => File.Exists(PathOf(name));

    private string PathOf(string name) => Path.Combine(_folder, name + ".dll");
}
