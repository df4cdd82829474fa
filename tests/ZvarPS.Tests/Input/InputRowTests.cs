using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Input;

/// <summary>Rows of tables that other programs wrote, and what is told where they are not what is wanted.</summary>
public sealed class InputRowTests : IDisposable
{
    private readonly Shell _shell = Shell.OnDemoSky();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("RA_ICRS", "DE_ICRS")]
    [InlineData("_RAJ2000", "_DEJ2000")]
    [InlineData("RightAscension", "Declination")]
    public void Positions_have_the_names_of_the_catalogues_they_come_from(string ra, string dec) => Assert.Equal(
        145120008365555264,
        _shell.Run($"[pscustomobject]@{{ {ra} = 0.836528; {dec} = 30.937196 }} | Find-ZvarCone -Radius 2")
            .Single.Properties["Psid"].Value);

    [Fact]
    public void A_hashtable_is_a_row() => Assert.Equal(
        "mine",
        _shell.Run("@{ Ra = 0.836528; Dec = 30.937196; Name = 'mine' } | Find-ZvarCone -Radius 2")
            .Single.Properties["TargetName"].Value);

    [Theory]
    [InlineData("Find-ZvarCone -Radius 2 -InputObject '0.836528 30.937196', '0.836528 30.937196'", 2)]
    [InlineData("Get-ZvarObject -InputObject 145120008365555264, 126541217361397171", 2)]
    [InlineData("ConvertTo-ZvarFold 1 -InputObject @{ Time = 1; Mag = 17 }, @{ Time = 2; Mag = 17 }", 2)]
    public void A_list_at_the_parameter_is_taken_one_by_one(string command, int results) =>
        Assert.Equal(results, _shell.Run(command).Succeed().Count);

    [Theory]
    [InlineData("@{ Ra = 1; Dec = '' } | Find-ZvarCone -Radius 2", "empty in this row")]
    [InlineData("[pscustomobject]@{ 'Ra;Dec' = '1;2' } | Find-ZvarCone -Radius 2", "Import-Csv -Delimiter")]
    [InlineData("@{ alpha = 1; delta = 2 } | Find-ZvarCone -Radius 2", "e = 'alpha'")]
    [InlineData("@{ Psid = '' } | Get-ZvarObject", "The psid is empty")]
    [InlineData("'1.4512000836555526e+17' | Get-ZvarObject", "is a double, which rounds")]
    [InlineData("'145120008365555264.0' | Get-ZvarObject", "is a double, which rounds")]
    [InlineData("@{ Time = ''; Mag = 17 } | ConvertTo-ZvarFold 1", "The time is empty")]
    [InlineData("@{ Time = 1; Mag = 17; Field = '648.7' } | ConvertTo-ZvarFold 1", "'648.7' is not a whole number")]
    [InlineData("@{ Time = 1; Mag = 17; Field = 1e11 } | ConvertTo-ZvarFold 1", "is not a whole number")]
    [InlineData("@{ Time = 'System.Double[]'; Mag = 17 } | ConvertTo-ZvarFold 1", "EnumeratePoints()")]
    [InlineData("@{ Time = 1..500; Mag = 1..499 } | ConvertTo-ZvarFold 1", "differ in length: Time has 500, Mag 499")]
    [InlineData("@{ epoch = 1; magnitude = 17 } | ConvertTo-ZvarFold 1", "e = 'my_time'")]
    [InlineData("@{ mjd = 1; brightness = 17 } | ConvertTo-ZvarFold 1", "e = 'my_mag'")]
    [InlineData("@{ bjd = 1; bjd_tdb = 1; Mag = 17 } | ConvertTo-ZvarFold 1", "could be the time: 'bjd' and 'bjd_tdb'")]
    [InlineData("@{ jd = 1; gmag = 17; rmag = 16 } | ConvertTo-ZvarFold 1", "could be the magnitude: 'gmag' and 'rmag'")]
    [InlineData("@{ Phase = 0.5; Mag = 17; Psid = 145120008365555264 } | ConvertTo-ZvarFold 1", "points of a fold")]
    [InlineData("@{ Phase = 0.5; Mag = 17; Psid = 145120008365555264 } | Show-ZvarLightCurve", "points of a fold")]
    [InlineData("145120008365555264 | ConvertTo-ZvarFold 1", "put Get-ZvarLightCurve before")]
    [InlineData("Get-ZvarObject 145120008365555264 | ConvertTo-ZvarFold", "put Get-ZvarLightCurve before")]
    public void What_is_wrong_with_an_input_is_told_with_what_would_be_right(string command, string words)
    {
        Output output = _shell.Run(command);
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Contains(words, output.Error.ToString(), StringComparison.Ordinal);
        Assert.True(output.Error.ToString().Length < 500, output.Error.ToString());
    }

    [Fact]
    public void The_same_fault_of_many_rows_is_told_once_and_counted()
    {
        Output output = _shell.Run("1..2000 | ForEach-Object { @{ x = $_ } } | Get-ZvarObject -WarningVariable told; $told");
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Contains("1,999 more inputs", output.Single.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_more_than_ten_faults_are_told_one_by_one()
    {
        Output output = _shell.Run("1..30 | ForEach-Object { \"star $_\" } | Get-ZvarObject -WarningVariable told; $told");
        Assert.Equal(10, output.Errors.Count);
        Assert.Contains("20 more inputs", output.Single.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_magnitude_is_a_non_detection_and_counts_for_phase_zero()
    {
        Output output = _shell.Run(
            """
            [pscustomobject]@{ Time = '2458000.0'; Mag = ''; MagErr = '' },
            [pscustomobject]@{ Time = '2458000.25'; Mag = '17.0'; MagErr = '' } | ConvertTo-ZvarFold -Period 1
            """);
        Assert.Equal(0.25, output.Single.Properties["Phase"].Value);
        Assert.Equal(2458000.0, output.Single.Properties["Epoch"].Value);
    }

    [Theory]
    [InlineData("-MinPeriod 2 -MaxPeriod 1", "-MinPeriod is more than -MaxPeriod")]
    [InlineData("-MinMag 18 -MaxMag 17", "-MinMag is more than -MaxMag")]
    [InlineData("-MinAmplitude 1 -MaxAmplitude 0.5", "-MinAmplitude is more than -MaxAmplitude")]
    public void A_range_that_nothing_can_meet_is_refused(string range, string words)
    {
        Output output = _shell.Run($"Find-ZvarCone 1 2 -Radius 5 {range}");
        Assert.Equal("EmptyRange", output.ErrorId);
        Assert.Contains(words, output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_of_periods_is_met_by_one_period()
    {
        Output output = _shell.Run(
            """
            Find-ZvarCone 0.836528 30.937196 -Radius 10arcmin -MinPeriod 5h -MaxPeriod 10h |
                ForEach-Object { @($_.Periods.Period -ge 5 / 24 -le 10 / 24).Count }
            """);
        Assert.NotEmpty(output.Succeed());
        Assert.All(output.Results, count => Assert.True((int)count.BaseObject > 0));
    }

    [Theory]
    [InlineData("6.54h", 1)]
    [InlineData("6.543911h", 0)]
    public void A_period_written_too_roughly_for_the_star_is_warned_of(string period, int warnings)
    {
        Output output = _shell.Run($"Get-ZvarObject 145120008365555264 | Get-ZvarLightCurve | ConvertTo-ZvarFold {period}");
        Assert.NotEmpty(output.Succeed());
        Assert.Equal(warnings, output.Warnings.Count);
        Assert.All(output.Warnings, told => Assert.Contains("0.27266296", told, StringComparison.Ordinal));
    }
}
