using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>An archive before a service that is not there any more.</summary>
public sealed class ServiceAwayTests(Service service) : IClassFixture<Service>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly Shell _shell = Service.Connect(service.Address, "-MaximumRetryCount 0");

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_the_archive_holds_comes_however_old_and_one_warning_says_so()
    {
        const string Questions =
            "Find-ZvarCone 0.8365 30.9372 -Radius 20 | ForEach-Object { $_; $_ | Get-ZvarLightCurve;"
            + " $_ | Invoke-ZvarXmatch -Catalog gaia -Radius 2 } | ForEach-Object { \"$_ $($_.Ra) $($_.Mag)\" }";
        string[] there = Texts(_shell.Run(
            $"$service = Get-ZvarConnection; Connect-Zvar -Archive $path -Through $service; {Questions}",
            ("path", Path.Combine(_folder, "cache.zvar"))));
        service.Stop();

        // Nothing is as new as that.
        _shell.Run("Connect-Zvar -Archive $path -Through $service -MaximumAge 0.001s").Succeed();
        Output away = _shell.Run(Questions);
        Assert.True(there.Length > 6);
        Assert.Equal(there, Texts(away));
        Assert.Contains("-MaximumAge", Assert.Single(away.Warnings), StringComparison.Ordinal);
        Assert.Empty(_shell.Run(Questions).Warnings);

        // What it does not hold is an error as before, and only that.
        Output lacking = _shell.Run("145120008365555264, 126541217361397171 | Get-ZvarObject");
        Assert.Equal(145120008365555264, lacking.Single.Properties["Psid"].Value);
        Assert.Equal("RequestFailed", lacking.ErrorId);
        Assert.Equal([126541217361397171], (long[])lacking.Error.TargetObject);

        // Whoever saves is not told that it is done.
        Output saved = _shell.Run(
            "Save-ZvarArchive $path -Position '0.8365 30.9372' -Radius 20 -Connection $service");
        Assert.Equal("RequestFailed", saved.ErrorId);
        Assert.Empty(saved.Warnings);
    }

    private static string[] Texts(Output output) => [.. output.Succeed().Select(one => (string)one.BaseObject)];
}
