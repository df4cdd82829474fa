using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Binding;

/// <summary>What an argument means, and what is said of one that means nothing.</summary>
public sealed class ArgumentTests : IDisposable
{
    private readonly Shell _shell = Shell.OnDemoSky();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("$star")]
    [InlineData("@($star)")]
    [InlineData("$star.GetBestPeriod()")]
    [InlineData("([pscustomobject]@{ Name = 'mine'; period = '0.13633148108445164' })")]
    [InlineData("@{ Period = 0.13633148108445164 }")]
    [InlineData("@{ PERIOD = '0.13633148108445164d' }")]
    public void A_star_or_a_row_as_a_period_means_its_period(string period) => Assert.Equal(
        [0.13633148108445164, 0.13633148108445164],
        _shell.Run(
            $"$star = Get-ZvarObject 145120008365555264; Get-ZvarLightCurve $star | ConvertTo-ZvarFold {period} -Bins 1")
            .Values<double>("Period"));

    [Fact]
    public void So_it_does_as_a_limit_of_a_cone() => Assert.Equal(
        145120008365555264,
        _shell.Run(
            """
            $star = Get-ZvarObject 145120008365555264
            Find-ZvarCone -Position $star -Radius 2 -MinPeriod $star -MaxPeriod $star.Periods[0]
            """).Single.Properties["Psid"].Value);

    [Theory]
    [InlineData("ConvertTo-ZvarFold -InputObject @{ Time = 1; Mag = 17 } -Period 145120008365555264")]
    [InlineData("ConvertTo-ZvarFold -InputObject @{ Time = 1; Mag = 17 } -Period '145120008365555264'")]
    [InlineData("Find-ZvarCone 1 2 -Radius 3 -MinPeriod 145120008365555264")]
    public void A_psid_is_no_period(string command) =>
        AssertRefused(command, "is a psid, not a period: give the star itself");

    [Theory]
    [InlineData("([double]2873447302730839936)")]
    [InlineData("'2.87e18'")]
    [InlineData("'2873447302730839936.0'")]
    [InlineData("1, ([double]2873447302730839936)")]
    public void An_id_of_another_catalogue_that_was_a_double_is_refused(string id) =>
        AssertRefused($"Invoke-ZvarXmatch -Id {id} -Catalog gaia -Radius 3", "is a double, which rounds an id");

    [Theory]
    [InlineData("Show-ZvarFold 0.54")]
    [InlineData("Show-ZvarFold 145120008365555264, 0.54")]
    public void A_period_where_a_psid_goes_is_told_where_it_goes(string command) =>
        AssertRefused(command, "'0.54' is no psid. A period is named: -Period 0.54");

    [Theory]
    [InlineData("Get-ZvarLightCurve 145120008365555264 -Band 'r, g'")]
    [InlineData("Get-ZvarLightCurve 145120008365555264 -Band 'zr,g', r")]
    public void A_list_of_bands_in_quotes_is_one(string command) =>
        Assert.Equal("g r", _shell.Run(command).Single.Properties["Bands"].Value);

    [Theory]
    [InlineData("145120008365555264L")]
    [InlineData("0x20391e0f46e3e40")]
    public void A_whole_number_is_read_as_powershell_writes_one(string psid) => Assert.Equal(
        145120008365555264, _shell.Run($"Get-ZvarObject {psid}").Single.Properties["Psid"].Value);

    [Theory]
    [InlineData("Find-ZvarCone 1 2 3 -MinSignificance (Get-ZvarObject 145120008365555264)", "is an object (ZvarObject)")]
    [InlineData("Find-ZvarCone 1 2 3 -MinAmplitude '1.5,2'", "two numbers a space between them")]
    [InlineData("Find-ZvarCone 1 2 3 -MinAmplitude 1,5", "Decimals have a point")]
    [InlineData("Find-ZvarCone 1 2 3 -MinAmplitude $true", "is an object (Boolean)")]
    [InlineData("Find-ZvarCone 1 2 3 -MinExposures 1.5", "'1.5' is not a whole number")]
    [InlineData("Find-ZvarCone -Position @{ x = 1 } -Radius 3", "no position (its columns: x)")]
    [InlineData("Find-ZvarCone -Position 1, 2, 3 -Radius 3", "'1' is not a position")]
    [InlineData("Find-ZvarCone 1 2 3 -TargetName a, b", "'a,b' is a list, not one value")]
    [InlineData("Get-ZvarPhotometry 1 -Ccd 17", "17 is not the number of a CCD, 1 to 16")]
    [InlineData("Get-ZvarPhotometry 1 -Quad 0", "0 is not the number of a quadrant, 1 to 4")]
    [InlineData("Get-ZvarPhotometry 1 -Field one", "'one' is not a whole number")]
    [InlineData("Get-ZvarPhotometry 1 -Field '1,5'", "as in '1.5'")]
    [InlineData("Get-ZvarPhotometry 1 -Format Magnitude", "'Magnitude' is none of the words there are: Mag, Flux")]
    [InlineData("Get-ZvarObject 1, $null", "There is no value")]
    [InlineData("Get-ZvarObject $star.Typo", "There is no value")]
    [InlineData("Get-ZvarObject @{ Ra = 1 }", "has no psid")]
    [InlineData("Get-ZvarObject 1 -Connection (Get-ZvarObject 145120008365555264)", "is no connection")]
    [InlineData("Connect-Zvar -MaximumRetryCount often", "'often' is not a whole number")]
    [InlineData("1 | Connect-Zvar", "'1' is no connection")]
    [InlineData("Show-ZvarFold 145120008365555264 -Path a.png, b.png", "is a list. Give one path")]
    public void What_means_nothing_is_refused_in_words(string command, string words) => AssertRefused(command, words);

    [Fact]
    public void A_minus_sign_is_one_however_it_was_pasted() =>
        Assert.NotEmpty(_shell.Run("Get-ZvarPhotometry 145120008365555264 -MinSnr '–5'").Succeed());

    [Theory]
    [InlineData("FLUX")]
    [InlineData("Fl")]
    [InlineData("1")]
    [InlineData("([Zvar.PhotometryFormat]::Flux)")]
    public void A_choice_is_read_as_powershell_reads_one(string format) => Assert.Equal(
        26.052000762939453,
        _shell.Run($"(Get-ZvarLightCurve 145120008365555264 -Format {format}).MagZeroPoint[0]").Single.BaseObject);

    [Theory]
    [InlineData("Get-ZvarObject -InputObject @()", "-InputObject is an empty list")]
    [InlineData("Get-ZvarObject -InputObject 145120008365555264, $null", "-InputObject has a $null in it")]
    [InlineData("Find-ZvarCone -InputObject ([Collections.ArrayList]::new()) -Radius 3", "-InputObject is an empty list")]
    [InlineData("ConvertTo-ZvarFold -InputObject @() -Period 1", "-InputObject is an empty list")]
    public void So_is_nothing_at_InputObject(string command, string words)
    {
        Output output = _shell.Run(command);
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Contains(words, output.Error.ToString(), StringComparison.Ordinal);
    }

    private void AssertRefused(string command, string words)
    {
        ErrorRecord error = _shell.Run(command).Error;
        Assert.StartsWith("ParameterArgumentTransformationError", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
        Assert.True(error.ToString().Length < 600, error.ToString());
    }
}
