using System.Management.Automation;
using System.Text.Json;
using System.Text.RegularExpressions;
using Zvar.Tests.Plots;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>What else is known of stars, as the pipeline and -Context bring it to a page of folds.</summary>
public sealed class FoldContextTests : IDisposable
{
    private const string Star = "145120008365555264";

    private const string Gaia = $"Invoke-ZvarXmatch {Star} -Catalog gaia -Radius 3";

    // What comes out of a job, and what comes out of Export-Csv: texts in the session's culture.
    private const string Copies =
        """
        function Copy-Object { process {
            [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_))
        } }
        function ConvertTo-Row { process {
            $row = [ordered]@{}
            foreach ($one in $_.PSObject.Properties) {
                $row[$one.Name] = [Convert]::ToString($one.Value, [cultureinfo]::CurrentCulture)
            }
            [pscustomobject]$row
        } }

        """;

    private readonly Shell _shell = Shell.OnDemoSky();
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData($"{Gaia} | Show-ZvarFold")]
    [InlineData($"{Gaia} | Copy-Object | Show-ZvarFold")]
    [InlineData($"{Gaia} | ConvertTo-Row | Show-ZvarFold")]
    [InlineData($"Show-ZvarFold {Star} -Context ({Gaia})")]
    [InlineData($"Get-ZvarLightCurve {Star} | Show-ZvarFold -Period 6h -Context ({Gaia} | Copy-Object)")]
    [InlineData($"Show-ZvarFold {Star} -Context ({Gaia} | ConvertTo-Row)")]
    [InlineData($"Get-ZvarPhotometry {Star} | ConvertTo-ZvarFold 0.5 | Show-ZvarFold -Context ({Gaia})")]
    [InlineData(
        $"$gaia = @{{ Psid = 'ZVAR {Star}'; Gmag = 15.5; 'BP-RP' = '0.8'; Plx = 2.5 }};"
        + $"Show-ZvarFold {Star} -Context ([Collections.Generic.List[object]]@($gaia))")]
    public void A_Gaia_match_places_its_star(string script)
    {
        JsonElement star = Assert.Single(Show(script).Index);

        Assert.Equal(Star, star.GetProperty("psid").GetString());
        Assert.Equal(3, star.GetProperty("colorMagnitude").GetArrayLength());
    }

    [Theory]
    [InlineData($"Measure-ZvarLightCurve {Star} | Show-ZvarFold")]
    [InlineData($"Measure-ZvarLightCurve {Star} | Copy-Object | Show-ZvarFold")]
    [InlineData($"Measure-ZvarLightCurve {Star} | ConvertTo-Row | Show-ZvarFold")]
    [InlineData($"Show-ZvarFold {Star} -Context (Measure-ZvarLightCurve {Star})")]
    [InlineData($"$both = (Measure-ZvarLightCurve {Star}), ({Gaia}); Show-ZvarFold {Star} -Context $both")]
    public void Statistics_stand_beside_their_star_whose_bands_are_one_star(string script)
    {
        (JsonElement[] index, JsonElement first) = Show(script);

        Assert.Single(index);
        Assert.Equal(
            ["g", "r", "all"],
            first.GetProperty("statistics").EnumerateArray().Select(band => band.GetProperty("band").GetString()));
    }

    [Fact]
    public void They_are_the_numbers_that_were_measured_in_any_culture()
    {
        double amplitude = (double)_shell.Run($"(Measure-ZvarLightCurve {Star})[0].Amplitude").Single.BaseObject;
        (_, JsonElement first) = Show(
            $"[cultureinfo]::CurrentCulture = 'de-DE'; Measure-ZvarLightCurve {Star} | ConvertTo-Row | Show-ZvarFold");

        Assert.Contains(
            FormattableString.Invariant($"{amplitude:0.000}"),
            first.GetProperty("statistics")[0].GetProperty("values").EnumerateArray().Select(value => value.GetString()));
    }

    [Fact]
    public void Many_stars_have_each_their_own()
    {
        (JsonElement[] index, _) = Show(
            """
            $stars = Find-ZvarCone 0.83653 30.93720 -Radius 5arcmin -MinSignificance 20
            $stars | Invoke-ZvarXmatch -Catalog gaia -Radius 3 | Show-ZvarFold -Context ($stars | Measure-ZvarLightCurve)
            """);

        Assert.True(index.Length > 2);
        Assert.Equal(index.Length, index.Select(star => star.GetProperty("psid").GetString()).Distinct().Count());
    }

    [Fact]
    public void Candidates_are_told_from_the_periods_of_the_star()
    {
        (_, JsonElement first) = Show($"Find-ZvarPeriod {Star} -Top 3 -MinPeriod 0.2 -MaxPeriod 0.4 | Show-ZvarFold");

        Assert.Equal(3, Periods(first).Count(one => one.GetProperty("found").GetBoolean()));
    }

    [Theory]
    [InlineData("17", "'17' tells nothing of a star")]
    [InlineData("([pscustomobject]@{ Psid = 1; Gmag = 3 })", "tells nothing of a star. Give matches of Invoke-ZvarXmatch")]
    [InlineData("@{ Gmag = 15.5; BPmag = 16; RPmag = 15; Plx = 2 }", "each with its psid")]
    [InlineData($"@{{ Psid = {Star}; Gmag = 'bright'; 'BP-RP' = 1; Plx = 2 }}", "bright")]
    public void One_that_tells_nothing_is_told_and_the_star_is_shown(string one, string words)
    {
        string path = Path.Combine(_folder, "fold.html");
        ErrorRecord error = _shell.Run(
            $"$gaia = {Gaia}; Show-ZvarFold {Star} -Context $gaia, {one} -Path $path",
            ("path", path)).Error;

        Assert.StartsWith("InputNotUnderstood,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, Read(path).Index[0].GetProperty("colorMagnitude").GetArrayLength());
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("@()")]
    [InlineData("@(@(), $null)")]
    [InlineData("'gaia'")]
    [InlineData("17, 18")]
    public void That_there_is_nothing_in_it_is_an_error_at_binding(string context)
    {
        ErrorRecord error = _shell.Run($"Show-ZvarFold {Star} -Context {context}").Error;

        Assert.StartsWith("ParameterArgumentTransformationError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Invoke-ZvarXmatch -Catalog gaia", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_context_has_none()
    {
        (JsonElement[] index, JsonElement first) = Show($"Get-ZvarObject {Star} | Show-ZvarFold");

        Assert.False(index[0].TryGetProperty("colorMagnitude", out _));
        Assert.False(first.TryGetProperty("statistics", out _));
        Assert.DoesNotContain(Periods(first), one => one.GetProperty("found").GetBoolean());
    }

    private static JsonElement[] Periods(JsonElement star) => [.. star.GetProperty("periods").EnumerateArray()];

    private (JsonElement[] Index, JsonElement First) Show(string script)
    {
        string path = Path.Combine(_folder, "fold.html");
        _shell.Run($"{Copies}{script} -Periodogram:$false -Path $path", ("path", path)).Succeed();
        return Read(path);
    }

    // What a page knows of its stars at once, and of the first one.
    private static (JsonElement[] Index, JsonElement First) Read(string path)
    {
        string page = File.ReadAllText(path);
        string index = Regex.Match(page, "id=\"index-data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        return ([.. JsonElement.Parse(index).EnumerateArray()], JsonElement.Parse(PackedStar.Read(page, 0)));
    }
}
