using System.Diagnostics;
using System.Globalization;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>A process that is killed while it saves leaves an archive with all that it had reported.</summary>
public sealed class KilledSaveTests : IDisposable
{
    private const int Kills = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly Shell _shell = new("$sky = Connect-Zvar -Demo -PassThru");

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_reported_is_there_and_is_sound()
    {
        var random = new Random(1);
        string path = Path.Combine(_folder, "killed.zvar");
        int reported = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            reported = await SaveUntilKilledAsync(path, reported, random.Next(1, 12));
            Assert.Equal(true, _shell.Run("Test-ZvarArchive $path", ("path", path)).Single.BaseObject);
        }

        Assert.Equal(
            Texts("$sky", reported),
            Texts("(Connect-Zvar -Archive $path -PassThru)", reported, ("path", path)));
    }

    // The child is by then at one of the batches that follow: which, and how far, is chance.
    private static async Task<int> SaveUntilKilledAsync(string path, int first, int lines)
    {
        string script = string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            Connect-Zvar -Demo
            for ($i = {{first}}; $true; $i++) {
                $null = Save-ZvarArchive '{{path}}' -Position "$($i % 360) 20" -Radius 30 -Include Photometry
                [Console]::Out.WriteLine($i)
                [Console]::Out.Flush()
            }
            """);
        var start = new ProcessStartInfo("dotnet", [Built.HostProgram, "-Command", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        int last = first - 1;
        for (int i = 0; i < lines; i++)
        {
            string? line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            if (line is null)
            {
                Assert.Fail(await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            }

            last = int.Parse(line, CultureInfo.InvariantCulture);
        }

        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return last + 1;
    }

    private string[] Texts(string connection, int regions, params (string Name, object? Value)[] variables)
    {
        Output output = _shell.Run(
            $"$asked = {connection}; for ($i = 0; $i -lt {regions}; $i++) {{"
            + " Find-ZvarCone $i 20 -Radius 30 -Connection $asked | Get-ZvarLightCurve -Connection $asked |"
            + " ForEach-Object { \"$($_.Psid) $($_.Points) $($_.Mag)\" } }",
            variables);
        return [.. output.Succeed().Select(one => (string)one.BaseObject)];
    }
}
