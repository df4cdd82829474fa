using System.Globalization;
using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Binding;

public sealed class PsidCompletionTests : IDisposable
{
    private const string Binary = "145120008365555264";
    private readonly Shell _shell = Shell.OnDemoSky();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_psid_that_was_seen_completes_and_its_tooltip_tells_which_star_it_is()
    {
        _shell.Run("Find-ZvarCone 0.836528 30.937196 1.5arcsec -TargetName 'contact binary'").Succeed();
        CompletionResult completed = Assert.Single(_shell.Complete("Show-ZvarFold -Psid 1451"));
        Assert.Equal(Binary, completed.CompletionText);
        Assert.Equal("Star, 3.27 hours, contact binary, synthetic (demo sky)", completed.ToolTip);
    }

    [Theory]
    [InlineData("Get-ZvarObject ")]
    [InlineData("Get-ZvarPhotometry -Psid ")]
    [InlineData("Get-ZvarLightCurve 126541217361397171, ")]
    [InlineData("Invoke-ZvarXmatch -Catalog gaia -Psid '1451")]
    public void Wherever_psids_are_taken(string line)
    {
        _shell.Run($"Get-ZvarObject {Binary}").Succeed();
        Assert.Equal(Binary, Assert.Single(_shell.Complete(line)).CompletionText);
    }

    [Fact]
    public void The_latest_comes_first_and_each_star_once()
    {
        _shell.Run($"Get-ZvarObject {Binary}, 126541217361397171, {Binary}").Succeed();
        Assert.Equal([Binary, "126541217361397171"], _shell.Complete("Get-ZvarObject ").Select(one => one.CompletionText));
    }

    [Fact]
    public void Of_many_stars_the_last_thousand_are_remembered()
    {
        long[] psids = _shell.Run("Find-ZvarCone 0.836528 30.937196 10arcmin").Values<long>("Psid");
        Assert.True(psids.Length > 1000);
        Assert.Equal(
            psids.Reverse().Take(1000),
            _shell.Complete("Get-ZvarObject ").Select(one => long.Parse(one.CompletionText, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Another_session_has_seen_other_stars()
    {
        _shell.Run($"Get-ZvarObject {Binary}").Succeed();
        using var other = new Shell();
        Assert.Empty(other.Complete($"Get-ZvarObject -Psid {Binary[..4]}"));
    }
}
