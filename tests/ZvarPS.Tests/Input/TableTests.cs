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
    [InlineData("star_id")]
    [InlineData("StarID")]
    [InlineData("main_id")]
    [InlineData("num")]
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
    public void Light_curves_in_columns_may_write_their_names_in_different_cases()
    {
        Output output = _shell.Run(
            """
            $one = [pscustomobject]@{ name = 'one'; time = 2458000.1, 2458000.2; mag = 14, 15 }
            $other = [pscustomobject]@{ Name = 'other'; Time = 2458000.1, 2458000.2; Mag = 16, 17 }
            $one, $other | ConvertTo-ZvarFold 0.5
            """);
        Assert.Empty(output.Errors);
        Assert.Equal([14, 15, 16, 17], output.Values<double>("Mag"));
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

    [Theory]
    [InlineData("num", 10, 2, true)]
    [InlineData("number", 10, 2, true)]
    [InlineData("star_id", 10, 2, false)]
    [InlineData("num", 3, 1, false)]
    public void A_column_that_may_number_the_stars_does_if_its_numbers_come_often_and_that_is_told(
        string column, int rowsEach, int stars, bool isTold)
    {
        Output output = _shell.Run(
            $$"""
            0..{{(2 * rowsEach) - 1}} | ForEach-Object {
                [pscustomobject]@{ {{column}} = {{(rowsEach < 5 ? "$_ % 4" : "$_ % 2")}}; jd = 2458000 + $_; mag = 17 }
            } | ConvertTo-ZvarFold 1 -Bins 1
            """);
        Assert.Equal(stars, output.Succeed().Count);
        Assert.Equal(
            isTold
                ? [$"The rows were taken for those of 2 stars, as many as their column {column} has values. If it says"
                    + " something else, leave it out."]
                : [],
            output.Warnings);
    }

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
    [InlineData("mjd", 58000.1)]
    [InlineData("mjd", 2458000.6)]
    [InlineData("btjd", 1000.1)]
    [InlineData("jd", 2458000.6)]
    [InlineData("time", 2458000.6)]
    public void An_epoch_is_a_time_of_the_table_or_a_full_julian_date(string column, double epoch)
    {
        double first = column switch { "mjd" => 58000.1, "btjd" => 1000.1, _ => 2458000.6 };
        Output output = _shell.Run(
            $"[pscustomobject]@{{ {column} = $first; mag = 14 }} | ConvertTo-ZvarFold 0.3 -Epoch $epoch",
            ("first", first),
            ("epoch", epoch));
        Assert.Equal(0, output.Values<double>("Phase")[0], 6);
        Assert.Empty(output.Warnings);
        string path = File("epoch.svg");
        _shell.Run(
            $"[pscustomobject]@{{ {column} = $first; mag = 14 }} | Show-ZvarFold -Period 0.3 -Epoch $epoch -Path $path",
            ("path", path)).Succeed();
        Assert.Contains(
            column switch
            {
                "btjd" => "phase 0 at BJD 2458000.10000",
                "time" => "phase 0 at time 2458000.60000",
                _ => "phase 0 at JD 2458000.60000",
            },
            System.IO.File.ReadAllText(path),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ConvertTo-ZvarFold 0.3 -Epoch 58000.1")]
    [InlineData("Show-ZvarFold -Period 0.3 -Epoch 58000.1 -Path $path")]
    public void An_epoch_that_is_counted_otherwise_than_the_times_is_warned_of_once(string command)
    {
        Output output = _shell.Run(
            "'a', 'b' | ForEach-Object { [pscustomobject]@{ jd = 2458000.6; mag = 14; name = $_ } } | " + command,
            ("path", File("distant.svg")));
        output.Succeed();
        Assert.Equal(
            "The epoch 58000.1 is 6,571 years from the first time of the light curve, 2458000.6. If it is an MJD, add"
            + " 2400000.5 to it.",
            Assert.Single(output.Warnings));
    }

    [Fact]
    public void An_epoch_of_full_dates_for_times_that_are_not_is_warned_of() => Assert.EndsWith(
        "If the times are MJDs, call their column mjd.",
        Assert.Single(_shell.Run(
            "[pscustomobject]@{ time = 51075.3; mag = 14 } | ConvertTo-ZvarFold 0.3 -Epoch 2451075.8").Warnings),
        StringComparison.Ordinal);

    [Fact]
    public void A_column_of_modified_julian_dates_that_are_full_ones_is_taken_as_it_is()
    {
        Output output = _shell.Run(
            "[pscustomobject]@{ mjd = 2458000.1; mag = 14 } | ConvertTo-ZvarFold 0.3 -Verbose");
        Assert.Equal(2458000.1, output.Single.Properties["Epoch"].Value);
        Assert.Equal(
            "1 times of the column mjd are full Julian dates already: nothing was added to them.",
            Assert.Single(output.Warnings));
        Assert.DoesNotContain(output.Verbose, said => said.Contains("was added to the times", StringComparison.Ordinal));
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
    public void Magnitudes_that_stand_for_none_are_counted_and_so_are_those_with_an_error_of_none()
    {
        Output output = _shell.Run(
            """
            @(
                @{ jd = 1; Vmag = -99; err = .1 }, @{ jd = 2; Vmag = '999'; err = .1 }, @{ jd = 3; Vmag = 99.99; err = .1 }
                @{ jd = 4; Vmag = 15; err = 99.99 }, @{ jd = 5; Vmag = '>15'; err = 99.99 }
                @{ jd = 6; Vmag = 15.5; err = -1 }, @{ jd = 7; Vmag = ''; err = .1 }
            ) | ForEach-Object { [pscustomobject]$_ } | ConvertTo-ZvarFold 1
            """);
        Assert.Equal(15.5, output.Single.Properties["Mag"].Value);
        Assert.Equal(
            [
                "3 rows have no magnitude: their column Vmag says what stands for none, as 99 and -999 do.",
                "1 magnitudes were taken as limits: their error in the column err is 99 or more.",
            ],
            output.Warnings);
    }

    [Fact]
    public void A_table_whose_magnitudes_are_all_empty_is_told_of()
    {
        // As Import-Csv reads lines whose columns are kept apart by several blanks.
        const string Rows = "[pscustomobject]@{ jd = '2458000.1'; mag = ''; err = '' },"
            + " [pscustomobject]@{ jd = '2458000.2'; mag = ''; err = $null }";
        Output output = _shell.Run($"{Rows} | ConvertTo-ZvarFold 1");
        Assert.Empty(output.Succeed());
        string warning = Assert.Single(output.Warnings);
        Assert.StartsWith(
            "There is no magnitude in the rows that came, 2 in all: their column mag is empty.", warning, StringComparison.Ordinal);
        Assert.Contains("about_ZvarPS_Folding", warning, StringComparison.Ordinal);
        output = _shell.Run($"{Rows} | Show-ZvarFold -Period 1 -Path $path", ("path", File("none.svg")));
        Assert.Equal(warning, Assert.Single(output.Warnings));
        Assert.Equal("NothingToShow", output.ErrorId);
        Assert.Equal(
            "There is nothing of these points to show: none of the 2 has a magnitude.", output.Error.ToString());
    }

    [Fact]
    public void Fluxes_of_a_table_of_magnitudes_are_none_to_show()
    {
        Output output = _shell.Run(
            "[pscustomobject]@{ jd = 1; mag = 17 } | Show-ZvarLightCurve -Format Flux -Path $path", ("path", File("no.svg")));
        Assert.Equal(
            "There is nothing of these points to show: none of the 1 has a flux.", output.Error.ToString());
    }

    [Fact]
    public void A_table_with_limits_alone_is_not()
    {
        Output output = _shell.Run(
            """
            @{ jd = 1; mag = '>14' }, @{ jd = 2; mag = ''; limitmag = 14 } | ForEach-Object { [pscustomobject]$_ } |
                ConvertTo-ZvarFold 1
            """);
        Assert.Empty(output.Succeed());
        Assert.Empty(output.Warnings);
    }

    [Fact]
    public void Where_a_table_has_errors_and_no_signal_to_noise_ratio_the_ratio_is_that_of_the_error()
    {
        // 1.0857 / 0.2 is 5.4, and 1.0857 / 0.25 is 4.3.
        const string Rows = "0.2, 0.25, 0.02, '' | ForEach-Object {"
            + " [pscustomobject]@{ jd = 2458000; mag = 17; err = $_; filter = 'V' } }";
        Assert.Contains("V (2)", Drawn($"{Rows} | Show-ZvarFold -Period 1 -MinSnr 5 -Path $path"), StringComparison.Ordinal);
        Assert.Contains("V (4)", Drawn($"{Rows} | Show-ZvarFold -Period 1 -Path $path"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_least_signal_to_noise_ratio_wants_one_or_errors()
    {
        Output output = _shell.Run(
            "[pscustomobject]@{ jd = 2458000; mag = 17; name = 'mine' } | Show-ZvarFold -Period 1 -MinSnr 5 -Path $path",
            ("path", File("none.svg")));
        Assert.Equal("NothingToShow", output.ErrorId);
        Assert.Equal(
            "There is nothing of mine to show: its points have neither a signal-to-noise ratio nor an error of the"
            + " magnitude, and -MinSnr keeps none of those.",
            output.Error.ToString());
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

    [Theory]
    [InlineData("Get-ZvarLightCurve")]
    [InlineData("Get-ZvarPhotometry")]
    [InlineData("Get-ZvarLightCurve -Band g -DetectionsOnly | ForEach-Object { $_.Where({ $true }) }")]
    public void A_period_of_a_row_goes_with_the_light_curve_it_asks_for(string get)
    {
        Output output = _shell.Run(
            "[pscustomobject]@{ psid = '145120008365555264'; Period = '0.5' } | " + get
            + " | ConvertTo-ZvarFold -Bins 1");
        Assert.All(output.Values<double>("Period"), period => Assert.Equal(0.5, period));
        Assert.Equal(3, _shell.Run(
            $"[pscustomobject]@{{ psid = '145120008365555264'; Period = '0.5' }} | {get} | ConvertTo-ZvarFold 3 -Bins 1")
            .Values<double>("Period")[0]);
    }

    [Fact]
    public void A_period_that_cannot_be_read_is_no_hindrance_to_get_a_light_curve() => Assert.Single(_shell.Run(
        "[pscustomobject]@{ psid = '145120008365555264'; Period = 'soon' } | Get-ZvarLightCurve").Succeed());

    [Fact]
    public void Several_periods_in_the_rows_of_a_star_are_warned_of_where_they_are_wanted()
    {
        const string Rows = "@{ n = 'a'; p = .3 }, @{ n = 'a'; p = '0.30' }, @{ n = 'a'; p = .4 }, @{ n = 'b'; p = .5 } |"
            + " ForEach-Object { [pscustomobject]@{ Name = $_.n; jd = 2458000; mag = 17; Period = $_.p } }";
        Output output = _shell.Run($"{Rows} | ConvertTo-ZvarFold");
        Assert.Equal([0.3, 0.3, 0.3, 0.5], output.Values<double>("Period"));
        Assert.Equal(
            "The rows of a have several periods: it was folded at the first, 0.3 d. Say which with -Period.",
            Assert.Single(output.Warnings));
        Assert.Empty(_shell.Run($"{Rows} | ConvertTo-ZvarFold 1").Warnings);
        const string Others = "@{ n = 'c'; p = .3 }, @{ n = 'd'; p = .4 }, @{ n = 'c'; p = .5 }, @{ n = 'd'; p = .6 } |"
            + " ForEach-Object { [pscustomobject]@{ Name = $_.n; jd = 2458000; mag = 17; Period = $_.p } }";
        Assert.EndsWith(
            "So it is with 1 more stars.",
            Assert.Single(_shell.Run($"{Others} | ConvertTo-ZvarFold").Warnings),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_in_a_cell_that_is_none_is_told_and_only_where_it_is_wanted()
    {
        const string Row = "[pscustomobject]@{ Time = 1; Mag = 17; Period = 'soon' }";
        Assert.Equal("InputNotUnderstood", _shell.Run($"{Row} | ConvertTo-ZvarFold").ErrorId);
        Assert.Single(_shell.Run($"{Row} | ConvertTo-ZvarFold 1").Succeed());
        Drawn($"{Row} | Show-ZvarLightCurve -Path $path");
    }

    [Theory]
    [InlineData("Epoch = 1", "but here is no Period.")]
    [InlineData("Period = 1", "but here is no Epoch.")]
    [InlineData("Band = 'g'", "but here is no Epoch and no Period.")]
    public void Points_of_a_fold_that_lack_a_column_are_told_which(string kept, string missing)
    {
        Output output = _shell.Run(
            $"[pscustomobject]@{{ Phase = 0.5; Mag = 17; {kept} }} | Show-ZvarFold -Path $path", ("path", File("none.svg")));
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Contains(missing, output.Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Pipe light curves", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_with_times_may_have_phases_too() => Assert.Equal(
        0.0,
        _shell.Run("[pscustomobject]@{ jd = 2458000; mag = 17; phase = 0.7 } | ConvertTo-ZvarFold 1")
            .Single.Properties["Phase"].Value);

    [Theory]
    [InlineData("flux = 14; flux_err = .3", "e = { -2.5 * [math]::Log10($_.'flux') + 25 }")]
    [InlineData("'Flux (counts)' = 14", "e = { -2.5 * [math]::Log10($_.'Flux (counts)') + 25 }")]
    [InlineData("PSF_Flux = 14", "e = { -2.5 * [math]::Log10($_.'PSF_Flux') + 25 }")]
    public void A_table_of_fluxes_is_told_how_to_make_magnitudes_of_them(string columns, string line)
    {
        foreach (string command in (string[])["ConvertTo-ZvarFold 1", "Show-ZvarFold -Period 1 -Path $path"])
        {
            Output output = _shell.Run(
                $"[pscustomobject]@{{ jd = 2458000; {columns} }} | {command}", ("path", File("none.svg")));
            Assert.Equal("InputNotUnderstood", output.ErrorId);
            Assert.Contains(
                "Select-Object *, @{ n = 'Mag'; " + line + " }", output.Error.ToString(), StringComparison.Ordinal);
            Assert.Contains("zero point", output.Error.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("V = 14; B = 15; err = 1", "V and B")]
    [InlineData("Vmag = 14; Bmag = 15", "'Bmag' and 'Vmag'")]
    public void A_table_with_a_column_for_each_band_is_told_how_to_make_rows_of_them(string columns, string named)
    {
        Output output = _shell.Run($"[pscustomobject]@{{ jd = 2458000; {columns} }} | ConvertTo-ZvarFold 1");
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Contains(named, output.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains("about_ZvarPS_Folding", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decimal_comma_is_told_once_with_its_column_and_the_cure()
    {
        Output output = _shell.Run(
            "1..3 | ForEach-Object { [pscustomobject]@{ jd = \"245800$_,5\"; mag = 17 } } | ConvertTo-ZvarFold 1");
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.StartsWith("The column jd has numbers with a comma", output.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains("$_.'jd' -replace ',', '.'", output.Error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("2 more inputs", Assert.Single(output.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(51075.25)]
    [InlineData(2451075.75)]
    public void An_epoch_may_be_an_MJD_where_a_column_time_has_them(double epoch) => Assert.Equal(
        0.5,
        _shell.Run(
            "[pscustomobject]@{ time = 51075.5; mag = 17; magerr = .1; band = 'r' } | ConvertTo-ZvarFold 0.5 -Epoch $epoch",
            ("epoch", epoch)).Values<double>("Phase")[0],
        6);

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
