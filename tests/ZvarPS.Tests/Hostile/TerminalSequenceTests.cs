using System.Globalization;
using System.Management.Automation;
using System.Text;
using Zvar.Tests.Http;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Hostile;

/// <summary>
/// Names of tables and of a service that would move the cursor, set the window's title, ring, or turn letters around:
/// no stream says them as they are. How objects are shown is tested in a real pwsh.
/// </summary>
public sealed class TerminalSequenceTests : IDisposable
{
    private const string Foul = "a\e[2J\e]0;title\a\u009b31m\b\u202eb\u2066c\u007f";
    private const string Shown = "a␛[2J␛]0;title␇\uFFFD31m␈\uFFFDb\uFFFDc␡";

    private readonly Shell _shell = Shell.OnDemoSky();
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ $foul = 1 } | Find-ZvarCone -Radius 5")]
    [InlineData("[pscustomobject]@{ Ra = $foul; Dec = 1 } | Find-ZvarCone -Radius 5")]
    [InlineData("[pscustomobject]@{ Ra = 1; Dec = 1; Radius = $foul } | Find-ZvarCone")]
    [InlineData("[pscustomobject]@{ Psid = $foul } | Get-ZvarObject")]
    [InlineData("@{ $foul = 1 } | Get-ZvarObject")]
    [InlineData("Get-ZvarObject $foul")]
    [InlineData("Invoke-ZvarXmatch -Id @{ $foul = $foul } -Catalog gaia -Radius 5")]
    [InlineData("Invoke-ZvarXmatch -Id \"`r12345678901234567890.0\" -Catalog gaia -Radius 5")]
    [InlineData("[pscustomobject]@{ Name = $foul; Time = 2458000; Mag = 17 } | ConvertTo-ZvarFold")]
    [InlineData("[pscustomobject]@{ Name = $foul; Time = 2458000; Mag = $foul } | ConvertTo-ZvarFold 1")]
    [InlineData("@{ Name = $foul; Time = 2458000; Mag = 17 } | Show-ZvarFold -Period 1 -Band z -Path $path")]
    [InlineData("@{ Name = $foul; Time = 2458000; Mag = 17; Period = $foul } | Show-ZvarFold -Path $path")]
    [InlineData("[pscustomobject]@{ Name = $foul; Time = 2458000; \"`emag\" = 17 } | ConvertTo-ZvarFold")]
    [InlineData("@{ \"`e]0;`ajd\" = 58000; Mag = 17; \"`a_fid\" = $foul } | ConvertTo-ZvarFold 1")]
    [InlineData("@{ \"`a_mjd\" = 58000; \"`emag\" = 17; bjd = $foul } | ConvertTo-ZvarFold 1")]
    [InlineData("@{ \"`a_mjd\" = 58000, 58001; \"`emag\" = @(17) } | ConvertTo-ZvarFold 1")]
    [InlineData("@{ \"`a_mjd\" = 58000; mag = 17; \"`ecatflags\" = '32768' } | ConvertTo-ZvarFold 1")]
    [InlineData("Invoke-ZvarXmatch 145120008365555264 -Catalog $foul -Radius 5")]
    public void No_stream_says_them_as_they_are(string script)
    {
        Output output = _shell.Run(
            $"{script} -Verbose", ("foul", Foul), ("path", Path.Combine(_folder, "never.svg")));

        string[] said =
        [
            .. output.Errors.SelectMany(error => new[]
            {
                error.ToString(),
                error.Exception.Message,
                $"{error.ErrorDetails}",
                error.CategoryInfo.ToString(),
            }),
            .. output.Warnings,
            .. output.Verbose.Where(line => !line.Contains("Performing the operation", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(said);
        Assert.All(said, AssertVisible);
    }

    [Fact]
    public void What_an_error_is_about_stays_as_it_was()
    {
        Output output = _shell.Run(
            "[pscustomobject]@{ Name = $foul; Time = 2458000; Mag = 17 } | ConvertTo-ZvarFold", ("foul", Foul));
        Assert.Equal(Foul, output.Error.TargetObject);
        Assert.Contains(Shown, output.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal(Shown, output.Error.CategoryInfo.TargetName);
    }

    [Fact]
    public async Task Tab_tells_of_stars_with_such_names_in_symbols()
    {
        string star =
            $$"""
            {"psid": "145120008365555264", "ra": 10.0, "dec": 1.0, "objtype": 1,
             "matchfiles": [{"field": 1, "ccd": 1, "quad": 1, "band": {{Json(Foul)}}, "nb_exposures": 9}],
             "periods": [{"field": 1, "ccd": 1, "quad": 1, "band": {{Json(Foul)}}, "period": 0.5, "significance": 9}]}
            """;
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, $$"""{"0": [{{star}}]}"""));
        using Shell shell = Service.Connect(server.Address);
        PSObject found = shell.Run("Find-ZvarCone 10 1 -Radius 5 -TargetName $foul", ("foul", Foul)).Single;
        Assert.Equal(Foul, found.Properties["TargetName"].Value);

        CompletionResult[] offered =
        [
            .. shell.Complete("Get-ZvarObject "),
            .. shell.Complete("Show-ZvarFold 145120008365555264 -Period "),
            .. shell.Complete("Get-ZvarLightCurve 145120008365555264 -Field "),
        ];
        Assert.Contains(offered, one => one.ToolTip.Contains(Shown, StringComparison.Ordinal));
        Assert.All(offered, one => AssertVisible(one.ToolTip + one.ListItemText + one.CompletionText));
    }

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static void AssertVisible(string text) => Assert.DoesNotContain(
        text.Replace(Environment.NewLine, "", StringComparison.Ordinal).EnumerateRunes(),
        rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format);
}
