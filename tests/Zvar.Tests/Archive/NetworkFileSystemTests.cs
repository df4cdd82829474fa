using Zvar.Archive;

namespace Zvar.Tests.Archive;

/// <summary>Which file systems are another machine's, by their names in Linux and what .NET takes them for.</summary>
public class NetworkFileSystemTests
{
    [Theory]
    [InlineData("nfs", DriveType.Network)]
    [InlineData("nfs4", DriveType.Network)]
    [InlineData("cifs", DriveType.Network)]
    [InlineData("smb3", DriveType.Unknown)]
    [InlineData("9p", DriveType.Network)]
    [InlineData("virtiofs", DriveType.Unknown)]
    [InlineData("fuse", DriveType.Network)]
    [InlineData("fuse.sshfs", DriveType.Unknown)]
    [InlineData("fuse.rclone", DriveType.Unknown)]
    [InlineData("macfuse", DriveType.Unknown)]
    [InlineData("NTFS", DriveType.Network)]
    public void Those_of_other_machines_are(string format, DriveType type) =>
        Assert.True(NetworkFileSystem.Includes(format, type));

    [Theory]
    [InlineData("ext4", DriveType.Fixed)]
    [InlineData("tmpfs", DriveType.Ram)]
    [InlineData("overlay", DriveType.Fixed)]
    [InlineData("vfat", DriveType.Removable)]
    [InlineData("NTFS", DriveType.Fixed)]
    [InlineData("fuseblk", DriveType.Network)]
    [InlineData("ecryptfs", DriveType.Network)]
    [InlineData("bcachefs", DriveType.Unknown)]
    public void Those_of_this_machine_are_not(string format, DriveType type) =>
        Assert.False(NetworkFileSystem.Includes(format, type));

    [Theory]
    [InlineData(@"\\server\share\plane.zvar", true)]
    [InlineData(@"\\?\UNC\server\share\plane.zvar", true)]
    [InlineData(@"\\?\C:\plane.zvar", false)]
    public void The_paths_of_Windows_tell_it_by_themselves(string path, bool expected) =>
        Assert.Equal(expected, NetworkFileSystem.Holds(path));

    [Fact]
    public void A_folder_of_this_machine_and_one_that_is_not_there_are_none()
    {
        Assert.False(NetworkFileSystem.Holds(Path.Combine(Path.GetTempPath(), "plane.zvar")));
        Assert.False(NetworkFileSystem.Holds(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}", "plane.zvar")));
    }
}
