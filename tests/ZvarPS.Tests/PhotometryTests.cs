using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

public sealed class PhotometryTests : IDisposable
{
    private readonly Shell _shell = Shell.OnDemoSky();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Points_have_the_properties_of_the_public_face()
    {
        // The first point the ZVAR notebook prints of this star, in mag format.
        Output output = _shell.Run("Get-ZvarPhotometry 145120008365555264 -Band g, r");
        Assert.Equal(1126, output.Succeed().Count);
        PSObject first = output.Results[0];
        Assert.Equal(2458263.981924, first.Properties["Time"].Value);
        Assert.Equal(17.41657, first.Properties["Mag"].Value);
        Assert.Equal(0.036399588, first.Properties["MagErr"].Value);
        Assert.Equal(345.24374, first.Properties["Flux"].Value);
        Assert.Equal(95.39911, first.Properties["FluxErr"].Value);
        Assert.Equal(29.828255, first.Properties["Snr"].Value);
        Assert.Equal("g", first.Properties["Band"].Value);
        Assert.Equal(648, first.Properties["Field"].Value);
        Assert.Equal(true, first.Properties["Detected"].Value);
        Assert.Equal(double.NaN, first.Properties["LimitingMag"].Value);
        Assert.Equal(true, first.Properties["Synthetic"].Value);
    }

    [Fact]
    public void The_flux_format_keeps_the_meaning_of_snr()
    {
        // The same point in flux format: difference snr 3.618941, magzp and mag_ref as the notebook prints them.
        PSObject first = _shell.Run("Get-ZvarPhotometry 145120008365555264 -Format Flux").Results[0];
        Assert.Equal(26.052000762939453, first.Properties["MagZeroPoint"].Value);
        Assert.Equal(-8.494999885559082, first.Properties["ReferenceMag"].Value);
        Assert.Equal(3.618941, (double)first.Properties["DifferenceSnr"].Value, 5);
        Assert.Equal(29.828255, (double)first.Properties["Snr"].Value, 4);
        Assert.Equal(17.41657, (double)first.Properties["Mag"].Value, 5);
    }

    [Fact]
    public void Cuts_leave_out_what_they_say()
    {
        Output output = _shell.Run("Get-ZvarPhotometry 126541217361397171 -MinSnr 10 -Band zg");
        Assert.NotEmpty(output.Succeed());
        Assert.All(output.Values<double>("Snr"), snr => Assert.True(snr >= 10));
        Assert.All(output.Values<string>("Band"), band => Assert.Equal("g", band));
        Assert.Empty(_shell.Run("Get-ZvarPhotometry 126541217361397171 -MinPoints 100000").Succeed());
        Assert.All(
            _shell.Run("Get-ZvarPhotometry 126541217361397171 -DetectionsOnly").Values<bool>("Detected"), Assert.True);
    }

    [Fact]
    public void Non_detections_do_not_pass_a_cut_in_magnitude()
    {
        // $null -lt 17 is true in PowerShell: a non-detection has NaN, which is not less than anything.
        Output output = _shell.Run(
            """
            $points = Find-ZvarCone 0.8365280032157898 30.937196731567383 -Radius 3arcmin | Get-ZvarPhotometry
            @($points | Where-Object Detected -eq $false).Count -gt 0
            @($points | Where-Object { -not $_.Detected -and $_.Mag -lt 30 }).Count
            """);
        Assert.Equal(true, output.Results[0].BaseObject);
        Assert.Equal(0, output.Results[1].BaseObject);
    }

    [Fact]
    public void A_band_that_does_not_exist_is_refused_with_those_that_do()
    {
        Output output = _shell.Run("Get-ZvarPhotometry 145120008365555264 -Band u");
        Assert.StartsWith(
            "ParameterArgumentTransformationError", output.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("g, r and i", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_light_curve_is_the_same_points_in_columns()
    {
        Output output = _shell.Run(
            """
            $curve = Get-ZvarLightCurve 145120008365555264
            $points = Get-ZvarPhotometry 145120008365555264
            $curve.Points -eq $points.Count
            [linq.enumerable]::SequenceEqual([double[]]$curve.Mag, [double[]]$points.Mag)
            [linq.enumerable]::SequenceEqual([double[]]$curve.Time, [double[]]$points.Time)
            """);
        Assert.Equal([true, true, true], output.Succeed().Select(one => (bool)one.BaseObject));
    }

    [Fact]
    public void Light_curves_come_in_the_order_asked_with_the_name_of_their_position()
    {
        Output output = _shell.Run(
            """
            $cone = Find-ZvarCone 0.8365280032157898 30.937196731567383 -Radius 2arcmin -Name mine
            $curves = $cone | Get-ZvarLightCurve
            [string]::Join(',', $cone.Psid) -eq [string]::Join(',', $curves.Psid)
            $curves | ForEach-Object TargetName
            """);
        Assert.Equal(true, output.Results[0].BaseObject);
        Assert.All(output.Results.Skip(1), name => Assert.Equal("mine", name.ToString()));
    }

    [Fact]
    public void A_point_is_not_taken_for_a_star()
    {
        Output output = _shell.Run("(Get-ZvarPhotometry 145120008365555264)[0] | Get-ZvarPhotometry");
        Assert.Equal("InputNotUnderstood", output.ErrorId);
    }

    [Fact]
    public void Fields_are_counted_by_band()
    {
        IReadOnlyList<PSObject> fields = _shell.Run("Get-ZvarField").Succeed();
        PSObject field = fields.Single(one => one.Properties["Field"].Value is 648);
        Assert.Equal(
            (int)field.Properties["Files"].Value,
            (int)field.Properties["GFiles"].Value
                + (int)field.Properties["RFiles"].Value
                + (int)field.Properties["IFiles"].Value);
        int logs = _shell.Run("@(Get-ZvarProcessingLog).Count").Single.BaseObject is int count ? count : 0;
        Assert.Equal(fields.Sum(one => (int)one.Properties["Files"].Value), logs);
    }
}
