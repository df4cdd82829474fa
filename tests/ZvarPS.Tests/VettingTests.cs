using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

public sealed class VettingTests : IDisposable
{
    private const string Star = "145120008365555264";

    private readonly Shell _shell = Shell.OnDemoSky();
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("'ZVAR 145120008365555264'")]
    [InlineData("([pscustomobject]@{ Psid = 'zvar 145120008365555264' })")]
    [InlineData("([System.Collections.Generic.List[object]]@('ZVAR 145120008365555264'))")]
    public void A_psid_is_read_as_verdicts_have_it(string psid)
    {
        Assert.Equal(145120008365555264, _shell.Run($"(Get-ZvarObject {psid}).Psid").Single.BaseObject);
        Assert.Equal(145120008365555264, _shell.Run($"({psid} | Get-ZvarLightCurve).Psid").Single.BaseObject);
    }

    [Fact]
    public void The_rows_of_points_may_have_it_too() => Assert.Equal(
        145120008365555264,
        _shell.Run("([pscustomobject]@{ Psid = 'ZVAR 145120008365555264'; Time = 2458000.5; Mag = 17 } | ConvertTo-ZvarFold 1).Psid")
            .Single.BaseObject);

    [Fact]
    public void A_verdict_folds_at_its_period_and_epoch_under_its_label()
    {
        string text = Draw($"@{{ Psid = 'ZVAR {Star}'; Label = 'EW'; Period = '0.2726629621689033'; Epoch = '2458263.5' }}");

        Assert.Contains($"{Star} [EW] synthetic", text, StringComparison.Ordinal);
        Assert.Contains("6.54 hours (0.27266296 d), phase 0 at BJD 2458263.50000", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("''")]
    [InlineData("$null")]
    [InlineData("[double]::NaN")]
    public void A_row_without_an_epoch_folds_from_the_first_time(string epoch) => Assert.Contains(
        "phase 0 at BJD 2458263.98192",
        Draw($"@{{ Psid = {Star}; Period = 0.5; Epoch = {epoch} }}"),
        StringComparison.Ordinal);

    [Fact]
    public void An_epoch_of_a_row_is_read_as_that_of_the_parameter_and_in_the_cultures_numbers()
    {
        Assert.Equal(
            Draw($"@{{ Psid = {Star}; Period = 0.5 }}", "-Epoch Minimum"),
            Draw($"@{{ Psid = {Star}; Period = 0.5; Epoch = 'minimum' }}"));
        Assert.Contains(
            "phase 0 at BJD 2458263.50000",
            _shell.Run(
                """
                [cultureinfo]::CurrentCulture = 'de-DE'
                [pscustomobject]@{ Psid = {{Star}}; Period = '0,5'; Epoch = '2458263,5' } | Show-ZvarFold -As Terminal
                """.Replace("{{Star}}", Star, StringComparison.Ordinal)).Single.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_epoch_that_is_given_wins_over_that_of_a_row_and_one_that_is_none_is_told()
    {
        Assert.Contains(
            "phase 0 at BJD 2458264.00000",
            Draw($"@{{ Psid = {Star}; Period = 0.5; Epoch = 'soon' }}", "-Epoch 2458264"),
            StringComparison.Ordinal);
        ErrorRecord error =
            _shell.Run($"[pscustomobject]@{{ Psid = {Star}; Period = 0.5; Epoch = 'soon' }} | Show-ZvarFold -As Terminal").Error;
        Assert.StartsWith("InputNotUnderstood,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("'soon' is not an epoch", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_stands_in_pictures_and_nothing_does_without_one()
    {
        string path = Path.Combine(_folder, "fold.svg");
        _shell.Run(
            $"[pscustomobject]@{{ Psid = {Star}; Label = 'junk' }} | Show-ZvarFold -Path $path", ("path", path)).Succeed();
        Assert.Contains("[junk]", File.ReadAllText(path), StringComparison.Ordinal);
        _shell.Run($"Show-ZvarFold {Star} -Label junk -Path $path", ("path", path)).Succeed();
        Assert.DoesNotContain("[junk]", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_verdicts_gives_pictures_their_labels_periods_and_epochs()
    {
        string file = Path.Combine(_folder, "verdicts.csv");
        File.WriteAllText(
            file, $"Label;Psid;Period;Epoch;Synthetic\nEW;ZVAR {Star};0,5;2458263,5;True\nEA;126541217361397171;1;;True\n");

        string text = Draw($"@{{ Psid = {Star}; Period = 3 }}", "-Label EA, EW -Verdicts $file", ("file", file));

        Assert.Contains($"{Star} [EW]", text, StringComparison.Ordinal);
        Assert.Contains("12.00 hours (0.5", text, StringComparison.Ordinal);
        Assert.Contains("phase 0 at BJD 2458263.50000", text, StringComparison.Ordinal);
        Assert.Contains(
            "6.00 hours", Draw($"{Star}", "-Label EA, EW -Verdicts $file -Period 6h", ("file", file)), StringComparison.Ordinal);
        Assert.Contains("phase 0 at BJD 2458264.0", Draw(
            $"{Star}", "-Label EA, EW -Verdicts $file -Epoch 2458264", ("file", file)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Labeller Curie", "LabelRequired", "-Labeller is for vetting")]
    [InlineData("-Verdicts some.csv", "LabelRequired", "-Verdicts is for vetting")]
    [InlineData("-Label EW -As Terminal -PassThru", "TerminalRequired", "needs a terminal")]
    public void What_is_given_together_makes_sense_or_is_told(string parameters, string id, string words)
    {
        ErrorRecord error = _shell.Run($"Show-ZvarFold {Star} {parameters}").Error;
        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Psid,Label\nx,EW\n", "TableDamaged", "Line 2, column Psid: 'x' is not a psid")]
    [InlineData("Psid,Class\n1,EW\n", "TableNotUnderstood", "a column Label")]
    public void A_file_that_is_none_is_told_before_anything_is_shown(string content, string id, string words)
    {
        string file = Path.Combine(_folder, "verdicts.csv");
        File.WriteAllText(file, content);

        ErrorRecord error = _shell.Run($"Show-ZvarFold {Star} -Label EW -Verdicts $file -As Terminal", ("file", file)).Error;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_no_file_of_verdicts()
    {
        ErrorRecord error = _shell.Run($"Show-ZvarFold {Star} -Label EW -Verdicts $folder", ("folder", _folder)).Error;
        Assert.StartsWith("CannotRead,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_in_no_file_system_is_told()
    {
        ErrorRecord error = _shell.Run($"Show-ZvarFold {Star} -Label EW -Verdicts Env:/verdicts.csv").Error;
        Assert.StartsWith("PathNotSupported,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fold_that_came_computed_has_its_label_too()
    {
        string file = Path.Combine(_folder, "verdicts.csv");
        File.WriteAllText(file, $"Psid,Label,Synthetic\n{Star},EW,True\n");
        string text = _shell.Run(
            $"Get-ZvarLightCurve {Star} | ConvertTo-ZvarFold 1 | Show-ZvarFold -As Terminal -Label EW -Verdicts $file",
            ("file", file)).Single.ToString();
        Assert.Contains($"{Star} [EW]", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'EW, EA'")]
    [InlineData("EW, EA")]
    [InlineData("([System.Collections.Generic.List[string]]('EW', 'EA'))")]
    [InlineData("Default")]
    [InlineData("default")]
    [InlineData("1, 2.5")]
    public void Labels_are_lists_of_any_kind_or_the_usual_classes(string labels) =>
        Assert.Contains(Star, Draw(Star, $"-Label {labels}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("EW, ew", "The label 'EW' is there twice")]
    [InlineData("(1..11)", "There are 11 labels")]
    [InlineData("EW, ''", "There is no value")]
    [InlineData("\"a`nb\"", "has a character that is not seen")]
    public void Labels_that_are_none_are_refused_at_binding(string labels, string words)
    {
        ErrorRecord error = _shell.Run($"Show-ZvarFold {Star} -Label {labels}").Error;
        Assert.StartsWith("ParameterArgumentTransformationError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_are_objects_that_fold_again_as_they_are_and_out_of_a_job()
    {
        const string verdict = "[Zvar.Verdict]@{ Psid = 145120008365555264; Label = 'EW'; Period = 0.5; Epoch = 2458263.5 }";
        foreach (string given in (string[])[
            verdict,
            $"([Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize({verdict})))"])
        {
            string text = _shell.Run($"{given} | Show-ZvarFold -As Terminal").Single.ToString();
            Assert.Contains("[EW]", text, StringComparison.Ordinal);
            Assert.Matches(@"12\.00 hours \(0\.50* d.*\), phase 0 at BJD 2458263\.50000", text);
        }
    }

    private string Draw(string row, string parameters = "", params (string, object?)[] variables)
    {
        string input = row.StartsWith('@') ? $"[pscustomobject]{row}" : row;
        return _shell.Run($"{input} | Show-ZvarFold -As Terminal {parameters}", variables).Single.ToString();
    }
}
