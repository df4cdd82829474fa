using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>A save that is stopped, as Ctrl+C does, leaves one sound file, from which the same command goes on.</summary>
public sealed class StoppedSaveTests : IDisposable
{
    private const string Save = "Save-ZvarArchive $path -Position '10 20' -Radius 30arcmin -MinAmplitude 0.2";

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly Shell _shell = Shell.OnDemoSky();

    private string Path => System.IO.Path.Combine(_folder, "stopped.zvar");

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void One_file_is_left_and_the_same_command_goes_on()
    {
        _shell.Run("", ("path", Path)).Succeed();
        using (PowerShell saving = _shell.Start($"{Save} -PassThru"))
        {
            using var stars = new PSDataCollection<PSObject>();
            using var began = new ManualResetEventSlim();
            stars.DataAdded += (_, _) => began.Set();
            IAsyncResult running = saving.BeginInvoke<PSObject, PSObject>(null, stars);
            Assert.True(began.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
            saving.Stop();
            Assert.Throws<PipelineStoppedException>(() => saving.EndInvoke(running));
        }

        Assert.Equal([Path], Directory.GetFiles(_folder));
        PSObject before = _shell.Run("Get-ZvarArchive $path").Single;
        long saved = (long)before.Properties["Cones"].Value;
        Assert.NotEqual(0, saved);
        Assert.Equal(true, _shell.Run("Test-ZvarArchive $path").Single.BaseObject);

        PSObject changes = _shell.Run(Save).Single;

        // None of the cones that cover the region was asked for twice.
        Assert.Equal(
            _shell.Run("Get-ZvarArchive $path").Single.Properties["Cones"].Value,
            saved + (long)changes.Properties["Cones"].Value);
        Assert.Equal(
            PsidsFrom("Get-ZvarConnection"), PsidsFrom("Connect-Zvar -Archive $path -PassThru"));
    }

    // A source gives a wide cone in pieces, an archive as one.
    private IEnumerable<object> PsidsFrom(string connection) => _shell
        .Run($"(Find-ZvarCone 10 20 -Radius 30arcmin -MinAmplitude 0.2 -Connection ({connection})).Psid")
        .Succeed().Select(one => one.BaseObject).Order();
}
