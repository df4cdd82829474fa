using System.Management.Automation;
using System.Xml.Linq;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

public sealed class FoldTests : IDisposable
{
    private readonly Shell _shell = Shell.OnDemoSky();
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Points_fold_to_phases_counted_from_the_first_time_before_any_cut()
    {
        Output output = _shell.Run(
            """
            Get-ZvarPhotometry 145120008365555264 | Where-Object Band -eq r |
                ConvertTo-ZvarFold -Period 0.2726629621689033
            """);
        Assert.NotEmpty(output.Succeed());
        Assert.All(output.Values<double>("Epoch"), epoch => Assert.Equal(2458263.981924, epoch));
        Assert.All(output.Values<double>("Phase"), phase => Assert.InRange(phase, 0, 1));
    }

    [Fact]
    public void The_period_of_the_star_goes_with_its_points()
    {
        Output output = _shell.Run(
            "Find-ZvarCone 0.836528 30.937196 -Radius 2 | Get-ZvarLightCurve | ConvertTo-ZvarFold -Bins 20");
        Assert.Equal(0.2726629621689033 / 2, Assert.Single(output.Values<double>("Period").Distinct()), 6);
        Assert.Equal(1126, output.Values<int>("Count").Sum());
        Assert.Equal(20, output.Succeed().Count(bin => (string)bin.Properties["Band"].Value == "g"));
    }

