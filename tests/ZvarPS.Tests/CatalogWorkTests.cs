using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>
/// What is computed of the stars of the HATS catalogue <c>zvar.hats</c> into <c>found.hats</c>, in a folder of the test's
/// own.
/// </summary>
public abstract class CatalogWorkTests : IDisposable
{
    private protected CatalogWorkTests() => Shell = CatalogShell.Open(Folder);

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("zvar").FullName;

    private protected Shell Shell { get; }

    private protected string Found => Path.Combine(Folder, "found.hats");

    public void Dispose()
    {
        Shell.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected PSObject[] Read(string parameters = "") =>
    [
        .. Shell.Run($"$files | Import-ZvarTable {parameters}", ("files", Directory.GetFiles(
            Path.Combine(Found, "dataset"), "Npix=*.parquet", SearchOption.AllDirectories))).Succeed(),
    ];

    private protected SortedDictionary<string, string> Contents() => CatalogFiles.Read(Found);

    // What is there after a command, without it.
    private protected SortedDictionary<string, string> Once(string command)
    {
        Shell.Run(command).Succeed();
        SortedDictionary<string, string> whole = Contents();
        Directory.Delete(Found, recursive: true);
        return whole;
    }

    // Ctrl+C after some milliseconds, four times.
    private protected async Task AssertGoesOnAfterStopsAsync(string command, int least, int most)
    {
        SortedDictionary<string, string> whole = Once(command);
        var random = new Random(1);
        for (int stop = 0; stop < 4; stop++)
        {
            using PowerShell work = Shell.Start(command);
            IAsyncResult running = work.BeginInvoke();
            await Task.Delay(random.Next(least, most), Token);
            work.Stop();
            Assert.True(running.IsCompleted);
            string parts = Path.Combine(Found, ".shares", "parts");
            Assert.True(!Directory.Exists(parts) || Directory.GetFiles(parts).Length == 0);
        }

        Shell.Run(command).Succeed();
        Assert.Equal(whole, Contents());
    }
}
