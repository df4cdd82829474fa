using System.Management.Automation;
using System.Xml.Linq;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Input;

/// <summary>What comes back from a file or a job: the properties of what went in, and no more.</summary>
public sealed class DeserializedTests : IDisposable
{
    // As Export-Clixml and Start-Job do; the depth is what ZvarPS.types.ps1xml gives.
    private const string Again =
        """
        function Again($object, $depth = 3) {
            [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($object, $depth))
        }
        $star = Find-ZvarCone 0.836528 30.937196 -Radius 2 -TargetName mine
        """;

    private readonly Shell _shell = new($"Connect-Zvar -Demo; {Again}");
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("zvar").FullName, "drawn.svg");

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);
    }

    [Fact]
    public void A_light_curve_folds_as_before_without_a_question()
    {
        Output output = _shell.Run(
            """
            $curve = $star | Get-ZvarLightCurve -MinSnr 40
            $again = Again $curve
            Disconnect-Zvar
            $curve | ConvertTo-ZvarFold
            $again | ConvertTo-ZvarFold
            """);
        PSObject[][] folds = [.. output.Succeed().Chunk(output.Results.Count / 2)];
        Assert.NotEmpty(folds[0]);
        Assert.Equal(folds[0].Select(point => point.BaseObject), folds[1].Select(point => point.BaseObject));
        Assert.True((bool)folds[1][0].Properties["Synthetic"].Value);
    }

    [Theory]
    [InlineData("$star")]
    [InlineData("($star | Get-ZvarLightCurve)")]
    [InlineData("($star | Invoke-ZvarXmatch -Catalog gaia -Radius 3)")]
    [InlineData("$star.Periods[2]")]
    public void Everything_is_shown_with_its_period_and_its_name(string given)
    {
        _shell.Run($"Again {given} | Show-ZvarFold -Path $path", ("path", _path)).Succeed();
        string drawn = string.Concat(
            XDocument.Load(_path).Descendants().Where(one => one.Name.LocalName == "text").Select(one => one.Value));
        Assert.Contains("145120008365555264", drawn, StringComparison.Ordinal);
        Assert.Contains("3.27 hours", drawn, StringComparison.Ordinal);
        Assert.Contains("synthetic", drawn, StringComparison.Ordinal);
        Assert.True(given.EndsWith(']') || drawn.Contains("mine", StringComparison.Ordinal), drawn);
    }

    [Theory]
    [InlineData("$curve")]
    [InlineData("Again $curve")]
    [InlineData("Again $curve 1")]
    [InlineData("@{ Time = $curve.Time; Mag = $curve.Mag; Name = 'mine'; MagnitudeKind = 3; TimeSystem = @{ Reference = 2 } }")]
    [InlineData("@{ Time = $curve.Time; Mag = $curve.Mag; Name = 'mine'; MagnitudeKind = 'Relative'; TimeSystem = 'HJD' }")]
    public void A_light_curve_of_another_survey_stays_what_it_is(string given)
    {
        Output output = _shell.Run(
            $$"""
            $rows = [Zvar.LightCurveGatherer]::new([string[]]('hjd', 'counts', 'name'), $null,
                [Zvar.PhotometryOptions]@{ FluxColumn = 'counts' })
            foreach ($i in 0..4) {
                $row = @{ hjd = 2458000.5 + $i / 3; counts = 100.0 + $i; name = 'mine' }
                $rows.Add({ param($name) $row[$name] })
            }
            $curve = $rows.Gather()[0].LightCurve
            {{given}} | Show-ZvarFold -Period 1 -Path $path
            """,
            ("path", _path));
        output.Succeed();
        string drawn = string.Concat(
            XDocument.Load(_path).Descendants().Where(one => one.Name.LocalName == "text").Select(one => one.Value));
        Assert.Contains("phase 0 at HJD 2458000.50000", drawn, StringComparison.Ordinal);
        Assert.Contains("Relative magnitude", drawn, StringComparison.Ordinal);
        Assert.Contains("mine", drawn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$star")]
    [InlineData("($star | Get-ZvarLightCurve)")]
    [InlineData("($star | Invoke-ZvarXmatch -Catalog gaia -Radius 3)")]
    public void A_star_keeps_its_name_and_its_periods_on_the_way_to_its_photometry(string given)
    {
        PSObject curve = _shell.Run($"Again {given} | Get-ZvarLightCurve").Single;
        Assert.Equal("mine", curve.Properties["TargetName"].Value);
        PSObject star = PSObject.AsPSObject(curve.Properties["Object"].Value);
        Assert.Equal(0.13633148108445164, star.Properties["Period"].Value);
        Assert.Equal(0.71687734, star.Properties["Amplitude"].Value);
    }

    [Fact]
    public void A_star_is_a_position_and_a_period()
    {
        PSObject found = _shell.Run(
            "$again = Again $star; Find-ZvarCone -Position $again -Radius 2 -MinPeriod $again -MaxPeriod $again.Periods[0]")
            .Single;
        Assert.Equal(145120008365555264, found.Properties["Psid"].Value);
        Assert.Equal(
            0.006546, (double)_shell.Run("Again $star | Invoke-ZvarXmatch -Catalog gaia -Radius 3")
                .Single.Properties["Separation"].Value, 6);
    }

    [Theory]
    [InlineData("Get-ZvarLightCurve")]
    [InlineData("Get-ZvarPhotometry")]
    [InlineData("Get-ZvarObject")]
    [InlineData("Invoke-ZvarXmatch -Catalog gaia -Radius 3")]
    public void A_point_is_asked_for_as_little_as_it_was_before(string command)
    {
        Output output = _shell.Run(
            $$"""
            $points = $star | Get-ZvarPhotometry
            $points[0] | {{command}}
            Again $points[0..2] | {{command}}
            [pscustomobject]@{ psid = '145120008365555264'; time = '2458263.9'; mag = '17.4' } | {{command}}
            """);
        Assert.Empty(output.Results);
        Assert.Equal(3, output.Errors.Count);
        Assert.All(output.Errors, error => Assert.Contains(
            "A photometric point is not asked for again", error.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gaia")]
    [InlineData("allwise")]
    public void A_match_is_a_position(string catalog)
    {
        Output output = _shell.Run(
            $$"""
            $match = $star | Invoke-ZvarXmatch -Catalog {{catalog}} -Radius 3
            $cells = [pscustomobject]@{ CatalogRa = "$($match.CatalogRa)"; CatalogDec = "$($match.CatalogDec)" }
            $match, (Again $match), $cells | Find-ZvarCone -Radius 3
            """);
        Assert.Equal(3, output.Values<long>("Psid").Count(psid => psid == 145120008365555264));
    }

    [Fact]
    public void Points_fold_as_before()
    {
        Output output = _shell.Run(
            """
            $points = $star | Get-ZvarPhotometry
            $points | ConvertTo-ZvarFold 0.5 -Bins 3
            $points | ForEach-Object { Again $_ } | ConvertTo-ZvarFold 0.5 -Bins 3
            """);
        PSObject[][] folds = [.. output.Succeed().Chunk(6)];
        Assert.Equal(folds[0].Select(point => point.BaseObject), folds[1].Select(point => point.BaseObject));
    }

    [Fact]
    public void What_is_left_of_a_star_at_less_depth_is_still_a_star_with_a_period() => Assert.Equal(
        145120008365555264,
        _shell.Run("Again $star 1 | Get-ZvarLightCurve").Single.Properties["Psid"].Value);

    [Fact]
    public void A_match_is_an_id() => Assert.Equal(
        145120008365555264,
        _shell.Run(
            "$match = Again ($star | Invoke-ZvarXmatch -Catalog gaia -Radius 3);"
            + " Invoke-ZvarXmatch -Id $match -Catalog gaia -Radius 3").Single.Properties["Psid"].Value);

    [Fact]
    public void A_connection_says_why_it_is_none_any_more()
    {
        Output output = _shell.Run("Get-ZvarObject 145120008365555264 -Connection (Again (Get-ZvarConnection))");
        Assert.Contains("run Connect-Zvar inside it", output.Error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "ParameterArgumentTransformationError", output.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_connection_it_is_said_that_each_runspace_has_its_own()
    {
        using var other = new Shell();
        string message = other.Run("Get-ZvarObject 145120008365555264").Error.ToString();
        Assert.Contains("$using:connection", message, StringComparison.Ordinal);
        Assert.Contains("run Connect-Zvar inside", message, StringComparison.Ordinal);
    }
}
