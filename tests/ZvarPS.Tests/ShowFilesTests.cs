using System.Text;
using Zvar.Tests.Plots;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>
/// The files of the Show cmdlets: one for each star, their names, and what becomes of those that were there.
/// </summary>
public sealed class ShowFilesTests : IDisposable
{
    private const string Star = "145120008365555264";
    private const string Other = "126541217361397171";

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly Shell _shell = Shell.OnDemoSky();

    public ShowFilesTests() =>
        _shell.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)", ("folder", _folder)).Succeed();

    private string[] Names => [.. Directory.GetFiles(_folder).Select(file => Path.GetFileName(file)!).Order()];

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Show-ZvarFold", "Page", "html", "")]
    [InlineData("Show-ZvarFold", "Terminal", "txt", "")]
    [InlineData("Show-ZvarFold", "Png", "png", "")]
    [InlineData("Show-ZvarFold", "Svg", "svg", "")]
    [InlineData("Show-ZvarFold", "Pdf", "pdf", "")]
    [InlineData("Show-ZvarLightCurve", "Page", "html", "-time")]
    [InlineData("Show-ZvarLightCurve", "Terminal", "txt", "-time")]
    [InlineData("Show-ZvarLightCurve", "Pdf", "pdf", "-time")]
    public void A_folder_gets_a_file_for_each_star_in_every_format(
        string cmdlet, string format, string ending, string word)
    {
        Output output = _shell.Run($"{Other}, {Star} | {cmdlet} -As {format} -Path ./ -PassThru");

        Assert.Equal([$"{Other}{word}.{ending}", $"{Star}{word}.{ending}"], output.Values<string>("Name"));
        Assert.Equal([$"{Other}{word}.{ending}", $"{Star}{word}.{ending}"], Names);
        byte[] own = File.ReadAllBytes(Path.Combine(_folder, $"{Star}{word}.{ending}"));
        if (format is "Page" or "Terminal")
        {
            Assert.Contains(Star, Encoding.UTF8.GetString(own), StringComparison.Ordinal);
            Assert.DoesNotContain(Other, Encoding.UTF8.GetString(own), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_folder_that_is_missing_is_made_for_pages_too()
    {
        _shell.Run($"Show-ZvarFold {Star} -As Page -Path new/").Succeed();
        Assert.True(File.Exists(Path.Combine(_folder, "new", $"{Star}.html")));
    }

    [Fact]
    public void Light_curves_of_one_star_get_files_with_numbers()
    {
        Output output = _shell.Run(
            $"{Star}, {Star}, {Other}, {Star} | Show-ZvarFold -As Svg -Path ./ -PassThru");

        Assert.Equal(
            [$"{Star}.svg", $"{Star}-2.svg", $"{Other}.svg", $"{Star}-3.svg"], output.Values<string>("Name"));

        // Once more they take the places of those that were there.
        _shell.Run($"{Star}, {Star} | Show-ZvarFold -As Svg -Path ./").Succeed();
        Assert.Equal(4, Names.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("| ForEach-Object { [Management.Automation.PSSerializer]::Deserialize("
        + "[Management.Automation.PSSerializer]::Serialize($_)) }")]
    public void The_match_files_of_a_star_are_one_light_curve(string again)
    {
        Output output = _shell.Run(
            $"(Get-ZvarObject {Star}, {Other}).Matchfiles {again}"
            + " | Show-ZvarFold -Period 1 -As Svg -Path ./ -PassThru");
        Assert.Equal([$"{Star}.svg", $"{Other}.svg"], output.Values<string>("Name"));
    }

    [Fact]
    public void A_pdf_has_as_many_pages_as_the_stars_need()
    {
        const string Stars = "Find-ZvarCone 4.93855 36.31493 -Radius 10arcmin -ObjectType Star -MinSignificance 40";
        int stars = _shell.Run(Stars).Succeed().Count;
        _shell.Run($"{Stars} | Show-ZvarFold -Path sheet.pdf").Succeed();
        _shell.Run($"{Stars} | Show-ZvarColorMagnitude -Path diagram.pdf").Succeed();

        string sheet = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(_folder, "sheet.pdf")));
        Assert.StartsWith("%PDF-", sheet, StringComparison.Ordinal);
        Assert.Equal((stars + 8) / 9, sheet.Split("/Type /Page\n").Length - 1);
        Assert.StartsWith(
            "%PDF-", File.ReadAllText(Path.Combine(_folder, "diagram.pdf"), Encoding.Latin1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_that_is_too_small_names_parameters_that_exist()
    {
        Output output = _shell.Run(
            "1..60 | ForEach-Object { @{ Psid = $_; Time = 1; Mag = 17 } } |"
            + " Show-ZvarFold -Period 1 -Path s.png -Width 400 -Height 300");

        Assert.Equal("TooManyDiagrams", output.ErrorId);
        Assert.Matches("a Width of [0-9]+ and a Height of [0-9]+ would do", output.Error.ToString());
        Assert.DoesNotContain("scale", output.Error.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Names);
    }

    [Fact]
    public void The_bins_show_what_Statistic_says()
    {
        string Bins(string how) =>
            _shell.Run($"Show-ZvarFold {Star} -Period 0.2726630 -Bins 12 {how} -As Terminal").Single.ToString();

        Assert.Contains(", 12 bins (median)", Bins("-Statistic Median"), StringComparison.Ordinal);
        Assert.Equal(Bins(""), Bins("-Statistic Mean"));
        Assert.NotEqual(Bins(""), Bins("-Statistic Median"));
        const string Fold = $"Get-ZvarLightCurve {Star} | ConvertTo-ZvarFold 0.27 -Bins 12";
        Assert.Equal(
            _shell.Run($"{Fold} -Statistic Mean").Values<double>("Mag"), _shell.Run(Fold).Values<double>("Mag"));
        Assert.NotEqual(
            _shell.Run($"{Fold} -Statistic Median").Values<double>("Mag"), _shell.Run(Fold).Values<double>("Mag"));
    }

    [Theory]
    [InlineData("", "g (474)")]
    [InlineData("-Bins 20", "in bins")]
    public void A_fold_that_was_computed_is_shown_and_not_a_diagram_for_each_point(string bins, string words)
    {
        string fold =
            $"Get-ZvarLightCurve {Star}, {Other} | ConvertTo-ZvarFold 0.27266296 -Epoch Minimum {bins} | Show-ZvarFold";

        Output output = _shell.Run($"{fold} -As Terminal");

        Assert.Equal(2, output.Succeed().Count);
        Assert.Contains(words, output.Succeed()[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(2, _shell.Run($"{fold} -As Svg -Path ./ -PassThru").Succeed().Count);
        Output refolded = _shell.Run($"{fold} -As Terminal -Period 1 -Bins 3 -Band g");
        Assert.Equal(
            "Phase points are shown as they were folded; not done for them: -Period, -Bins.",
            Assert.Single(refolded.Warnings));
        Assert.DoesNotContain("r (", refolded.Succeed()[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fold_that_was_computed_may_come_from_a_table()
    {
        Output output = _shell.Run(
            """
            0..9 | ForEach-Object {
                [pscustomobject]@{
                    Psid = '145120008365555264'; Band = 'V'; Phase = "0.$_"; Mag = "17.$_"; MagErr = '0.1'; Count = '3'
                    Epoch = '2458000'; Period = '0.5'
                }
            } | Show-ZvarFold -As Terminal
            """);

        Assert.Contains("in bins", output.Single.ToString(), StringComparison.Ordinal);
        Assert.Contains("V (30)", output.Single.ToString(), StringComparison.Ordinal);
        Output bad = _shell.Run(
            "[pscustomobject]@{ Band = 'V'; Phase = 0.5; Mag = 17; Epoch = 1; Period = -1 } | Show-ZvarFold -As Terminal");
        Assert.Equal("InputNotUnderstood", bad.ErrorId);
    }

    [Theory]
    [InlineData(1e300, 1e300)]
    [InlineData(1e308, -1e308)]
    public void Magnitudes_that_no_axis_holds_are_refused_in_words(double even, double odd)
    {
        Output output = _shell.Run(
            "0..19 | ForEach-Object { @{ Time = 2458000 + $_; Mag = ($even, $odd)[$_ % 2] } } |"
            + " Show-ZvarFold -Period 3 -Path a.png",
            ("even", even),
            ("odd", odd));

        Assert.Equal("NothingToShow", output.ErrorId);
        Assert.Contains("20 of its values are infinite or beyond 1e10", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_light_curve_is_text_in_a_script_as_a_fold_is()
    {
        string drawing = _shell.Run($"Show-ZvarLightCurve {Star} -As Terminal -DetectionsOnly").Single.ToString();

        Assert.Contains($"{Star} synthetic (demo sky)", drawing, StringComparison.Ordinal);
        Assert.Contains("BJD-2458000", drawing, StringComparison.Ordinal);
        Assert.All(drawing.Split('\n'), line => Assert.True(line.Length <= 80));
    }

    [Fact]
    public void A_page_of_light_curves_holds_all_stars_to_step_through()
    {
        _shell.Run($"{Star}, {Other} | Show-ZvarLightCurve -Format Flux -Path curves.html").Succeed();

        string page = File.ReadAllText(Path.Combine(_folder, "curves.html"));
        Assert.Contains($"\"psid\":\"{Star}\"", page, StringComparison.Ordinal);
        Assert.Contains($"\"psid\":\"{Other}\"", page, StringComparison.Ordinal);
        string star = PackedStar.Read(page, 1);
        Assert.Contains("\"quantity\":\"flux\"", star, StringComparison.Ordinal);
        Assert.Contains("simbad.u-strasbg.fr", star, StringComparison.Ordinal);
    }

    [Fact]
    public void A_star_that_no_page_holds_is_told_of_and_the_others_are_shown()
    {
        Output output = _shell.Run(
            """
            $wide = 0..65536 | ForEach-Object { [pscustomobject]@{ Name = 'wide'; Time = $_; Mag = 17; Band = "b$_" } }
            $one, $other = 'one', 'other' |
                ForEach-Object { [pscustomobject]@{ Name = $_; Time = 1; Mag = 17; Band = 'g' } }
            @($one) + $wide + $other | Show-ZvarLightCurve -Path curves.html
            """);

        Assert.Equal("TooManyDiagrams", output.ErrorId);
        Assert.Contains("wide has 65537 bands; a page holds 65536", output.Error.ToString(), StringComparison.Ordinal);
        string page = File.ReadAllText(Path.Combine(_folder, "curves.html"));
        Assert.Contains("<title>2 light curves</title>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_only_file_stays_until_Force_replaces_it()
    {
        string path = Path.Combine(_folder, "fold.svg");
        File.WriteAllText(path, "mine");
        File.SetAttributes(path, FileAttributes.ReadOnly);

        Output output = _shell.Run($"Show-ZvarFold {Star} -Path fold.svg");
        Assert.Equal("CannotWrite", output.ErrorId);
        Assert.Contains("read-only: -Force", output.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(path));

        _shell.Run($"Show-ZvarFold {Star} -Path fold.svg -Force").Succeed();
        Assert.Contains("<svg", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.True(File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly));
        Assert.Equal("CannotWrite", _shell.Run($"Show-ZvarFold {Star} -Path fold.svg -Force -NoClobber").ErrorId);
        File.SetAttributes(path, FileAttributes.Normal);
    }

    [Fact]
    public void A_file_that_is_replaced_keeps_its_permissions()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes.");
            return;
        }

        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead;
        string path = Path.Combine(_folder, "fold.svg");
        File.WriteAllText(path, "mine");
        File.SetUnixFileMode(path, Mode);

        _shell.Run($"Show-ZvarFold {Star} -Path fold.svg").Succeed();

        Assert.Contains("<svg", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(Mode, File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData("Show-ZvarFold 145120008365555264 -Path folder.svg -As Svg")]
    [InlineData("Show-ZvarFold 145120008365555264 -Path file/fold.svg")]
    [InlineData("Show-ZvarFold 145120008365555264 -Path there.svg -NoClobber")]
    public void An_error_names_the_file_that_was_wanted_and_no_other(string command)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "folder.svg", "145120008365555264.svg"));
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        File.WriteAllText(Path.Combine(_folder, "there.svg"), "");

        Output output = _shell.Run(command);

        Assert.Equal("CannotWrite", output.ErrorId);
        Assert.DoesNotMatch("[0-9a-f]{32}", output.Error.ToString());
        Assert.DoesNotMatch("[0-9a-f]{32}", $"{output.Error.Exception}");
        Assert.Equal(["file", "there.svg"], Names);
    }

    [Fact]
    public void A_row_without_a_psid_is_called_by_its_name_in_what_is_drawn_and_what_it_is_written_to()
    {
        Output output = _shell.Run(
            """
            0..20 | ForEach-Object {
                [pscustomobject]@{ TargetName = 'RR Lyr / 2'; Time = 2458000 + $_ / 10; Mag = 17 + $_ / 100 }
            } | Show-ZvarFold -Period 1 -As Svg -Path ./ -PassThru
            """);

        Assert.Equal(["RR Lyr _ 2.svg"], output.Values<string>("Name"));
        Assert.Contains("RR Lyr / 2", File.ReadAllText(Path.Combine(_folder, "RR Lyr _ 2.svg")), StringComparison.Ordinal);
    }
}
