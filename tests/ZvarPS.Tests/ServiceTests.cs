using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>The same cmdlets over HTTP, against Zvar.Server as a program of its own.</summary>
public sealed class ServiceTests(Service service) : IClassFixture<Service>
{
    private const string Giants =
        """
        Find-ZvarCone 4.93855 36.31493 -Radius 10arcmin -ObjectType Star -MinSignificance 40 |
            Invoke-ZvarXmatch -Catalog gaia -Radius 5 |
            Where-Object { $_.ParallaxOverError -gt 3 -and $_.BpRp -gt 1 -and $_.AbsoluteMagnitude -lt 3 }
        """;

    [Fact]
    public void The_giants_pipeline_finds_the_same_giants_as_on_the_demo_sky()
    {
        using Shell there = service.Connect();
        using Shell here = Shell.OnDemoSky();
        long[] giants = there.Run(Giants).Values<long>("Psid");
        Assert.True(giants.Length >= 2);
        Assert.Equal(here.Run(Giants).Values<long>("Psid"), giants);
    }

    [Theory]
    [InlineData("Get-ZvarPhotometry 145120008365555264, 126541217361397171")]
    [InlineData("Get-ZvarPhotometry 145120008365555264 -Format Flux -Band i, g")]
    [InlineData("Find-ZvarCone 10 -20 -Radius 100")]
    [InlineData("Find-ZvarCone 359.999 89.9 -Radius 2arcmin -MinSignificance 10 -Strict")]
    [InlineData("Invoke-ZvarXmatch -Id 2873447302730839936 -Catalog gaia -Radius 5 -All")]
    [InlineData(
        "Find-ZvarCone 10 20 -Radius 100 | Invoke-ZvarXmatch -Catalog allwise -Radius 3 -All -IncludeUnmatched")]
    [InlineData("(Get-ZvarObject 145120008365555264).Matchfiles")]
    public void Every_property_of_every_object_is_the_same_as_on_the_demo_sky(string command)
    {
        using Shell there = service.Connect();
        using Shell here = Shell.OnDemoSky();
        string[] Lines(Shell shell) => [.. shell.Run(command).Succeed().Select(one => string.Join(
            '|',
            one.Properties
                .Where(property => property.MemberType != PSMemberTypes.NoteProperty || property.Value is not null)
                .Select(property => FormattableString.Invariant($"{property.Name}={property.Value}"))))];
        string[] expected = Lines(here);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Lines(there));
    }

    [Fact]
    public void A_wrong_password_ends_the_cmdlet_and_is_not_repeated_to_anybody()
    {
        using var shell = new Shell();
        Output output = shell.Run(
            """
            $secret = [securestring]::new()
            'wrong-word'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
            Connect-Zvar ([pscredential]::new('observer', $secret)) $uri
            Get-ZvarObject 145120008365555264 -Verbose
            """,
            ("uri", service.Address.ToString()));
        Assert.Equal("AuthenticationFailed", output.ErrorId);
        Assert.Equal(ErrorCategory.AuthenticationError, output.Error.CategoryInfo.Category);
        Assert.EndsWith(
            "Connect-Zvar alone, once ZVAR_USERNAME and ZVAR_PASSWORD are right.",
            output.Error.ToString(),
            StringComparison.Ordinal);
        Output stopped = shell.Run("try { Get-ZvarObject 145120008365555264; 'went on' } catch { 'caught' }");
        Assert.Equal("caught", stopped.Single.ToString());
        Assert.All(
            [output.Error.ToString(), .. output.Verbose],
            line => Assert.DoesNotContain("wrong-word", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_verbose_stream_names_the_requests_and_no_secret()
    {
        using Shell shell = service.Connect();
        Output output = shell.Run("Get-ZvarPhotometry 145120008365555264 -Verbose");
        Assert.Contains("POST photometry: 1 psid", output.Verbose);
        Assert.All(output.Verbose, line => Assert.DoesNotContain(Service.Password, line, StringComparison.Ordinal));
    }

    [Fact]
    public void What_comes_from_a_server_says_that_it_is_synthetic()
    {
        using Shell shell = service.Connect();
        Assert.Equal([true], shell.Run("Get-ZvarObject 145120008365555264").Values<bool>("Synthetic"));
    }

    [Fact]
    public void A_connection_shows_no_password()
    {
        using Shell shell = service.Connect();
        PSObject connection = shell.Run("Get-ZvarConnection").Single;
        Assert.Equal(Service.User, connection.Properties["UserName"].Value);
        Assert.All(
            connection.Properties,
            property => Assert.DoesNotContain(Service.Password, $"{property.Value}", StringComparison.Ordinal));
    }

    [Fact]
    public void Unknown_psids_are_named_one_by_one_and_the_others_come()
    {
        using Shell shell = service.Connect();
        Output output = shell.Run("Get-ZvarLightCurve 145120008365555265, 145120008365555264");
        Assert.Equal("ObjectNotFound", output.ErrorId);
        Assert.Equal(145120008365555265, output.Error.TargetObject);
        Assert.Single(output.Results);
    }
}
