using System.Runtime.InteropServices;

namespace Zvar.Tables;

// A file by another name, which takes no room. Where the disk has no such thing, a copy.
internal static partial class HardLink
{
    internal static void Create(string path, string existing)
    {
        bool linked = OperatingSystem.IsWindows()
            ? CreateHardLink(path, existing, 0)
            : Link(existing, path) == 0;
        if (!linked)
        {
            string beside = path + ".part";
            File.Copy(existing, beside, overwrite: true);
            File.Move(beside, path);
        }
    }

    [LibraryImport("kernel32.dll", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string path, string existing, nint security);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string existing, string path);
}
