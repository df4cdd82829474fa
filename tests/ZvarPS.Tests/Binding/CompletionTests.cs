using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Binding;

/// <summary>What Tab offers from what a session has seen; the words are tried in a real pwsh.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly Shell _shell = Shell.OnDemoSky();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("Show-ZvarFold 145120008365555264 -Period ")]
    [InlineData("Show-ZvarFold -Psid 145120008365555264 -Period 0.")]
    [InlineData("Show-ZvarFold -Psid $star -Period ")]
    [InlineData("Show-ZvarFold -InputObject $star -Period ")]
    public void The_periods_of_the_star_that_the_line_names(string line)
    {
        _shell.Run("$star, $other = Get-ZvarObject 145120008365555264, 126541217361397171").Succeed();
        CompletionResult[] offered = _shell.Complete(line);
        Assert.Equal(["0.13633148108445164", "0.2726629621689033"], offered.Select(one => one.CompletionText));
        Assert.Equal("3.27 hours (49.54, r), of 145120008365555264", offered[0].ToolTip);
    }

    [Theory]
    [InlineData("Show-ZvarFold -Period ")]
    [InlineData("$star | ConvertTo-ZvarFold ")]
    public void The_periods_of_the_star_seen_last_where_the_line_names_none(string line)
    {
        _shell.Run("Find-ZvarCone 0.836528 30.937196 -Radius 2 -TargetName 'my binary'").Succeed();
        Assert.Equal("3.27 hours (49.54, r), of my binary", _shell.Complete(line)[0].ToolTip);
    }

    [Fact]
    public void Ways_to_write_a_period_where_no_star_is_known() => Assert.Equal(
        ["0.27266296", "6.543911h", "90min", "300s", "10d"],
        _shell.Complete("Show-ZvarFold 145120008365555264 -Period ").Select(one => one.CompletionText));

    [Fact]
    public void The_fields_of_the_star_and_the_survey()
    {
        Assert.Empty(_shell.Complete("Get-ZvarPhotometry -Field "));
        string[] fields = [.. _shell.Run("Get-ZvarField").Values<int>("Field").Order().Select(field => $"{field}")];
        Assert.Equal(fields, _shell.Complete("Get-ZvarPhotometry -Field ").Select(one => one.CompletionText));
        _shell.Run("Get-ZvarObject 145120008365555264").Succeed();
        CompletionResult field = Assert.Single(_shell.Complete("Get-ZvarPhotometry 145120008365555264 -Field 6"));
        Assert.Equal("648", field.CompletionText);
        Assert.Equal("648/2/2 g (474); 648/2/2 r (652)", field.ToolTip);
    }

    [Theory]
    [InlineData("Get-ZvarPhotometry -Ccd ", 16)]
    [InlineData("Get-ZvarPhotometry -Quad ", 4)]
    public void The_ccds_and_the_quadrants_there_are(string line, int count) => Assert.Equal(
        Enumerable.Range(1, count).Select(number => $"{number}"),
        _shell.Complete(line).Select(one => one.CompletionText));
}
