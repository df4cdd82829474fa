using System.Globalization;
using System.Xml.Linq;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Input;

/// <summary>Tables of photometry that others made: whose rows they are, and what their columns mean.</summary>
public sealed class TableTests : IDisposable
{
    private readonly Shell _shell = Shell.OnDemoSky();
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("TargetName")]
    [InlineData("objectid")]
    [InlineData("source_id")]
    [InlineData("oid")]
    [InlineData("id")]
    public void Rows_without_a_psid_are_grouped_by_their_name(string column)
    {
        Output output = _shell.Run(
            $$"""
            0..9 | ForEach-Object {
                [pscustomobject]@{ {{column}} = "star {0}" -f ($_ % 2); Time = 2458000 + $_ / 10; Mag = 17 }
            } | ConvertTo-ZvarFold -Period 1 -Bins 1
            """);
        Assert.Equal([5, 5], output.Values<int>("Count"));
    }

    [Fact]
    public void They_are_called_by_it_wherever_they_are_spoken_of()
    {
        const string Rows = "[pscustomobject]@{ Name = 'RR Lyr'; Time = 2458000; Mag = 17 }";
        Output output = _shell.Run($"{Rows} | ConvertTo-ZvarFold");
        Assert.Equal("PeriodRequired", output.ErrorId);
        Assert.Contains("No period came with RR Lyr", output.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal("RR Lyr", output.Error.TargetObject);
        output = _shell.Run($"{Rows} | Show-ZvarFold -Period 1 -Band V -Path $path", ("path", File("none.svg")));
        Assert.Equal("NothingToShow", output.ErrorId);
        Assert.Equal("RR Lyr", output.Error.TargetObject);
        string drawn = Drawn($"{Rows} | Show-ZvarFold -Period 1 -Path $path");
        Assert.Contains("RR Lyr", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_of_one_position_are_one_star_as_ZTFs_are_in_each_filter()
    {
        Output output = _shell.Run(
            """
            @(
                @{ oid = '1'; filtercode = 'zg'; ra = 107.71417; dec = 2.46103; hjd = 2458204.68; mag = 13.1 }
                @{ oid = '2'; filtercode = 'zr'; ra = 107.71420; dec = 2.46100; hjd = 2458204.69; mag = 12.1 }
                @{ oid = '1'; filtercode = 'zg'; ra = 107.71415; dec = 2.46105; hjd = 2458205.68; mag = 13.2 }
                @{ oid = '3'; filtercode = 'zr'; ra = 107.72420; dec = 2.46100; hjd = 2458204.69; mag = 15.1 }
            ) | ForEach-Object { [pscustomobject]$_ } | ConvertTo-ZvarFold -Period 1 -Bins 1
            """);
        Assert.Equal(["g", "r", "r"], output.Values<string>("Band"));
        Assert.Equal([2, 1, 1], output.Values<int>("Count"));
    }

    [Fact]
    public void An_id_that_numbers_the_rows_is_no_name() => Assert.Equal(
        [10],
        _shell.Run(
            "1..10 | ForEach-Object { [pscustomobject]@{ id = $_; jd = 2458000 + $_; mag = 17 } } |"
            + " ConvertTo-ZvarFold -Period 1 -Bins 1").Values<int>("Count"));

    [Fact]
    public void A_psid_goes_before_a_name_and_zero_is_none()
    {
        Output output = _shell.Run(
            """
            $p = 145120008365555264
            [pscustomobject]@{ Psid = $p; Name = 'a'; Time = 1; Mag = 17 },
            [pscustomobject]@{ Psid = "$p"; Name = 'b'; Time = 2; Mag = 17 },
            [pscustomobject]@{ Psid = 0; Name = 'b'; Time = 3; Mag = 17 },
            [pscustomobject]@{ Psid = ''; Name = 'b'; Time = 4; Mag = 17 } | ConvertTo-ZvarFold -Period 1 -Bins 1
            """);
        Assert.Equal([145120008365555264, 0], output.Values<long>("Psid"));
        Assert.Equal([2, 2], output.Values<int>("Count"));
    }

    [Fact]
    public void A_light_curve_of_IRSA_folds_as_it_comes()
    {
        // Made up, in the shape of IRSA's: every tenth row is bad, as the bit 32768 of catflags says.
        const string Rows =
            """
            0..99 | ForEach-Object {
                [pscustomobject]@{
                    oid = '686103400034440'; expid = "$_"; hjd = "$(2458204.6845 + $_)"; mjd = "$(58204.18 + $_)"
                    mag = '13.0808468'; magerr = '0.0128716603'; catflags = $(if ($_ % 10) { '0' } else { '32768' })
                    filtercode = $(if ($_ % 2) { 'zg' } else { 'zr' }); ra = '107.7141699'; dec = '2.4610278'; chi = '1.2'
                    sharp = '0.01'; filefracday = '20180327184'; field = '462'; ccdid = '4'; qid = '1'
                    limitmag = '19.6499996'; magzp = '26.2735481'; magzprms = '0.02'; clrcoeff = '-0.03'; clrcounc = '1e-05'
                    exptime = '30'; airmass = '1.2'; programid = '1'
                }
            }
            """;
        Output output = _shell.Run($"{Rows} | ConvertTo-ZvarFold -Period 0.7");
        Assert.Equal(90, output.Succeed().Count);
        Assert.Equal(["g", "r"], output.Values<string>("Band").Distinct().Order());
        Assert.Equal(2458205.6845, output.Values<double>("Epoch")[0], 6);
        Assert.Equal(
            "10 rows were left out: their column catflags says that they are bad.", Assert.Single(output.Warnings));
        Assert.Contains("686103400034440", Drawn($"{Rows} | Show-ZvarFold -Period 0.7 -Path $path"), StringComparison.Ordinal);
    }

    [Fact]
    public void Modified_julian_dates_become_full_ones_and_the_verbose_stream_says_so()
    {
        Output output = _shell.Run(
            "[pscustomobject]@{ obsmjd = 57999.5; magnitude = 17; filter = 'V' } | ConvertTo-ZvarFold 1 -Verbose");
        Assert.Equal(2458000.0, output.Single.Properties["Epoch"].Value);
        Assert.Equal("V", output.Single.Properties["Band"].Value);
        Assert.Contains("2400000.5 was added to the times of the column obsmjd, for full Julian dates.", output.Verbose);
    }

    [Theory]
    [InlineData("V", false)]
    [InlineData("v", false)]
    [InlineData("cyan, V", true)]
    public void Bands_of_any_survey_are_shown_by_their_names(string bands, bool withCyan)
    {
        string drawn = Drawn(
            "[pscustomobject]@{ Time = 1; Mag = 17; Band = 'V' }, [pscustomobject]@{ Time = 2; Mag = 17; Band = 'cyan' } |"
            + $" Show-ZvarFold -Period 1 -Band {bands} -Path $path");
        Assert.Contains("V (", drawn, StringComparison.Ordinal);
        Assert.Equal(withCyan, drawn.Contains("cyan (", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[Collections.Generic.Dictionary[string, object]]")]
    [InlineData("[Management.Automation.OrderedHashtable]")]
    [InlineData("[ordered]")]
    [InlineData("[Collections.Specialized.OrderedDictionary]")]
    public void Dictionaries_are_rows_whatever_the_case_of_their_keys(string type)
    {
        string make = type == "[ordered]" ? "[ordered]@{}" : $"{type}::new()";
        Output output = _shell.Run(
            $"""
            $row = {make}
            $row.Add('TIME', 2458000.25)
            $row.Add('mag', 17)
            $row.Add('pSid', 145120008365555264)
            , $row | ConvertTo-ZvarFold 1
            $null = $row.Remove('mag')
            Get-ZvarObject -InputObject $row
            """);
        Assert.Equal([145120008365555264, 145120008365555264], output.Values<long>("Psid"));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("")]
    public void A_number_in_a_cell_is_that_number_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Output output = _shell.Run(
                """
                $wrapped = [psobject]::AsPSObject(2458000.25)
                [pscustomobject]@{ Time = $wrapped; Mag = [psobject]::AsPSObject([double]::NaN) },
                [pscustomobject]@{ Time = [decimal]2458000.5; Mag = [psobject]::AsPSObject(17.25) },
                [pscustomobject]@{ Time = 2458000.75; Mag = [float]17.3; MagErr = [double]::PositiveInfinity } |
                    ConvertTo-ZvarFold 1
                """);
            Assert.Equal([17.25, 17.3], output.Values<double>("Mag"));
            Assert.Equal([0.25, 0.5], output.Values<double>("Phase"));
            Assert.Equal(double.NaN, output.Values<double>("MagErr")[1]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("--")]
    [InlineData("null")]
    [InlineData("nan")]
    [InlineData("inf")]
    public void What_other_programs_write_where_nothing_was_measured_is_not_measured(string cell)
    {
        Output output = _shell.Run(
            """
            [pscustomobject]@{ Time = 1; Mag = $cell; Psid = $cell; Snr = $cell; Field = $cell },
            [pscustomobject]@{ Time = 1.5; Mag = 17; MagErr = $cell; Period = $cell } | ConvertTo-ZvarFold 1
            """,
            ("cell", cell));
        Assert.Equal(17.0, output.Single.Properties["Mag"].Value);
        Assert.Equal(0.5, output.Single.Properties["Phase"].Value);
    }

    [Fact]
    public void A_column_Period_is_the_period_of_its_star_and_the_parameter_goes_before_it()
    {
        const string Rows = "[pscustomobject]@{ Time = 1; Mag = 17; Period = '0.5' }, [pscustomobject]@{ Time = 2; Mag = 17 }";
        Assert.Equal([0.5, 0.5], _shell.Run($"{Rows} | ConvertTo-ZvarFold").Values<double>("Period"));
        Assert.Equal([3, 3], _shell.Run($"{Rows} | ConvertTo-ZvarFold 3").Values<double>("Period"));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Psid = 145120008365555264; Period = .5 }", "", "12.00 hours")]
    [InlineData("[pscustomobject]@{ Psid = 145120008365555264; Period = '12h' }", "", "12.00 hours")]
    [InlineData("[pscustomobject]@{ Psid = 145120008365555264; Period = .5 }", "-Period .25", "6.00 hours")]
    [InlineData("[pscustomobject]@{ Psid = 145120008365555264; Period = '' }", "", "3.27 hours")]
    [InlineData("[pscustomobject]@{ Psid = 145120008365555264 }", "", "3.27 hours")]
    [InlineData("(Get-ZvarObject 145120008365555264).Periods[0]", "", "6.54 hours")]
    [InlineData("(Get-ZvarObject 145120008365555264)", "", "3.27 hours")]
    public void A_star_is_folded_at_the_parameter_else_at_its_rows_period_else_at_its_best(
        string star, string parameter, string period) =>
        Assert.Contains(
            period, Drawn($"{star} | Show-ZvarFold {parameter} -WarningAction Ignore -Path $path"), StringComparison.Ordinal);

    [Fact]
    public void A_period_in_a_cell_that_is_none_is_told_and_only_where_it_is_wanted()
    {
        const string Row = "[pscustomobject]@{ Time = 1; Mag = 17; Period = 'soon' }";
        Assert.Equal("InputNotUnderstood", _shell.Run($"{Row} | ConvertTo-ZvarFold").ErrorId);
        Assert.Single(_shell.Run($"{Row} | ConvertTo-ZvarFold 1").Succeed());
        Drawn($"{Row} | Show-ZvarLightCurve -Path $path");
    }

    [Fact]
    public void A_light_curve_that_somebody_has_in_columns_is_one() => Assert.Equal(
        [17.5, 17.0],
        _shell.Run("@{ Time = 1.25, 1.5; Mag = [double[]](17.5, 17); Name = 'mine' } | ConvertTo-ZvarFold 1")
            .Values<double>("Mag"));

    private string File(string name) => Path.Combine(_folder, name);

    private string Drawn(string script)
    {
        string path = File("drawn.svg");
        _shell.Run(script, ("path", path)).Succeed();
        return string.Concat(
            XDocument.Load(path).Descendants().Where(one => one.Name.LocalName == "text").Select(one => one.Value));
    }
}
