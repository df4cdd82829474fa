using System.Diagnostics;
using System.Globalization;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>
/// A process that is killed while it saves leaves an archive with all that it had reported. It is killed a dozen times
/// in each way to save, or more where the variable CsCheck_Iter says so.
/// </summary>
public sealed class KilledSaveTests : IDisposable
{
    private const string Save =
        "Save-ZvarArchive $path -Position \"$($i % 360) 20\" -Radius 30 -Include Photometry -Connection $sky";

    private const string AskThrough =
        "$through = Connect-Zvar -Archive $path -Through $sky -PassThru;"
        + " Find-ZvarCone ($i % 360) 20 -Radius 30 -Connection $through | Get-ZvarLightCurve -Connection $through";

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly Shell _shell = new("$sky = Connect-Zvar -Demo -PassThru");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static int Kills => Math.Max(
        12, int.Parse(Environment.GetEnvironmentVariable("CsCheck_Iter") ?? "0", CultureInfo.InvariantCulture));

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(Save)]
    [InlineData(AskThrough)]
    public async Task What_was_reported_is_there_and_is_sound(string save)
    {
        var random = new Random(1);
        string path = Path.Combine(_folder, "killed.zvar");
        string copy = path;
        int reported = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            int before = reported;
            reported = await SaveUntilKilledAsync(save, path, reported, random);
            if (reported > 0)
            {
                copy = Copy($"{kill}");
                Assert.Equal(true, _shell.Run("Test-ZvarArchive $path", ("path", copy)).Single.BaseObject);
                AssertHolds(copy, before, reported);
            }
        }

        Assert.True(reported > Kills);
        AssertHolds(copy, 0, reported);
    }

    // After some lines, and then at any moment: while it starts and makes the file, asks, writes, or closes it.
    private async Task<int> SaveUntilKilledAsync(string save, string path, int first, Random random)
    {
        string script = string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            $sky = Connect-Zvar -Demo -PassThru
            $path = '{{path}}'
            for ($i = {{first}}; $true; $i++) {
                $null = & { {{save}} }
                [Console]::Out.WriteLine("$i.")
                [Console]::Out.Flush()
            }
            """);
        using Process process = Host.Start([], ["-Command", script], _folder);
        int last = first - 1;
        int lines = random.Next(8);
        for (int i = 0; i < lines; i++)
        {
            last = await ReadAsync(process)
                ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Token));
        }

        await Task.Delay(random.Next(lines == 0 ? 1500 : 150), Token);
        process.Kill();
        while (await ReadAsync(process) is { } more)
        {
            last = more;
        }

        await process.WaitForExitAsync(Token);
        return last + 1;
    }

    private static async Task<int?> ReadAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync(Token) is { } line && line.EndsWith('.')
            ? int.Parse(line[..^1], CultureInfo.InvariantCulture)
            : null;

    // The next process finds the files as this one has left them.
    private string Copy(string name)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        foreach (string file in Directory.GetFiles(_folder))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return Path.Combine(folder, "killed.zvar");
    }

    private void AssertHolds(string path, int from, int to)
    {
        Assert.Equal(Texts("$sky"), Texts("(Connect-Zvar -Archive $path -PassThru)"));

        string[] Texts(string connection) => [.. _shell.Run(
            $"$asked = {connection}; for ($i = {from}; $i -lt {to}; $i++) {{"
            + " Find-ZvarCone ($i % 360) 20 -Radius 30 -Connection $asked | Get-ZvarLightCurve -Connection $asked |"
            + " ForEach-Object { \"$($_.Psid) $($_.Time) $($_.Mag) $($_.MagErr)\" } }",
            ("path", path)).Succeed().Select(one => (string)one.BaseObject)];
    }
}
