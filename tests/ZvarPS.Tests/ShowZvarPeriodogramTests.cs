using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

public sealed class ShowZvarPeriodogramTests : IDisposable
{
    private const string Points =
        """
        $points = 1..60 | ForEach-Object {
            [pscustomobject]@{ Psid = 145120008365555264; Method = 'LombScargle'; Frequency = $_; Power = 1 / $_ }
        }
        """;

    private readonly Shell _shell = Shell.OnDemoSky();
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("145120008365555264")]
    [InlineData("Get-ZvarLightCurve 145120008365555264")]
    [InlineData("Get-ZvarObject 145120008365555264")]
    [InlineData("Get-ZvarPhotometry 145120008365555264")]
    public void Light_curves_in_any_form_are_searched(string input)
    {
        Output output = _shell.Run(
            $"{input} | Show-ZvarPeriodogram -MinPeriod 0.2 -MaxPeriod 0.3 -Method LombScargle -As Terminal");
        Assert.Contains("found here", (string)Assert.Single(output.Succeed()).BaseObject, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_of_a_file_are_drawn_as_they_are()
    {
        Output output = _shell.Run(
            Points + """
            ; $points | ForEach-Object {
                [pscustomobject]@{
                    Psid = "$($_.Psid)"
                    Method = "$($_.Method)"
                    Frequency = $_.Frequency.ToString('R', [cultureinfo]::InvariantCulture)
                    Power = $_.Power.ToString('R', [cultureinfo]::InvariantCulture)
                }
            } | Show-ZvarPeriodogram -As Terminal
            """);
        Assert.Contains(
            "highest: Lomb–Scargle", (string)Assert.Single(output.Succeed()).BaseObject, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_that_is_none_is_told_with_those_there_are()
    {
        Output output = _shell.Run(
            "[pscustomobject]@{ Method = 'Guess'; Frequency = 1; Power = 1 } | Show-ZvarPeriodogram -As Terminal");
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Contains("LombScargle", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("svg")]
    [InlineData("pdf")]
    [InlineData("html")]
    [InlineData("txt")]
    public void It_is_written_in_every_format(string ending)
    {
        string file = Path.Combine(_folder, $"periodogram.{ending}");
        _shell.Run($"{Points}; $points | Show-ZvarPeriodogram -Path '{file}'").Succeed();
        Assert.True(new FileInfo(file).Length > 0);
    }

    [Fact]
    public void A_light_curve_that_cannot_be_searched_says_why()
    {
        Output output = _shell.Run(
            """
            1..3 | ForEach-Object { [pscustomobject]@{ Time = 2458000 + $_; Mag = 15; MagErr = 0.1; Name = 'few' } } |
                Show-ZvarPeriodogram -As Terminal
            """);
        Assert.Equal("TooFewPoints", output.ErrorId);
    }
}
