using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

public sealed class GetZvarObjectTests : IDisposable
{
    private readonly Shell _shell = Shell.OnDemoSky();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void An_object_has_the_properties_of_the_public_face()
    {
        // The values the ZVAR notebook prints of this star; it shows 3.27 hours first, half of the period it lists
        // first.
        var star = _shell.Run("Get-ZvarObject 145120008365555264").Single;
        Assert.Equal(145120008365555264, star.Properties["Psid"].Value);
        Assert.Equal(0.8365280032157898, star.Properties["Ra"].Value);
        Assert.Equal(30.937196731567383, star.Properties["Dec"].Value);
        Assert.Equal("Star", star.Properties["ObjectType"].Value.ToString());
        Assert.Equal(3.27, (double)star.Properties["Period"].Value * 24, 2);
        Assert.True((double)star.Properties["Significance"].Value >= 48.87137985229492);
        Assert.Equal(1126, star.Properties["Points"].Value);
        Assert.Equal(double.NaN, star.Properties["Separation"].Value);
    }

    [Fact]
    public void Its_periods_are_a_table_that_carries_the_psid()
    {
        Output output = _shell.Run("(Get-ZvarObject 145120008365555264).Periods");
        Assert.All(output.Values<long>("Psid"), psid => Assert.Equal(145120008365555264, psid));
        Assert.Equal(0.2726629621689033, output.Results[0].Properties["Period"].Value);
        Assert.Equal(48.87137985229492, output.Results[0].Properties["Significance"].Value);
    }

    [Fact]
    public void Order_and_repetitions_are_kept_and_the_unknown_are_named()
    {
        Output output = _shell.Run(
            "126541217361397171, 145120008365555264, 145120008365555265, 126541217361397171 | Get-ZvarObject");
        Assert.Equal(
            [126541217361397171, 145120008365555264, 126541217361397171],
            output.Results.Select(one => (long)one.Properties["Psid"].Value));
        Assert.Equal("ObjectNotFound", output.ErrorId);
        Assert.Equal(145120008365555265, output.Error.TargetObject);
    }

    [Theory]
    [InlineData("12654121736139717x", "17 or 18 digits")]
    [InlineData("12654121736139717112", "it has 20")]
    [InlineData("([double]126541217361397171)", "double")]
    [InlineData("126541217361397171.0", "double")]
    [InlineData("1.2e17", "double")]
    [InlineData("''", "17 or 18 digits")]
    [InlineData("-5", "17 or 18 digits")]
    public void What_is_no_psid_is_refused(string psid, string why)
    {
        Output output = _shell.Run($"Get-ZvarObject -Psid {psid}");
        Assert.StartsWith(
            "ParameterArgumentTransformationError", output.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(why, output.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[double]126541217361397171")]
    [InlineData("'twelve'")]
    [InlineData("[pscustomobject]@{ x = 1 }")]
    [InlineData("[pscustomobject]@{ Psid = 1.2e17 }")]
    public void The_same_in_the_pipeline_harms_no_other_input(string input)
    {
        Output output = _shell.Run($"{input}, '145120008365555264' | Get-ZvarObject");
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Single(output.Results);
    }

    [Fact]
    public void Rows_with_a_psid_column_of_text_are_stars()
    {
        Output output = _shell.Run(
            "[pscustomobject]@{ psid = '126541217361397171'; TargetName = 'mine' } | Get-ZvarObject");
        Assert.Equal(126541217361397171, output.Single.Properties["Psid"].Value);
        Assert.Equal("mine", output.Single.Properties["TargetName"].Value);
    }

    [Fact]
    public void Stars_beyond_one_batch_all_come_in_order()
    {
        // Three cones hold more stars than the 1000 ids one request takes.
        Output output = _shell.Run(
            """
            $cone = Find-ZvarCone 0.8365280032157898 30.937196731567383 -Radius 10arcmin
            $objects = $cone | Get-ZvarObject
            $cone.Count -gt 1000
            [string]::Join(',', $cone.Psid) -eq [string]::Join(',', $objects.Psid)
            """);
        Assert.Equal([true, true], output.Succeed().Select(one => (bool)one.BaseObject));
    }
}
