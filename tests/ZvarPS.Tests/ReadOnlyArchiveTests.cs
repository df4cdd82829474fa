using System.Data.Common;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>Archives where nothing may be written: whole ones, and what a process has left that was killed.</summary>
public sealed class ReadOnlyArchiveTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Reader = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    // A light curve says that the file answers, the source that what was saved last is there.
    private const string Read =
        "Connect-Zvar -Archive kept/a.zvar; (Find-ZvarCone 1 20 -Radius 20 | Get-ZvarLightCurve).Count;"
        + " (Get-ZvarArchive kept/a.zvar).Sources; Test-ZvarArchive kept/a.zvar";

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly string _kept;
    private readonly Shell _shell = Shell.OnDemoSky();

    public ReadOnlyArchiveTests()
    {
        _kept = Directory.CreateDirectory(Path.Combine(_folder, "kept")).FullName;
        _shell.Run(
            "$null = Save-ZvarArchive $path -Position '1 20' -Radius 30 -Include Photometry",
            ("path", Path.Combine(_kept, "a.zvar"))).Succeed();
    }

    public void Dispose()
    {
        _shell.Dispose();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_kept, Owner);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_answers_and_nothing_is_written_not_even_beside_it()
    {
        Protect();
        (string, DateTime)[] before = Files();
        Assert.Equal(["1", "demo sky (synthetic)", "True"], await RunAsync(Read));
        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task That_it_cannot_be_written_is_told(bool file, bool folder)
    {
        Protect(file, folder);
        (string, DateTime)[] before = Files();
        Assert.Equal(
            ["ArchiveNotWritable", "ArchiveNotWritable"],
            await RunAsync(
                """
                $sky = Connect-Zvar -Demo -PassThru
                function Get-ErrorId($command) { try { & $command } catch { ($_.FullyQualifiedErrorId -split ',')[0] } }
                Get-ErrorId { Save-ZvarArchive kept/a.zvar -Position '2 20' -Radius 30 }
                Connect-Zvar -Archive kept/a.zvar -Through $sky
                Get-ErrorId { Get-ZvarObject 145120008365555264 }
                """));
        Assert.Equal(before, Files());
    }

    // Without -shm, which is made anew, SQLite must write before it reads; as where a batch is to be undone.
    [Theory]
    [InlineData("wal", "-shm", false, "1", "saved last", "True")]
    [InlineData("wal", "none", false, "1", "saved last", "True")]
    [InlineData("delete", "none", false, "1", "demo sky (synthetic)", "True")]
    [InlineData("wal", "none", true, "1", "saved last", "True")]
    [InlineData("wal", "-shm", true, "ArchiveNotReadable")]
    [InlineData("delete", "none", true, "ArchiveNotReadable")]
    public async Task What_a_killed_process_left_is_whole_or_is_told(
        string journal, string lost, bool isProtected, params string[] expected)
    {
        Interrupt(journal, lost);
        if (isProtected)
        {
            Protect();
        }

        Assert.Equal(
            expected, await RunAsync($"try {{ {Read} }} catch {{ ($_.FullyQualifiedErrorId -split ',')[0] }}"));
    }

    private void Protect(bool file = true, bool folder = true)
    {
        if (OperatingSystem.IsWindows() || (Environment.IsPrivilegedProcess && Host.WithoutPrivileges.Length == 0))
        {
            Assert.Skip("Whoever runs this may write what is read-only.");
            return;
        }

        foreach (string one in file ? Directory.GetFiles(_kept) : [])
        {
            File.SetUnixFileMode(one, UnixFileMode.UserRead);
        }

        File.SetUnixFileMode(_kept, folder ? Reader : Owner);
    }

    // Copied while it is written, the files are what a process leaves that is killed then.
    private void Interrupt(string journal, string lost)
    {
        string path = Path.Combine(_kept, "a.zvar");
        string written = Path.Combine(_folder, "a.zvar");
        File.Move(path, written);
        Type connectionType = AppDomain.CurrentDomain.GetAssemblies()
            .Single(one => one.GetName().Name == "Microsoft.Data.Sqlite")
            .GetType("Microsoft.Data.Sqlite.SqliteConnection", throwOnError: true)!;
        using var connection = (DbConnection)Activator.CreateInstance(
            connectionType, $"Data Source={written};Pooling=False")!;
        connection.Open();
        Execute($"PRAGMA journal_mode = {journal}; PRAGMA cache_size = 5; PRAGMA wal_autocheckpoint = 0");
        if (journal == "wal")
        {
            Execute("UPDATE source SET name = 'saved last'");
        }

        Execute("BEGIN; UPDATE light_curve SET blob = zeroblob(length(blob)); UPDATE source SET name = 'amid'");
        foreach (string file in Directory.GetFiles(_folder).Where(one => !one.EndsWith(lost, StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(_kept, Path.GetFileName(file)));
        }

        void Execute(string statements)
        {
            using DbCommand command = connection.CreateCommand();
            command.CommandText = statements;
            command.ExecuteNonQuery();
        }
    }

    private (string Name, DateTime Written)[] Files() =>
        [.. Directory.GetFiles(_kept).Order().Select(file => (file, File.GetLastWriteTimeUtc(file)))];

    private async Task<string[]> RunAsync(string script)
    {
        string said = await Host.RunAsync(
            Host.WithoutPrivileges, ["-Command", $"$ErrorActionPreference = 'Stop'; {script}; exit 0"], _folder);
        return said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
