using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>What the Show cmdlets do with -Path: which formats, what happens to files that are there, what is given.</summary>
public sealed class ShowPathTests : IDisposable
{
    private const string Star = "145120008365555264";

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly Shell _shell = Shell.OnDemoSky();

    public ShowPathTests() =>
        _shell.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)", ("folder", _folder)).Succeed();

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Show-ZvarFold", "a.jpg", "'.jpg' is the ending of no format")]
    [InlineData("Show-ZvarFold", "a.jpg", ".html, .png, .svg, .pdf, .txt")]
    [InlineData("Show-ZvarFold", "a", "'a' has no ending")]
    [InlineData("Show-ZvarFold", "a", "name a folder")]
    [InlineData("Show-ZvarFold", "a.svg -As Png", "-As Png")]
    [InlineData("Show-ZvarFold", "a.html -As Terminal", "-As Terminal")]
    [InlineData("Show-ZvarLightCurve", "a.csv", ".html, .png, .svg, .pdf, .txt")]
    [InlineData("Show-ZvarLightCurve", "a.png -As Svg", "-As Svg")]
    [InlineData("Show-ZvarColorMagnitude", "a.txt", ".png, .svg, .pdf")]
    public void An_ending_that_is_no_format_or_another_one_is_refused_before_anything_is_asked(
        string cmdlet, string path, string words)
    {
        Output output = _shell.Run($"{cmdlet} {Star} -Path {path}");
        Assert.Equal("FormatNotUnderstood", output.ErrorId);
        Assert.Contains(words, output.Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("''", output.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void With_As_a_file_may_be_called_anything()
    {
        _shell.Run($"Show-ZvarFold {Star} -As Svg -Path drawing").Succeed();
        Assert.Contains("<svg", File.ReadAllText(Path.Combine(_folder, "drawing")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Show-ZvarFold", "fold.png")]
    [InlineData("Show-ZvarFold", "fold.html")]
    [InlineData("Show-ZvarFold", "fold.txt")]
    [InlineData("Show-ZvarFold", "fold[1].svg")]
    [InlineData("Show-ZvarLightCurve", "curve.png")]
    public void What_is_given_is_what_Get_Item_gives(string cmdlet, string name)
    {
        Output output = _shell.Run($"{cmdlet} {Star} -Path '{name}' -PassThru");
        Assert.Equal(name, Assert.IsType<FileInfo>(output.Single.BaseObject).Name);
        Assert.EndsWith(name, (string)output.Single.Properties["PSPath"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_or_with_NoClobber_stays()
    {
        string path = Path.Combine(_folder, "fold.svg");
        File.WriteAllText(path, "mine");
        Output output = _shell.Run($"Show-ZvarFold {Star} -Path fold.svg -NoClobber");
        Assert.Equal("CannotWrite", output.ErrorId);
        Assert.Equal(path, output.Error.TargetObject);
        Assert.Equal("mine", File.ReadAllText(path));

        _shell.Run($"Show-ZvarFold {Star} -Path fold.svg").Succeed();

        Assert.Contains("<svg", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("Variable:/a.png")]
    [InlineData("Env:/a.png")]
    [InlineData("Nowhere:/a.png")]
    public void A_place_in_no_file_system_is_refused(string path)
    {
        Output output = _shell.Run($"Show-ZvarFold {Star} -Path {path}");
        Assert.Equal("CannotWrite", output.ErrorId);
        Assert.Equal(path, output.Error.TargetObject);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("Show-ZvarFold -Path none.png", "none.png was not written")]
    [InlineData("Show-ZvarLightCurve -Path none.png", "none.png was not written")]
    [InlineData("Show-ZvarFold -As Terminal", "Nothing came to be shown")]
    public void Where_nothing_comes_it_says_so(string command, string words)
    {
        Output output = _shell.Run($"@() | {command}");
        Assert.Empty(output.Succeed());
        Assert.Contains(words, Assert.Single(output.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Show-ZvarFold")]
    [InlineData("Show-ZvarLightCurve")]
    public void A_star_without_points_in_the_bands_asked_for_is_told(string cmdlet)
    {
        Output output = _shell.Run($"{cmdlet} {Star} -Band i -Path none.png");
        Assert.Equal("NothingToShow", output.ErrorId);
        Assert.Equal(long.Parse(Star, System.Globalization.CultureInfo.InvariantCulture), output.Error.TargetObject);
        Assert.Empty(output.Warnings);
    }

    [Fact]
    public void What_is_shown_may_be_cut_first()
    {
        Output none = _shell.Run($"Show-ZvarFold {Star} -min_snr 1000 -Path none.png");
        Assert.Equal("NothingToShow", none.ErrorId);
        string all = _shell.Run($"Show-ZvarFold {Star} -As Terminal").Single.ToString();
        string some = _shell.Run($"Show-ZvarFold {Star} -As Terminal -MinSnr 50 -MinPoints 400").Single.ToString();
        Assert.Contains("g (474)", all, StringComparison.Ordinal);
        Assert.DoesNotContain("g (", some, StringComparison.Ordinal);
        Assert.Contains("r (", some, StringComparison.Ordinal);
    }

    [Fact]
    public void More_diagrams_than_a_picture_holds_are_told_as_that()
    {
        Output output = _shell.Run(
            $"1..3000 | ForEach-Object {{ @{{ Psid = $_; Time = 1; Mag = 17 }} }} | Show-ZvarFold -Period 1 -Path a.png");
        Assert.Equal("TooManyDiagrams", output.ErrorId);
        Assert.Empty(Directory.GetFiles(_folder));
    }
}
