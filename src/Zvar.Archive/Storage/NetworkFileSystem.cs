namespace Zvar.Archive;

/// <summary>
/// File systems of other machines, and of other programs: memory is not shared there and locks may not hold, on which
/// SQLite's log relies.
/// </summary>
public static class NetworkFileSystem
{
    // What .NET does not know of, and what it takes for a network's though it is not.
    private static readonly string[] Others = ["beegfs", "davfs", "orangefs", "smb3", "vboxsf", "virtiofs"];
    private static readonly string[] Local = ["aufs", "ecryptfs", "fuseblk"];

    /// <summary>Whether a file is on one, or would be.</summary>
    /// <param name="path">The file's whole path.</param>
    public static bool Holds(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.StartsWith(@"\\", StringComparison.Ordinal))
        {
            return path.StartsWith(@"\\?\UNC\", StringComparison.OrdinalIgnoreCase) || path[2] is not ('?' or '.');
        }

        try
        {
            var drive = new DriveInfo(Path.GetDirectoryName(path) ?? path);
            return Includes(drive.DriveFormat, drive.DriveType);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // No such folder: that is told when the file is opened.
            return false;
        }
    }

    /// <summary>Whether a file system is one.</summary>
    /// <param name="format">Its name, as the mount's.</param>
    /// <param name="type">What .NET takes it for.</param>
    public static bool Includes(string format, DriveType type)
    {
        ArgumentNullException.ThrowIfNull(format);
        return !Local.Contains(format)
            && (type == DriveType.Network
                || Others.Contains(format)
                || format.Contains("fuse", StringComparison.Ordinal));
    }
}
