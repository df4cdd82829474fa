using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

public sealed class SaveZvarArchiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar archives ").FullName;

    private readonly Shell _shell;

    public SaveZvarArchiveTests()
    {
        _shell = new Shell(
            """
            $sky = Connect-Zvar -Demo -PassThru
            $here = @{ Position = '0.8365 30.9372'; Radius = '40arcsec' }
            function Again($object) {
                [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($object, 3))
            }
            """);
        _shell.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)", ("folder", _folder)).Succeed();
    }

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_region_that_was_saved_answers_off_line_as_the_source_did()
    {
        const string Ask =
            "Find-ZvarCone 0.8365 30.9372 -Radius 30 -MinExposures 100 | ForEach-Object { $_; $_ | Invoke-ZvarXmatch gaia 2;"
            + " $_ | Get-ZvarPhotometry } | ForEach-Object { [Management.Automation.PSSerializer]::Serialize($_, 4) }";
        string script = Ask.Replace("Invoke-ZvarXmatch gaia 2", "Invoke-ZvarXmatch -Catalog gaia -Radius 2", StringComparison.Ordinal);
        string[] fromSky = Texts(script);
        _shell.Run("Save-ZvarArchive plane.zvar @here -Include 'photometry, gaia' -MatchRadius 3; Connect-Zvar -Archive plane.zvar")
            .Succeed();

        Assert.True(fromSky.Length > 1000);
        Assert.Equal(fromSky, Texts(script));
        Assert.Equal(["plane.zvar"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void What_was_not_saved_is_told_with_what_would_ask_for_it()
    {
        _shell.Run("Save-ZvarArchive plane.zvar @here; Connect-Zvar -Archive plane.zvar").Succeed();

        Output wider = _shell.Run("Find-ZvarCone 0.8365 30.9372 -Radius 1arcmin");
        Assert.Empty(wider.Results);
        Assert.StartsWith("NotInArchive,", Assert.Single(wider.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.NotEmpty(_shell.Run("$Error[0].TargetObject | Find-ZvarCone -Connection $sky").Succeed());
        Assert.StartsWith(
            "NotInArchive,",
            Assert.Single(_shell.Run("Get-ZvarLightCurve 145120008365555264").Errors).FullyQualifiedErrorId,
            StringComparison.Ordinal);
    }

    // A pipeline hides its question: what it brings answers no cone.
    [Theory]
    [InlineData("145120008365555264, 126541217361397171")]
    [InlineData("Get-ZvarObject 145120008365555264, 126541217361397171")]
    [InlineData("Again (Get-ZvarObject 145120008365555264, 126541217361397171)")]
    [InlineData("[Collections.Generic.List[long]](145120008365555264, 126541217361397171)")]
    [InlineData("@{ Psid = '145120008365555264' }, [pscustomobject]@{ psid = 126541217361397171 }")]
    public void Piped_stars_are_saved_and_no_cone_is(string stars)
    {
        PSObject changes = _shell.Run($"{stars} | Save-ZvarArchive some.zvar -Include Photometry -Connection $sky").Single;
        Assert.Equal((2L, 2L, 0L), (changes.Properties["NewObjects"].Value, changes.Properties["NewLightCurves"].Value, changes.Properties["Cones"].Value));

        _shell.Run("Connect-Zvar -Archive some.zvar").Succeed();
        Assert.Equal(2, _shell.Run("145120008365555264, 126541217361397171 | Get-ZvarLightCurve").Succeed().Count);
        Assert.Single(_shell.Run("Find-ZvarCone 0.8365 30.9372 -Radius 1").Errors);
    }

    [Fact]
    public void Saved_again_nothing_is_there_twice()
    {
        const string Save = "Save-ZvarArchive plane.zvar @here -Include Photometry, Flux, gaia";
        long stars = (long)_shell.Run(Save).Single.Properties["NewObjects"].Value;
        PSObject again = _shell.Run(Save).Single;
        PSObject contents = _shell.Run("Get-ZvarArchive plane.zvar").Single;

        Assert.Equal((0L, stars), (again.Properties["NewObjects"].Value, again.Properties["UpdatedObjects"].Value));
        Assert.Equal(stars, contents.Properties["Objects"].Value);
        Assert.Equal(2 * stars, contents.Properties["LightCurves"].Value);
        Assert.Equal(1L, contents.Properties["Cones"].Value);
        Assert.Equal(true, contents.Properties["Synthetic"].Value);
    }

    [Fact]
    public void A_cone_wider_than_the_source_takes_is_kept_as_one()
    {
        _shell.Run("Save-ZvarArchive wide.zvar -Position '10 85' -Radius 12arcmin -MinSignificance 60").Succeed();
        int there = _shell.Run("Find-ZvarCone 10 85 -Radius 11arcmin -MinSignificance 60").Succeed().Count;

        _shell.Run("Connect-Zvar -Archive wide.zvar").Succeed();

        Assert.Equal(there, _shell.Run("Find-ZvarCone 10 85 -Radius 11arcmin -MinSignificance 60").Succeed().Count);
        Assert.Single(_shell.Run("Find-ZvarCone 10 85 -Radius 11arcmin").Errors);
    }

    [Fact]
    public void Asked_through_an_archive_a_source_is_asked_once()
    {
        _shell.Run("Connect-Zvar -Archive cache.zvar -Through $sky").Succeed();
        int found = _shell.Run("Find-ZvarCone 0.8365 30.9372 -Radius 20 | Get-ZvarLightCurve").Succeed().Count;

        _shell.Run("Connect-Zvar -Archive cache.zvar").Succeed();

        Assert.Equal(found, _shell.Run("Find-ZvarCone 0.8365 30.9372 -Radius 20 | Get-ZvarLightCurve").Succeed().Count);
    }

    [Fact]
    public void What_is_damaged_is_told_and_the_rest_still_comes()
    {
        _shell.Run("Save-ZvarArchive plane.zvar @here -Include Photometry").Succeed();
        long[] psids = [.. _shell.Run("Find-ZvarCone @here").Succeed().Select(one => (long)one.Properties["Psid"].Value)];
        string path = Path.Combine(_folder, "plane.zvar");
        byte[] bytes = File.ReadAllBytes(path);

        // Most of the file are light curves, and the first bytes of its pages are SQLite's own.
        PSObject damage = Enumerable.Range(10, 60).Select(page => DamageOf((4096 * page) + 2000)).First(found =>
            found is [var one] && one.Properties["Table"].Value is "light_curve" && one.Properties["Key"].Value is not "")[0];

        Output output = _shell.Run(
            "$psids | Get-ZvarLightCurve -Connection (Connect-Zvar -Archive plane.zvar -PassThru)", ("psids", psids));

        ErrorRecord error = Assert.Single(output.Errors);
        Assert.StartsWith("ArchiveDamaged,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal($"{damage.Properties["Key"].Value}", $"{Assert.Single((long[])error.TargetObject)}");
        Assert.Equal(psids.Length - 1, output.Results.Count);

        IReadOnlyList<PSObject> DamageOf(int place)
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= 1;
            File.WriteAllBytes(path, damaged);
            return _shell.Run("Test-ZvarArchive plane.zvar -Detailed").Succeed();
        }
    }

    [Fact]
    public void With_WhatIf_nothing_is_written()
    {
        Assert.Empty(_shell.Run("Save-ZvarArchive plane.zvar @here -WhatIf").Succeed());
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("Connect-Zvar -Archive none.zvar", "ArchiveNotFound")]
    [InlineData("[IO.File]::WriteAllText(\"$pwd/plain.zvar\", 'text'); Connect-Zvar -Archive plain.zvar", "NotAnArchive")]
    [InlineData("[IO.File]::WriteAllText(\"$pwd/plain.zvar\", 'text'); Save-ZvarArchive plain.zvar @here", "NotAnArchive")]
    [InlineData("[IO.File]::WriteAllText(\"$pwd/plain.zvar\", 'text'); Get-ZvarArchive plain.zvar", "NotAnArchive")]
    [InlineData("Test-ZvarArchive none.zvar", "ArchiveNotFound")]
    [InlineData("Save-ZvarArchive no/folder/plane.zvar @here", "ArchiveNotWritable")]
    [InlineData("Save-ZvarArchive Env:/plane.zvar @here", "PathNotSupported")]
    [InlineData("Connect-Zvar -Archive plane.zvar -MaximumAge 3d", "ParametersExcludeEachOther")]
    [InlineData("1 | Save-ZvarArchive plane.zvar -MinPeriod 1h", "ParametersExcludeEachOther")]
    public void What_is_no_archive_is_told(string command, string error)
    {
        Output output = _shell.Run(command);
        Assert.StartsWith($"{error},", Assert.Single(output.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private string[] Texts(string script) => [.. _shell.Run(script).Succeed().Select(one => (string)one.BaseObject)];
}
