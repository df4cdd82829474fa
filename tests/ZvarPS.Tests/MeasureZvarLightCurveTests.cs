using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

public sealed class MeasureZvarLightCurveTests : IDisposable
{
    private readonly Shell _shell = new(
        """
        Connect-Zvar -Demo
        $psid = 145120008365555264
        $binary = Find-ZvarCone 0.836528 30.937196 -Radius 2 -TargetName mine
        function Again($object, $depth = 3) {
            $text = [Management.Automation.PSSerializer]::Serialize($object, $depth)
            [Management.Automation.PSSerializer]::Deserialize($text)
        }
        """);

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Each_band_has_a_row_and_all_together_one()
    {
        Output output = _shell.Run("Measure-ZvarLightCurve $psid");
        Assert.Equal(["g", "r", "all"], output.Values<string>("Band"));
        Assert.Equal([474, 652, 1126], output.Values<int>("Points"));
        Assert.All(output.Values<long>("Psid"), psid => Assert.Equal(145120008365555264, psid));
        Assert.All(output.Values<bool>("Synthetic"), Assert.True);
        Assert.All(output.Values<double>("Amplitude"), amplitude => Assert.InRange(amplitude, 0.6, 0.9));
    }

    // However a star comes, it is the same light curve.
    [Theory]
    [InlineData("$psid | Measure-ZvarLightCurve")]
    [InlineData("\"$psid\" | Measure-ZvarLightCurve")]
    [InlineData("@{ Psid = $psid } | Measure-ZvarLightCurve")]
    [InlineData("Get-ZvarObject $psid | Measure-ZvarLightCurve")]
    [InlineData("Get-ZvarObject $psid | Invoke-ZvarXmatch -Catalog gaia -Radius 3 | Measure-ZvarLightCurve")]
    [InlineData("(Get-ZvarObject $psid).Matchfiles | Measure-ZvarLightCurve")]
    [InlineData("Get-ZvarLightCurve $psid | Measure-ZvarLightCurve")]
    [InlineData("Again (Get-ZvarLightCurve $psid) | Measure-ZvarLightCurve")]
    [InlineData("Get-ZvarPhotometry $psid | Measure-ZvarLightCurve")]
    [InlineData("Get-ZvarPhotometry $psid | ForEach-Object { Again $_ } | Measure-ZvarLightCurve")]
    [InlineData("$points = Get-ZvarPhotometry $psid; [array]::Reverse($points); $points | Measure-ZvarLightCurve")]
    [InlineData("Measure-ZvarLightCurve -InputObject (Get-ZvarPhotometry $psid)")]
    [InlineData("Measure-ZvarLightCurve -InputObject ([Collections.ArrayList]@(Get-ZvarLightCurve $psid))")]
    [InlineData("Measure-ZvarLightCurve -InputObject ([Collections.Generic.List[object]]@($psid))")]
    [InlineData("Measure-ZvarLightCurve ([long[]]$psid)")]
    [InlineData("Measure-ZvarLightCurve ([Collections.Generic.HashSet[long]]@($psid, $psid))")]
    [InlineData("Measure-ZvarLightCurve @{ Psid = $psid }.Values")]
    [InlineData("$given = @{ Psid = $psid; Band = 'g', 'r' }; Measure-ZvarLightCurve @given")]
    [InlineData("Measure-ZvarLightCurve $psid | Measure-ZvarLightCurve")]
    [InlineData("Measure-ZvarLightCurve $psid | ForEach-Object { Again $_ } | Measure-ZvarLightCurve")]
    public void A_light_curve_comes_in_any_form(string script)
    {
        IReadOnlyList<PSObject> expected = _shell.Run("Measure-ZvarLightCurve $psid").Succeed();
        Assert.Equal(
            expected.Select(row => row.BaseObject), _shell.Run(script).Succeed().Select(row => row.BaseObject));
    }

    [Fact]
    public void The_name_of_the_position_goes_along()
    {
        Output output = _shell.Run(
            """
            $binary | Measure-ZvarLightCurve -Band g
            $binary | Get-ZvarLightCurve | Measure-ZvarLightCurve -Band g
            $binary | Get-ZvarPhotometry | Measure-ZvarLightCurve -Band g
            """);
        Assert.Equal(["mine", "mine", "mine"], output.Values<string>("TargetName"));
    }

    [Fact]
    public void Bands_are_chosen_and_so_is_what_all_of_them_means()
    {
        Assert.Equal(["r"], _shell.Run("Measure-ZvarLightCurve $psid -Band zr").Values<string>("Band"));
        Output output = _shell.Run(
            """
            $rows = foreach ($band in 'V', 'g', 'cyan') {
                foreach ($time in 1..3) { @{ Time = $time; Mag = 17; Band = $band } }
            }
            $rows | Measure-ZvarLightCurve -Band g, cyan
            """);
        Assert.Equal(["g", "cyan", "all"], output.Values<string>("Band"));
        Assert.Equal([3, 3, 6], output.Values<int>("Points"));
    }

    [Fact]
    public void Cuts_leave_out_poor_points_and_thin_bands()
    {
        Output all = _shell.Run("Measure-ZvarLightCurve $psid");
        Output cut = _shell.Run("Measure-ZvarLightCurve $psid -MinSnr 40 -MinPoints 600");
        Assert.Equal(["r"], cut.Values<string>("Band"));
        Assert.InRange(cut.Values<int>("Points")[0], 600, all.Values<int>("Points")[1] - 1);
        Assert.Equal(["r"], _shell.Run("Measure-ZvarLightCurve $psid -MinPoints 475").Values<string>("Band"));
    }

