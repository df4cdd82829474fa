using System.Globalization;
using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>What is piped into an archive as it is, what is merged into it, counted in it, and taken from it.</summary>
public sealed class ArchiveContentsTests : IDisposable
{
    private const string Star = "145120008365555264";

    private const string Irsa =
        """
        oid,hjd,mag,magerr,catflags,filtercode,ra,dec
        686103400034440,2458263.91,17.40,0.02,0,zr,298.0025,29.87147
        686103400034440,2458264.93,17.61,0.02,0,zr,298.0025,29.87147
        686103400106565,2458265.92,17.12,0.02,0,zr,298.0100,29.87700
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar archives ").FullName;

    // The session has no connection: what is only kept asks nobody.
    private readonly Shell _shell = new(
        """
        $sky = @{ Connection = Connect-Zvar -Demo -PassThru }
        $here = @{ Position = '0.8365 30.9372'; Radius = '40arcsec' }
        Disconnect-Zvar
        $stars = Find-ZvarCone @here @sky
        function Again($object) {
            [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($object, 4))
        }
        """);

    public ArchiveContentsTests()
    {
        _shell.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)", ("folder", _folder)).Succeed();
        File.WriteAllText(Path.Combine(_folder, "irsa.csv"), Irsa);
    }

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("$stars", "NewObjects", 9)]
    [InlineData("[Collections.Generic.List[object]]$stars", "NewObjects", 9)]
    [InlineData("Again $stars", "NewObjects", 9)]
    [InlineData("$stars | Get-ZvarLightCurve @sky", "NewLightCurves", 9)]
    [InlineData("Again ($stars | Get-ZvarLightCurve @sky)", "NewLightCurves", 9)]
    [InlineData("$stars | Get-ZvarPhotometry @sky -Band g", "NewLightCurves", 9)]
    [InlineData("Again ($stars[0..1] | Get-ZvarPhotometry @sky -Band g)", "NewLightCurves", 2)]
    [InlineData("$stars | Invoke-ZvarXmatch gaia 2 @sky", "MatchedObjects", 9)]
    [InlineData("Get-ZvarProcessingLog @sky", "ProcessingLogs", 55744)]
    [InlineData("$stars[0] | Get-ZvarLightCurve @sky | Find-ZvarPeriod -Top 2", "PeriodCandidates", 2)]
    [InlineData("Import-ZvarTable irsa.csv", "NewLightCurves", 2)]
    [InlineData("[Zvar.LightCurve[]](Import-ZvarTable irsa.csv)", "NewLightCurves", 2)]
    [InlineData("Again (Import-ZvarTable irsa.csv)", "NewLightCurves", 2)]
    [InlineData("Import-ZvarTable irsa.csv -AsPoint", "NewLightCurves", 2)]
    [InlineData("Import-ZvarTable irsa.csv -AsRow", "NewLightCurves", 2)]
    [InlineData("[pscustomobject]@{ Name = 'RR Lyr'; Time = 2458263.5; Mag = 7.1 }", "NewLightCurves", 1)]
    [InlineData("@{ name = 'RR Lyr'; TIME = 2458263.5; mag = 7.1 }", "NewLightCurves", 1)]
    public void Data_are_kept_as_they_come_and_nobody_is_asked(string data, string count, long expected)
    {
        data = data.Replace("Invoke-ZvarXmatch gaia 2", "Invoke-ZvarXmatch -Catalog gaia -Radius 2", StringComparison.Ordinal);

        PSObject changes = _shell.Run($"$data = {data}; $data | Save-ZvarArchive kept.zvar").Single;

        Assert.Equal(expected, changes.Properties[count].Value);
        Assert.Equal(0L, changes.Properties["Cones"].Value);
    }

    [Fact]
    public void A_list_that_is_no_pipeline_is_kept_and_passed_through()
    {
        Assert.Equal(9, _shell.Run("Save-ZvarArchive kept.zvar -InputObject $stars -PassThru").Succeed().Count);
        Assert.Equal(9, _shell.Run("Save-ZvarArchive region.zvar @here @sky -PassThru").Succeed().Count);
        Assert.Equal(9L, _shell.Run("Get-ZvarArchive kept.zvar").Single.Properties["Objects"].Value);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Time = 2458263.5; Mag = 7.1 }", "psid or the name")]
    [InlineData("'no star'", "no star")]
    [InlineData("@()", "empty list")]
    [InlineData("$null", "null")]
    public void What_cannot_be_kept_is_told(string input, string word)
    {
        Output output = _shell.Run($"Save-ZvarArchive kept.zvar -InputObject ({input})");
        Assert.Contains(word, output.Errors[0].ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_is_there_is_given_where_a_part_is_enough_with_a_warning()
    {
        _shell.Run("$stars[0..2] | Get-ZvarLightCurve @sky -Band g | Save-ZvarArchive kept.zvar").Succeed();

        Output whole = _shell.Run("$archive = Connect-Zvar -Archive kept.zvar -PassThru; Find-ZvarCone @here -Connection $archive");
        Assert.StartsWith("NotInArchive,", Assert.Single(whole.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

        Output part = _shell.Run(
            "$part = Connect-Zvar -Archive kept.zvar -Partial -PassThru; $stars | Get-ZvarLightCurve -Connection $part");
        Assert.Equal(3, part.Results.Count);
        Assert.Contains("may not be all", Assert.Single(part.Warnings), StringComparison.Ordinal);
        Assert.StartsWith("NotInArchive,", Assert.Single(part.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_is_sent_on_with_its_limits()
    {
        int expected = _shell.Run("Find-ZvarCone @here @sky -MinAmplitude 0.3").Succeed().Count;
        Assert.InRange(expected, 1, 10);
        _shell.Run($"{Star} | Save-ZvarArchive one.zvar @sky; $archive = Connect-Zvar -Archive one.zvar -PassThru").Succeed();
        _shell.Run("Find-ZvarCone @here -MinAmplitude 0.3 -Connection $archive");

        Assert.Equal(expected, _shell.Run("$Error[0].TargetObject | Find-ZvarCone @sky").Succeed().Count);

        _shell.Run("$stars[0] | Get-ZvarPhotometry -Band r -Format Flux -Connection $archive");
        Assert.Equal(
            _shell.Run("$stars[0] | Get-ZvarPhotometry -Band r -Format Flux @sky").Succeed().Select(Text),
            _shell.Run("$Error[0].TargetObject | Get-ZvarPhotometry @sky").Succeed().Select(Text));

        static string Text(PSObject point) => $"{point.Properties["Time"].Value} {point.Properties["MagZeroPoint"].Value}";
    }

    [Theory]
    [InlineData("Save-ZvarArchive all.zvar -Connection (Connect-Zvar -Archive north.zvar -PassThru)")]
    [InlineData("Connect-Zvar -Archive north.zvar -PassThru | Save-ZvarArchive all.zvar")]
    [InlineData("[IO.FileInfo]\"$pwd/north.zvar\" | Save-ZvarArchive all.zvar")]
    public void Archives_are_merged(string merge)
    {
        _shell.Run("Save-ZvarArchive north.zvar @here @sky; 126541217361397171 | Save-ZvarArchive all.zvar @sky").Succeed();

        PSObject changes = _shell.Run(merge).Single;

        Assert.Equal((9L, 1L), (changes.Properties["NewObjects"].Value, changes.Properties["Cones"].Value));
        Assert.Equal(10L, _shell.Run("Get-ZvarArchive all.zvar").Single.Properties["Objects"].Value);
        Assert.Equal(9, _shell.Run(
            "Find-ZvarCone @here -Connection (Connect-Zvar -Archive all.zvar -PassThru)").Succeed().Count);
    }

    [Fact]
    public void What_it_holds_is_counted_by_field_and_by_band()
    {
        _shell.Run("Save-ZvarArchive plane.zvar @here @sky -MinAmplitude 0.1 -Include Photometry").Succeed();
        PSObject contents = _shell.Run("Get-ZvarArchive plane.zvar").Single;

        foreach (string kind in (string[])["Field", "Band", "Date", "Source"])
        {
            IReadOnlyList<PSObject> shares = _shell.Run($"Get-ZvarArchive plane.zvar -By {kind}").Succeed();
            Assert.Equal(
                contents.Properties["Points"].Value, shares.Sum(share => (long)share.Properties["Points"].Value));
            Assert.All(shares, share => Assert.InRange(
                (long)share.Properties["Objects"].Value, 1L, (long)contents.Properties["Objects"].Value));
        }

        Assert.Equal(["g", "r"], _shell.Run("(Get-ZvarArchive plane.zvar -By Band).Name").Succeed().Select(one => one.BaseObject));
        PSObject cone = _shell.Run("Get-ZvarArchive plane.zvar -Cone").Single;
        Assert.Equal(40.0, cone.Properties["Radius"].Value);
        Assert.Equal("MinAmplitude 0.1", $"{cone.Properties["Filter"].Value}");
    }

    [Fact]
    public void Periods_that_were_saved_fold_their_light_curves()
    {
        _shell.Run($"{Star} | Get-ZvarLightCurve @sky | ForEach-Object {{ $_; $_ | Find-ZvarPeriod }} | Save-ZvarArchive kept.zvar")
            .Succeed();

        PSObject candidate = _shell.Run("Get-ZvarArchive kept.zvar -PeriodCandidate").Single;

        Assert.Equal(0.27266296, (double)candidate.Properties["Period"].Value, 1e-6);
        Assert.NotEmpty(_shell.Run("Get-ZvarArchive kept.zvar -PeriodCandidate | Show-ZvarFold -As Terminal").Succeed());
    }

    [Theory]
    [InlineData("-Psid $stars[0].Psid", 8)]
    [InlineData("-Psid ([Collections.Generic.List[string]]@(\"$($stars[0].Psid)\", \"$($stars[1].Psid)\"))", 7)]
    [InlineData("-Psid $stars[0, 1, 2]", 6)]
    [InlineData("@here", 0)]
    [InlineData("-Position '0.8365 30.9372', '10 10' -Radius 1arcmin", 0)]
    [InlineData("-OlderThan 1h", 9)]
    [InlineData("-OlderThan ([timespan]'01:00:00')", 9)]
    [InlineData("-OlderThan 2020-01-01", 9)]
    [InlineData("-OlderThan ([datetime]::Now.AddSeconds(5))", 0)]
    [InlineData("-OlderThan ([DateTimeOffset]::Now.AddSeconds(5))", 0)]
    [InlineData("-WhatIf @here", 9)]
    public void Entries_are_removed(string what, long left)
    {
        _shell.Run("Save-ZvarArchive plane.zvar @here @sky -Include gaia").Succeed();

        Assert.Empty(_shell.Run($"Remove-ZvarArchiveEntry plane.zvar {what} -Confirm:$false").Succeed());

        PSObject contents = _shell.Run("Get-ZvarArchive plane.zvar").Single;
        Assert.Equal(left, contents.Properties["Objects"].Value);
        Assert.Equal(left == 9 ? 1L : 0, contents.Properties["Cones"].Value);
        Assert.Equal($"gaia {left}", left == 0 ? "gaia 0" : contents.Properties["Matches"].Value);
    }

    [Fact]
    public void Light_curves_of_other_surveys_are_what_they_were()
    {
        _shell.Run("$given = Import-ZvarTable irsa.csv; $given | Save-ZvarArchive kept.zvar").Succeed();
        Output output = _shell.Run("Get-ZvarArchive kept.zvar -LightCurve");
        Assert.Equal(["HJD", "HJD"], output.Succeed().Select(one => $"{one.Properties["TimeSystem"].Value}"));
        foreach (string property in (string[])["TargetName", "Source", "MagnitudeKind", "Points", "FirstTime"])
        {
            Assert.Equal(
                _shell.Run($"$given.{property}").Succeed().Select(one => one.BaseObject),
                _shell.Run($"(Get-ZvarArchive kept.zvar -LightCurve).{property}").Succeed().Select(one => one.BaseObject));
        }

        Assert.Equal(3, _shell.Run(
            "Get-ZvarArchive kept.zvar -LightCurve | Export-ZvarTable again.fits; Import-ZvarTable again.fits -AsPoint")
            .Succeed().Count);
    }

    [Theory]
    [InlineData("@(Get-ZvarArchive kept.zvar -LightCurve)[0] | Remove-ZvarArchiveEntry kept.zvar", 1)]
    [InlineData("Import-ZvarTable irsa.csv | Remove-ZvarArchiveEntry kept.zvar", 0)]
    [InlineData("Remove-ZvarArchiveEntry kept.zvar -OlderThan ([datetime]::Now.AddSeconds(5))", 0)]
    public void Light_curves_of_other_surveys_are_removed(string command, long left)
    {
        _shell.Run("Import-ZvarTable irsa.csv | Save-ZvarArchive kept.zvar").Succeed();
        Output output = _shell.Run($"{command} -Confirm:$false -Verbose");
        Assert.Empty(output.Succeed());
        Assert.Contains(
            output.Verbose, line => line.Contains($"{2 - left} light curves", StringComparison.Ordinal));
        Assert.Equal(left, _shell.Run("Get-ZvarArchive kept.zvar").Single.Properties["SurveyLightCurves"].Value);
    }

    // Nobody can be asked about them.
    [Fact]
    public void What_belongs_to_stars_is_not_asked_for_those_of_other_surveys()
    {
        PSObject changes = _shell.Run("Import-ZvarTable irsa.csv | Save-ZvarArchive kept.zvar -Include gaia @sky").Single;
        Assert.Equal(0L, changes.Properties["MatchedObjects"].Value);
    }

    [Fact]
    public void Of_a_damaged_light_curve_an_error_tells_and_the_others_come()
    {
        _shell.Run("Import-ZvarTable irsa.csv | Save-ZvarArchive kept.zvar").Succeed();
        string path = Path.Combine(_folder, "kept.zvar");
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().LastIndexOf("Ab"u8)]++;
        File.WriteAllBytes(path, bytes);

        Output output = _shell.Run("Get-ZvarArchive kept.zvar -LightCurve");
        Assert.Single(output.Results);
        Assert.StartsWith("ArchiveDamaged,", Assert.Single(output.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Piped_stars_are_removed_at_once()
    {
        _shell.Run("Save-ZvarArchive plane.zvar @here @sky").Succeed();
        Output output = _shell.Run(
            "Again $stars[0..3] | Remove-ZvarArchiveEntry plane.zvar -Confirm:$false -Verbose 4>&1");
        Assert.Contains(output.Results, one => $"{one}".StartsWith("Removed 4 stars", StringComparison.Ordinal));
        Assert.Equal(5L, _shell.Run("Get-ZvarArchive plane.zvar").Single.Properties["Objects"].Value);
    }

    [Theory]
    [InlineData("Save-ZvarArchive plane.zvar", "NothingToSave")]
    [InlineData("Save-ZvarArchive plane.zvar @sky", "NothingToSave")]
    [InlineData("Save-ZvarArchive plane.zvar -InputObject $sky.Connection", "InputNotUnderstood")]
    [InlineData("$stars | Save-ZvarArchive a.zvar; $it = Connect-Zvar -Archive a.zvar -PassThru; $it | Save-ZvarArchive a.zvar", "InputNotUnderstood")]
    [InlineData("$stars | Save-ZvarArchive a.zvar; Connect-Zvar -Archive a.zvar -PassThru | Save-ZvarArchive b.zvar -Include gaia", "ParametersExcludeEachOther")]
    [InlineData("Remove-ZvarArchiveEntry none.zvar -Psid 145120008365555264 -Confirm:$false", "ArchiveNotFound")]
    [InlineData("Remove-ZvarArchiveEntry Env:/none.zvar -OlderThan 3d -Confirm:$false", "PathNotSupported")]
    [InlineData("Remove-ZvarArchiveEntry a.zvar -OlderThan yesterday", "ParameterArgumentTransformationError")]
    [InlineData("Connect-Zvar -Archive a.zvar -Through $sky.Connection -Partial", "ParametersExcludeEachOther")]
    public void What_is_wrong_is_told(string command, string error)
    {

        Output output = _shell.Run(command);
        Assert.StartsWith($"{error},", output.Errors[^1].FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_saved_in_another_culture_is_the_same()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            _shell.Run("Save-ZvarArchive plane.zvar @here @sky -MinAmplitude 0.1").Succeed();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            PSObject cone = _shell.Run("Get-ZvarArchive plane.zvar -Cone").Single;
            Assert.Equal("MinAmplitude 0.1", $"{cone.Properties["Filter"].Value}");
            Assert.NotEmpty(_shell.Run(
                "Find-ZvarCone @here -MinAmplitude 0.1 -Connection (Connect-Zvar -Archive plane.zvar -PassThru)").Succeed());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
