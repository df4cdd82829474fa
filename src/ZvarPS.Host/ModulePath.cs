namespace ZvarPS.Host;

/// <summary>Finds the module this program was built beside.</summary>
internal static class ModulePath
{
    private const string Manifest = "ZvarPS.psd1";

    /// <exception cref="FileNotFoundException">There is none above this program.</exception>
    internal static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string manifest = Path.Combine(folder.FullName, Manifest);
            if (File.Exists(manifest))
            {
                return manifest;
            }
        }

        throw new FileNotFoundException($"There is no {Manifest} in {AppContext.BaseDirectory} or above it.");
    }
}