    // A limit of a non-detection is no detection, however many there are.
    [Fact]
    public void Only_detections_count_as_points_of_a_band()
    {
        Output output = _shell.Run(
            """
            @{ Name = 'a'; Time = 1; Mag = 17; MagErr = 0.1; Band = 'g' },
            @{ Name = 'a'; Time = 2; Mag = 17.5; MagErr = 0.1; Band = 'g' },
            @{ Name = 'a'; Time = 3; Mag = ''; MagErr = ''; Band = 'r' },
            @{ Name = 'a'; Time = 4; Mag = ''; MagErr = ''; Band = 'r' },
            @{ Name = 'a'; Time = 5; Mag = 16; MagErr = 0.1; Band = 'r' } | Measure-ZvarLightCurve -MinPoints 2
            """);
        Assert.Equal(["g"], output.Values<string>("Band"));
    }

    [Theory]
    [InlineData("@{ Name = 'a'; Time = 1; Mag = '' } | Measure-ZvarLightCurve", "none of its 1 points has a magnitude")]
    [InlineData("@{ Name = 'a'; Time = 1; Mag = 17; Band = 'g' } | Measure-ZvarLightCurve -Band r", "more bands")]
    [InlineData("@{ Name = 'a'; Time = 1; Mag = 17 } | Measure-ZvarLightCurve -MinPoints 2", "cut less")]
    [InlineData("@{ Name = 'a'; Time = 1; Mag = 17 } | Measure-ZvarLightCurve -MinSnr 5", "neither a signal-to-noise")]
    public void Without_a_detection_it_says_why(string script, string why)
    {
        Output output = _shell.Run(script);
        Assert.Empty(output.Results);
        Assert.Equal("NoDetections", output.ErrorId);
        Assert.Equal("a", output.Error.TargetObject);
        Assert.Contains(why, output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_star_without_detections_spoils_no_other()
    {
        Output output = _shell.Run(
            """
            @{ Name = 'a'; Time = 1; Mag = ''; Band = 'g' }, @{ Name = 'b'; Time = 1; Mag = 17; Band = 'g' }, 1, $psid |
                Measure-ZvarLightCurve -Band g
            """);
        Assert.Equal(["NoDetections", "ObjectNotFound"], output.Errors
            .Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order());
        Assert.Equal(2, output.Results.Count);
    }

    [Theory]
    [InlineData("Measure-ZvarLightCurve -InputObject $null")]
    [InlineData("Measure-ZvarLightCurve $null")]
    [InlineData("Measure-ZvarLightCurve @()")]
    [InlineData("Measure-ZvarLightCurve -InputObject @()")]
    [InlineData("$null | Measure-ZvarLightCurve")]
    [InlineData("'soon' | Measure-ZvarLightCurve")]
    [InlineData("@{ Time = 1; brightness = 17 } | Measure-ZvarLightCurve")]
    [InlineData("@{ Phase = 0.5; Mag = 17; Psid = $psid } | Measure-ZvarLightCurve")]
    [InlineData("Measure-ZvarLightCurve $psid -Band $null")]
    [InlineData("Measure-ZvarLightCurve $psid -MinPoints 0")]
    public void What_is_no_light_curve_is_an_error(string script)
    {
        Output output = _shell.Run(script);
        Assert.Empty(output.Results);
        Assert.Single(output.Errors);
    }

    [Fact]
    public void Nothing_is_measured_of_nothing() =>
        Assert.Empty(_shell.Run("@() | Measure-ZvarLightCurve").Succeed());

    [Fact]
    public void A_table_needs_no_connection()
    {
        Output output = _shell.Run(
            """
            Disconnect-Zvar
            @{ mjd = '58000.1'; mag = '17.1'; magerr = '0.02'; filter = 'zg' },
            @{ mjd = '58001.1'; mag = '17.3'; magerr = '0.02'; filter = 'zg' } | Measure-ZvarLightCurve
            """);
        Assert.Equal(2458000.6, output.Single.Properties["FirstTime"].Value);
        Assert.Equal(17.2, (double)output.Single.Properties["WeightedMean"].Value, 1e-9);
    }

    // A row of a star's statistics stands for the star, once.
    [Theory]
    [InlineData("Measure-ZvarLightCurve $psid | Show-ZvarLightCurve -As Terminal")]
    [InlineData("Measure-ZvarLightCurve $psid | ForEach-Object { Again $_ } | Show-ZvarLightCurve -As Terminal")]
    public void What_varies_can_be_looked_at(string script)
    {
        Output once = _shell.Run("$psid | Show-ZvarLightCurve -As Terminal");
        Assert.Equal(once.Succeed().Select(line => $"{line}"), _shell.Run(script).Succeed().Select(line => $"{line}"));
    }

    [Fact]
    public void Fifty_thousand_points_are_measured()
    {
        Output output = _shell.Run(
            """
            $mag = [double[]]::new(50000); $time = [double[]]::new(50000)
            for ($i = 0; $i -lt 50000; $i++) { $time[$i] = 2458000 + $i / 100; $mag[$i] = 17 + $i % 10 / 10 }
            [pscustomobject]@{ Name = 'a'; Time = $time; Mag = $mag; MagErr = 0.1 } | Measure-ZvarLightCurve
            """);
        Assert.Equal(50000, output.Single.Properties["Points"].Value);
        Assert.Equal(17.45, (double)output.Single.Properties["WeightedMean"].Value, 1e-9);
    }
}
