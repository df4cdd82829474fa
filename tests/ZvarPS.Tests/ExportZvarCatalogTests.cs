using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>Stars that are written as a HATS catalogue, and the catalogue asked for them.</summary>
public sealed class ExportZvarCatalogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar catalogues ").FullName;

    // The session has no connection: what is only written asks nobody.
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

    public ExportZvarCatalogTests() =>
        _shell.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)", ("folder", _folder)).Succeed();

    public void Dispose()
    {
        _shell.Run("Remove-Variable -Name catalog -ErrorAction Ignore; Disconnect-Zvar");
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("$stars", 9)]
    [InlineData("[Zvar.ZvarObject[]]$stars", 9)]
    [InlineData("[Collections.Generic.List[object]]$stars", 9)]
    [InlineData("Again $stars", 9)]
    [InlineData("$stars | Get-ZvarLightCurve @sky", 9)]
    [InlineData("Again ($stars[0..1] | Get-ZvarLightCurve @sky)", 2)]
    [InlineData("$stars | Get-ZvarPhotometry @sky -Band g", 9)]
    [InlineData("@($stars; $stars)", 9)]
    public void What_is_piped_is_written_and_nobody_is_asked(string data, long expected)
    {
        PSObject summary = _shell.Run($"$data = {data}; $data | Export-ZvarCatalog new.hats").Single;
        Assert.Equal(expected, summary.Properties["Stars"].Value);
        Assert.Equal("new", summary.Properties["Name"].Value);
        Assert.Equal(
            expected, _shell.Run("Find-ZvarCone @here -Connection (Connect-Zvar -HatsPath new.hats -PassThru)").Succeed().Count);
    }

    [Theory]
    [InlineData("145120008365555264")]
    [InlineData("'145120008365555264'")]
    [InlineData("@{ psid = 145120008365555264 }")]
    [InlineData("[uint64]145120008365555264")]
    public void Psids_are_asked_for(string psid)
    {
        _shell.Run($"{psid} | Export-ZvarCatalog new.hats -Include Photometry, gaia @sky").Succeed();
        _shell.Run("$catalog = @{ Connection = Connect-Zvar -HatsPath new.hats -PassThru }").Succeed();
        Assert.Equal(1126, _shell.Run("Get-ZvarPhotometry 145120008365555264 @catalog").Succeed().Count);
        Assert.Equal(
            Text("Invoke-ZvarXmatch -Psid 145120008365555264 -Catalog gaia -Radius 2 @sky"),
            Text("Invoke-ZvarXmatch -Psid 145120008365555264 -Catalog gaia -Radius 2 @catalog"));
    }

    [Theory]
    [InlineData("Find-ZvarCone @here")]
    [InlineData("Find-ZvarCone @here -MinAmplitude 0.3")]
    [InlineData("$stars | Get-ZvarObject")]
    [InlineData("$stars[0..3] | Get-ZvarPhotometry -MinSnr 20")]
    [InlineData("$stars[0..3] | Get-ZvarPhotometry -Format Flux -Band r")]
    [InlineData("$stars | Invoke-ZvarXmatch -Catalog gaia -Radius 1")]
    public void A_catalogue_answers_as_what_was_asked_for_it(string question)
    {
        _shell.Run("$stars | Export-ZvarCatalog new.hats -Include Photometry, Flux, gaia @sky").Succeed();
        _shell.Run("$catalog = @{ Connection = Connect-Zvar -HatsPath new.hats -PassThru }").Succeed();
        string[] expected = Text($"{question} @sky");
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Text($"{question} @catalog"));
    }

    [Theory]
    [InlineData("Connect-Zvar -Archive saved.zvar -PassThru | Export-ZvarCatalog new.hats")]
    [InlineData("[IO.FileInfo]\"$pwd/saved.zvar\" | Export-ZvarCatalog new.hats")]
    public void A_whole_archive_is_written(string export)
    {
        _shell.Run("Save-ZvarArchive saved.zvar @here @sky -Include Photometry, gaia").Succeed();
        Assert.Equal(9L, _shell.Run(export).Single.Properties["Stars"].Value);
        _shell.Run("$catalog = @{ Connection = Connect-Zvar -HatsPath new.hats -PassThru }").Succeed();
        Assert.Equal(Text("$stars | Get-ZvarPhotometry @sky"), Text("$stars | Get-ZvarPhotometry @catalog"));
        Assert.Equal(
            Text("$stars | Invoke-ZvarXmatch -Catalog gaia -Radius 2 @sky"),
            Text("$stars | Invoke-ZvarXmatch -Catalog gaia -Radius 2 @catalog"));
    }

    [Fact]
    public void What_was_not_given_is_told_and_can_be_asked_elsewhere_and_added()
    {
        _shell.Run("$stars | Export-ZvarCatalog new.hats; Connect-Zvar -HatsPath new.hats").Succeed();
        Output output = _shell.Run("$stars[0] | Get-ZvarLightCurve");
        Assert.StartsWith("NotInArchive,", Assert.Single(output.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(1, _shell.Run("@($Error[0].TargetObject | Get-ZvarLightCurve @sky).Count").Single.BaseObject);

        PSObject summary = _shell.Run("$stars[0] | Get-ZvarLightCurve @sky | Export-ZvarCatalog new.hats").Single;
        Assert.Equal((9L, 1L), (summary.Properties["Stars"].Value, summary.Properties["Added"].Value));
        Assert.Single(_shell.Run("Connect-Zvar -HatsPath new.hats; $stars[0] | Get-ZvarLightCurve").Succeed());
    }

    // There is nobody to ask: what had come is not asked again, and what had not is.
    [Fact]
    public void An_interrupted_export_goes_on_with_what_had_come()
    {
        Assert.NotEmpty(_shell.Run(
            "& { $stars[0..4] | Get-ZvarLightCurve @sky; throw 'interrupted' } | Export-ZvarCatalog new.hats").Errors);

        Output output = _shell.Run("$stars | Export-ZvarCatalog new.hats -Include Photometry -Verbose");
        Assert.Contains(output.Verbose, line => line.Contains("5 stars had come", StringComparison.Ordinal));
        Assert.StartsWith("NotConnected,", Assert.Single(output.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

        PSObject summary = _shell.Run("$stars[0..4] | Export-ZvarCatalog new.hats -Include Photometry").Single;
        Assert.Equal(5L, summary.Properties["Stars"].Value);
        Assert.Equal(
            Text("$stars[0..4] | Get-ZvarPhotometry @sky"),
            Text("$stars[0..4] | Get-ZvarPhotometry -Connection (Connect-Zvar -HatsPath new.hats -PassThru)"));
    }

    [Fact]
    public void The_connection_says_what_it_is()
    {
        _shell.Run("$stars | Export-ZvarCatalog 'my stars.hats' -Name Lyra").Succeed();
        PSObject connection = _shell.Run("Connect-Zvar -HatsPath 'my stars.hats' -PassThru").Single;
        Assert.Equal("Hats", $"{connection.Properties["Kind"].Value}");
        Assert.Equal(true, connection.Properties["Synthetic"].Value);
        Assert.Equal(Path.Combine(_folder, "my stars.hats"), connection.Properties["HatsPath"].Value);
        Assert.Contains("Lyra (synthetic)", $"{connection}", StringComparison.Ordinal);
    }

    [Fact]
    public void With_WhatIf_nothing_is_written()
    {
        Assert.Empty(_shell.Run("$stars | Export-ZvarCatalog new.hats -WhatIf").Succeed());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void Where_nothing_comes_nothing_is_written_and_a_warning_says_so()
    {
        Output output = _shell.Run("@() | Export-ZvarCatalog new.hats");
        Assert.Contains("Nothing came", Assert.Single(output.Warnings), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "new.hats")));
    }

    [Theory]
    [InlineData("'no star' | Export-ZvarCatalog new.hats", "InputNotUnderstood")]
    [InlineData("[pscustomobject]@{ Name = 'RR Lyr'; Time = 2458263.5; Mag = 7.1 } | Export-ZvarCatalog new.hats", "InputNotUnderstood")]
    [InlineData("Export-ZvarCatalog new.hats -InputObject @()", "InputNotUnderstood")]
    [InlineData("$sky.Connection | Export-ZvarCatalog new.hats", "InputNotUnderstood")]
    [InlineData("145120008365555264 | Export-ZvarCatalog new.hats", "NotConnected")]
    [InlineData("999 | Export-ZvarCatalog new.hats @sky", "ObjectNotFound")]
    [InlineData("$stars | Export-ZvarCatalog new.hats -Include ProcessingLog", "ParametersExcludeEachOther")]
    [InlineData("$stars | Export-ZvarCatalog new.hats -MaxRows 0", "ParameterArgumentValidationError")]
    [InlineData("$stars | Export-ZvarCatalog new.hats -MarginThreshold x", "ParameterArgumentTransformationError")]
    [InlineData("$stars | Export-ZvarCatalog Env:/new.hats", "PathNotSupported")]
    [InlineData("Connect-Zvar -HatsPath none.hats", "TableNotUnderstood")]
    [InlineData("Connect-Zvar -HatsPath ''", "ParameterArgumentValidationError")]
    [InlineData("Connect-Zvar -HatsPath Env:/", "PathNotSupported")]
    public void What_is_wrong_is_told(string script, string id) => Assert.StartsWith(
        $"{id},", _shell.Run(script).Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);

    private string[] Text(string script) =>
        [.. _shell.Run($"[Management.Automation.PSSerializer]::Serialize(@({script}), 3)").Succeed().Select(one => $"{one}")];
}