    [Theory]
    [InlineData("6.5439096h")]
    [InlineData("392.634576min")]
    [InlineData("23558.07456s")]
    [InlineData("0.2726629d")]
    [InlineData("([timespan]::FromDays(0.2726629))")]
    public void Periods_read_as_people_write_them(string period)
    {
        Output output = _shell.Run(
            $"Get-ZvarLightCurve 145120008365555264 | ConvertTo-ZvarFold -Period {period} -Bins 5");
        Assert.All(output.Values<double>("Period"), days => Assert.Equal(0.2726629, days, 9));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0,27")]
    [InlineData("soon")]
    public void A_period_that_is_none_is_refused(string period)
    {
        Output output = _shell.Run($"Get-ZvarLightCurve 145120008365555264 | ConvertTo-ZvarFold -Period {period}");
        Assert.StartsWith(
            "ParameterArgumentTransformationError", output.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("6.5h", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_period_anywhere_it_says_what_to_give()
    {
        Output output = _shell.Run("Get-ZvarLightCurve 145120008365555264 | ConvertTo-ZvarFold");
        Assert.Equal("PeriodRequired", output.ErrorId);
        Assert.Contains("-Period", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_minimum_can_be_phase_zero()
    {
        Output output = _shell.Run(
            """
            Get-ZvarLightCurve 145120008365555264 -Band r |
                ConvertTo-ZvarFold -Period 0.2726629621689033 -Epoch Minimum -Bins 20
            """);
        double[] mags = output.Values<double>("Mag");
        double faintest = mags.Max();
        Assert.Contains(faintest, new[] { mags[0], mags[^1] });
    }

    [Fact]
    public void Rows_of_a_table_fold_like_points()
    {
        Output output = _shell.Run(
            """
            [pscustomobject]@{ Time = '2458000.0'; Mag = '17.5'; Band = 'g' },
            [pscustomobject]@{ time = 2458000.25; mag = 17.0; band = 'zg' } |
                ConvertTo-ZvarFold -Period 0.5
            """);
        Assert.Equal([0.0, 0.5], output.Values<double>("Phase"));
        Assert.Equal([17.5, 17.0], output.Values<double>("Mag"));
    }

    [Fact]
    public void A_table_without_bands_is_shown_too()
    {
        string path = Path.Combine(_folder, "table.svg");
        _shell.Run(
            """
            0..20 | ForEach-Object { [pscustomobject]@{ Time = 2458000 + $_ / 10; Mag = 17 + $_ / 100 } } |
                Show-ZvarFold -Period 1 -Path $path
            """,
            ("path", path)).Succeed();
        Assert.Contains("Magnitude", Text(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decimal_comma_in_a_row_is_refused_and_not_read_as_thousands()
    {
        Output output = _shell.Run(
            "[pscustomobject]@{ Time = '2458000.5'; Mag = '17,41657' } | ConvertTo-ZvarFold -Period 1");
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Contains("column Mag has numbers with a comma", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ZvarPhotometry 145120008365555264")]
    [InlineData("[pscustomobject]@{ Time = '2458000.5'; Mag = '17.4'; Synthetic = 'True' }")]
    public void What_is_synthetic_stays_so_when_it_is_folded(string points)
    {
        Output output = _shell.Run($"{points} | ConvertTo-ZvarFold -Period 1");
        Assert.NotEmpty(output.Succeed());
        Assert.All(output.Values<bool>("Synthetic"), Assert.True);
    }

    [Fact]
    public void Rows_without_the_columns_are_told_which_are_wanted()
    {
        Output output = _shell.Run("[pscustomobject]@{ x = 1 } | ConvertTo-ZvarFold -Period 1");
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Contains("Select-Object *, @{ n = 'Time'", output.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal("InputNotUnderstood", _shell.Run("[pscustomobject]@{ x = 1 } | Show-ZvarFold -Period 1").ErrorId);
    }

    [Fact]
    public void A_picture_is_written_where_Path_says_and_given_when_asked_for()
    {
        string path = Path.Combine(_folder, "fold.png");
        Assert.Empty(_shell.Run("Show-ZvarFold 145120008365555264 -Path $path", ("path", path)).Succeed());
        Assert.True(File.Exists(path));
        Output output = _shell.Run("Show-ZvarFold 145120008365555264 -Path $path -PassThru", ("path", path));
        Assert.Equal(path, Assert.IsType<FileInfo>(output.Single.BaseObject).FullName);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(path)[..4]);
    }

    [Fact]
    public void An_svg_names_star_and_period_and_says_that_it_is_synthetic()
    {
        string path = Path.Combine(_folder, "fold.svg");
        _shell.Run("Get-ZvarObject 145120008365555264 | Show-ZvarFold -Path $path", ("path", path)).Succeed();
        string text = Text(path);
        Assert.Contains("145120008365555264", text, StringComparison.Ordinal);
        Assert.Contains("3.27 hours", text, StringComparison.Ordinal);
        Assert.Contains("synthetic", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_are_shown_as_they_are_without_a_question()
    {
        // There is no connection left to ask: what is drawn is what was piped.
        string path = Path.Combine(_folder, "kept.svg");
        Output output = _shell.Run(
            """
            $points = Find-ZvarCone 0.836528 30.937196 -Radius 2 | Get-ZvarPhotometry | Where-Object Snr -ge 50
            Disconnect-Zvar
            $points | Show-ZvarFold -Path $path -Cycles 1
            """,
            ("path", path));
        output.Succeed();
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Points_without_a_period_and_nobody_to_ask_are_told_to_give_one()
    {
        Output output = _shell.Run(
            "$points = Get-ZvarPhotometry 145120008365555264; Disconnect-Zvar; $points | Show-ZvarFold -Path $path",
            ("path", Path.Combine(_folder, "none.png")));
        Assert.Equal("PeriodRequired", output.ErrorId);
    }

    [Fact]
    public void A_folder_gets_a_file_for_each_star_and_a_file_gets_them_all()
    {
        const string Search = "Find-ZvarCone 4.93855 36.31493 -Radius 10arcmin -ObjectType Star -MinSignificance 40";
        const string Stars = $"{Search} | Show-ZvarFold -As Png -Path $path -PassThru";
        int stars = _shell.Run(Search).Results.Count;
        IReadOnlyList<PSObject> each = _shell.Run(Stars, ("path", _folder)).Succeed();
        Assert.True(stars > 1);
        Assert.Equal(stars, each.Count);
        Assert.Single(_shell.Run(Stars, ("path", Path.Combine(_folder, "sheet.png"))).Succeed());
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        string path = Path.Combine(_folder, "fold.png");
        Assert.Empty(_shell.Run("Show-ZvarFold 145120008365555264 -Path $path -WhatIf", ("path", path)).Succeed());
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_told()
    {
        string blocked = Path.Combine(_folder, "file");
        File.WriteAllText(blocked, "");
        Output output = _shell.Run(
            "Show-ZvarFold 145120008365555264 -Path $path", ("path", Path.Combine(blocked, "fold.png")));
        Assert.Equal("CannotWrite", output.ErrorId);
    }

    [Fact]
    public void A_page_holds_all_stars_to_step_through()
    {
        string path = Path.Combine(_folder, "folds.html");
        _shell.Run("145120008365555264, 126541217361397171 | Show-ZvarFold -Path $path", ("path", path)).Succeed();
        string page = File.ReadAllText(path);
        Assert.StartsWith("<!doctype html>", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("145120008365555264", page, StringComparison.Ordinal);
        Assert.Contains("126541217361397171", page, StringComparison.Ordinal);
        Assert.True(new FileInfo(path).Length < 2_500_000);
    }

    [Theory]
    [InlineData("Get-ZvarLightCurve 145120008365555264 | Show-ZvarLightCurve -Path $path")]
    [InlineData("Get-ZvarPhotometry 145120008365555264 -Format Flux | Show-ZvarLightCurve -Format Flux -Path $path")]
    [InlineData("Show-ZvarLightCurve 145120008365555264 -Band r -Path $path")]
    public void A_light_curve_is_shown_against_time(string command)
    {
        string path = Path.Combine(_folder, "curve.svg");
        _shell.Run(command, ("path", path)).Succeed();
        string text = Text(path);
        Assert.Contains("145120008365555264", text, StringComparison.Ordinal);
        Assert.Contains("synthetic", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Find-ZvarCone 4.93855 36.31493 -Radius 3arcmin | Invoke-ZvarXmatch -Catalog gaia -Radius 3"
        + " | Show-ZvarColorMagnitude -Path $path")]
    [InlineData("Find-ZvarCone 4.93855 36.31493 -Radius 3arcmin | Show-ZvarColorMagnitude -Path $path")]
    [InlineData("Get-ZvarLightCurve 145120008365555264 | Show-ZvarColorMagnitude -Path $path")]
    [InlineData("Get-ZvarPhotometry 145120008365555264 | Show-ZvarColorMagnitude -Path $path")]
    [InlineData("Show-ZvarColorMagnitude 145120008365555264 -Path $path")]
    public void Stars_are_shown_in_the_colour_magnitude_diagram(string command)
    {
        string path = Path.Combine(_folder, "cmd.svg");
        _shell.Run(command, ("path", path)).Succeed();
        Assert.Contains("BP", Text(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_has_the_size_and_the_ground_asked_for()
    {
        string path = Path.Combine(_folder, "small.png");
        _shell.Run(
            "Show-ZvarFold 145120008365555264 -Path $path -Width 640 -Height 400 -Theme Dark",
            ("path", path)).Succeed();
        byte[] head = File.ReadAllBytes(path)[16..24];
        Assert.Equal(640, (head[2] << 8) | head[3]);
        Assert.Equal(400, (head[6] << 8) | head[7]);
    }

    private static string Text(string path) => string.Concat(
        XDocument.Load(path).Descendants().Where(one => one.Name.LocalName == "text").Select(one => one.Value));
}
