using System.Diagnostics;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>An archive over SFTP, which is served here by the program that ssh starts elsewhere.</summary>
public sealed class NetworkArchiveTests : IDisposable
{
    private static readonly string? SftpServer = Array.Find(
        ["/usr/lib/openssh/sftp-server", "/usr/libexec/openssh/sftp-server", "/usr/libexec/sftp-server"], File.Exists);

    private readonly string _here = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly string _there = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly Shell _shell = Shell.OnDemoSky();

    public void Dispose()
    {
        _shell.Dispose();
        Runs("fusermount3", "-u", "-z", _there);
        Directory.Delete(_there, recursive: true);
        Directory.Delete(_here, recursive: true);
    }

    [Fact]
    public void It_is_warned_of_once_and_written_without_a_log()
    {
        Assert.SkipUnless(
            SftpServer is not null && Runs("sshfs", "-o", $"ssh_command=sh -c {SftpServer}", $"here:{_here}", _there),
            "There is no sshfs here, or it may not mount.");

        Output saved = Save(_there);
        Assert.Contains("network", Assert.Single(saved.Warnings), StringComparison.Ordinal);
        Assert.Equal("a.zvar", saved.Succeed()[0].BaseObject);
        Assert.Equal("a.zvar a.zvar-shm a.zvar-wal", Save(_here).Succeed()[0].BaseObject);

        Output through = _shell.Run(
            "$sky = Get-ZvarConnection; Connect-Zvar -Archive $folder/b.zvar -Through $sky;"
            + " 0..2 | ForEach-Object { Find-ZvarCone $_ 20 -Radius 20 }",
            ("folder", _there));
        Assert.Single(through.Warnings);
        Assert.NotEmpty(through.Succeed());

        Output read = _shell.Run(
            "Connect-Zvar -Archive $folder/a.zvar; Get-ZvarObject 145120008365555264", ("folder", _there));
        Assert.Empty(read.Warnings);
        Assert.Single(read.Succeed());
    }

    // Which files there are when all has been saved, and before the cmdlet has ended.
    private Output Save(string folder) => _shell.Run(
        """
        145120008365555264 | Save-ZvarArchive $folder/a.zvar | ForEach-Object {
            $files = [IO.Directory]::GetFiles($folder)
            [Array]::Sort($files)
            "$($files | ForEach-Object { [IO.Path]::GetFileName($_) })"
        }
        """,
        ("folder", folder));

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
