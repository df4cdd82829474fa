using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

public sealed class FindZvarPeriodTests : IDisposable
{
    // Of a period of 0.2727 days, and quick to search.
    private const string Narrow = "-MinPeriod 0.2725 -MaxPeriod 0.2728";

    private readonly Shell _shell = new(
        """
        Connect-Zvar -Demo
        $psid = 145120008365555264
        $narrow = @{ MinPeriod = 0.2725; MaxPeriod = 0.2728 }
        $binary = Find-ZvarCone 0.836528 30.937196 -Radius 2 -TargetName mine
        function Again($object, $depth = 3) {
            $text = [Management.Automation.PSSerializer]::Serialize($object, $depth)
            [Management.Automation.PSSerializer]::Deserialize($text)
        }
        function New-Star($name, $period = 0.3, $points = 60, $err = 0.02) {
            $time = foreach ($i in 0..($points - 1)) { 2458000 + 1.37 * $i + 0.31 * [Math]::Sin($i) }
            [pscustomobject]@{
                Name = $name
                Time = [double[]] $time
                Mag = [double[]] $time.ForEach({ 17 + 0.3 * [Math]::Sin(2 * [Math]::PI * $_ / $period) })
                MagErr = [double[]] (@($err) * $points)
            }
        }
        """);

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_star_has_its_best_period()
    {
        PSObject found = _shell.Run($"Find-ZvarPeriod $psid {Narrow}").Single;
        Assert.Equal(145120008365555264, found.Properties["Psid"].Value);
        Assert.Equal(0.27266296, (double)found.Properties["Period"].Value, 1e-6);
        Assert.Equal(1, found.Properties["Rank"].Value);
        Assert.Equal(1126, found.Properties["Points"].Value);
        Assert.Equal("g r", found.Properties["Bands"].Value);
        Assert.Equal(true, found.Properties["Synthetic"].Value);
        Assert.InRange((double)found.Properties["FalseAlarmProbability"].Value, 0, 1e-50);
    }

    // However a star comes, it is the same light curve.
    [Theory]
    [InlineData("$psid | Find-ZvarPeriod @narrow")]
    [InlineData("\"$psid\" | Find-ZvarPeriod @narrow")]
    [InlineData("@{ Psid = $psid } | Find-ZvarPeriod @narrow")]
    [InlineData("Get-ZvarObject $psid | Find-ZvarPeriod @narrow")]
    [InlineData("Get-ZvarObject $psid | Invoke-ZvarXmatch -Catalog gaia -Radius 3 | Find-ZvarPeriod @narrow")]
    [InlineData("Get-ZvarLightCurve $psid | Find-ZvarPeriod @narrow")]
    [InlineData("Again (Get-ZvarLightCurve $psid) | Find-ZvarPeriod @narrow")]
    [InlineData("Get-ZvarPhotometry $psid | Find-ZvarPeriod @narrow")]
    [InlineData("Get-ZvarPhotometry $psid | ForEach-Object { Again $_ } | Find-ZvarPeriod @narrow")]
    [InlineData("Find-ZvarPeriod -InputObject (Get-ZvarPhotometry $psid) @narrow")]
    [InlineData("Find-ZvarPeriod -InputObject ([Collections.ArrayList]@(Get-ZvarLightCurve $psid)) @narrow")]
    [InlineData("Find-ZvarPeriod -InputObject ([Collections.Generic.List[object]]@($psid)) @narrow")]
    [InlineData("Find-ZvarPeriod -InputObject ([Collections.Generic.Queue[long]]@($psid)) @narrow")]
    [InlineData("Find-ZvarPeriod ([long[]]$psid) @narrow")]
    [InlineData("Find-ZvarPeriod ([Collections.Generic.HashSet[long]]@($psid, $psid)) @narrow")]
    [InlineData("Find-ZvarPeriod @{ Psid = $psid }.Values @narrow")]
    [InlineData("$given = @{ Psid = $psid; Band = 'g', 'r'; Method = 'Fpw', 'gls' }; Find-ZvarPeriod @given @narrow")]
    [InlineData("Find-ZvarPeriod $psid -MinPeriod 6.54h -MaxPeriod ([timespan]::FromDays(0.2728))")]
    [InlineData("Find-ZvarPeriod $psid @narrow | Find-ZvarPeriod @narrow")]
    [InlineData("Find-ZvarPeriod $psid @narrow | ForEach-Object { Again $_ } | Find-ZvarPeriod @narrow")]
    [InlineData("[cultureinfo]::CurrentCulture = 'de-DE'; Find-ZvarPeriod $psid -MinPeriod '0.2725' -MaxPeriod 0.2728")]
    public void A_light_curve_comes_in_any_form(string script)
    {
        double[] expected = _shell.Run("Find-ZvarPeriod $psid @narrow").Values<double>("Score");
        Assert.Equal(expected, _shell.Run(script).Values<double>("Score"));
    }

    [Fact]
    public void Stars_come_in_the_order_they_were_given()
    {
        // Of very different length: the short ones are done long before those ahead of them.
        Output output = _shell.Run(
            """
            1..60 | ForEach-Object { New-Star "star $_" -points (20 + 900 * ($_ % 7 -eq 1)) } |
                Find-ZvarPeriod -MinPeriod 0.25 -MaxPeriod 0.35
            """);
        Assert.Equal(Enumerable.Range(1, 60).Select(i => $"star {i}"), output.Values<string>("TargetName"));
    }

    [Fact]
    public void Stars_of_a_source_come_in_the_order_they_were_given_and_as_often()
    {
        Output output = _shell.Run(
            """
            $psids = (Find-ZvarCone 0.8365 30.9372 -Radius 5arcmin -MinExposures 100)[0..29].Psid
            $psids += $psids[3], $psids[0]
            [array]::Reverse($psids)
            $psids | Find-ZvarPeriod @narrow -Method Gls
            """);
        Assert.Equal(
            _shell.Run("$psids").Results.Select(psid => (long)psid.BaseObject), output.Values<long>("Psid"));
    }

    [Fact]
    public void The_name_of_the_position_and_the_light_curve_go_along()
    {
        Output output = _shell.Run("$found = $binary | Find-ZvarPeriod @narrow; $found; $found.GetLightCurve()");
        Assert.Equal("mine", output.Results[0].Properties["TargetName"].Value);
        Assert.Equal(145120008365555264, output.Results[1].Properties["Psid"].Value);
    }

    [Fact]
    public void The_best_come_first_as_many_as_are_wanted()
    {
        Output output = _shell.Run("Find-ZvarPeriod $psid -MinPeriod 0.13 -MaxPeriod 0.28 -Top 3 -Method Fpw10, LombScargle");
        Assert.Equal([1, 2, 3], output.Values<int>("Rank"));
        Assert.Equal(output.Values<double>("Score").Order(), output.Values<double>("Score"));
    }

    [Theory]
    [InlineData("Fpw20", "Fpw20")]
    [InlineData("gls", "LombScargle")]
    [InlineData("lomb", "LombScargle")]
    [InlineData("'fpw5,fpw5'", "Fpw5")]
    [InlineData("([Zvar.PeriodogramMethod]::Fpw10)", "Fpw10")]
    public void A_method_is_understood_by_its_names(string method, string expected) => Assert.Equal(
        expected, $"{_shell.Run($"Find-ZvarPeriod $psid {Narrow} -Method {method}").Single.Properties["Method"].Value}");

    [Fact]
    public void Fpw_is_all_its_numbers_of_bins()
    {
        Output output = _shell.Run($"Find-ZvarPeriod $psid {Narrow} -Method Fpw -AsPeriodogram");
        Assert.Equal(
            ["Fpw5", "Fpw10", "Fpw20"],
            output.Succeed().Select(point => $"{point.Properties["Method"].Value}").Distinct());
    }

    [Fact]
    public void Another_period_is_found_when_the_first_is_taken_out()
    {
        Output output = _shell.Run("Find-ZvarPeriod $psid @narrow -Method Gls -Prewhiten 1");
        Assert.Equal([1, 2], output.Values<int>("Component"));
    }

    [Theory]
    [InlineData("Trend")]
    [InlineData("None")]
    [InlineData("trend, fields")]
    [InlineData("'Trend,Fields'")]
    [InlineData("([Zvar.Detrending]'Trend, Fields')")]
    public void What_is_taken_out_before_is_a_list(string words) =>
        Assert.Single(_shell.Run($"Find-ZvarPeriod $psid {Narrow} -Method Gls -Detrend {words}").Succeed());

    [Fact]
    public void A_periodogram_is_thinned_unless_it_is_wanted_whole()
    {
        Output output = _shell.Run(
            """
            $thin = Find-ZvarPeriod $psid -Method Gls -MinPeriod 0.05 -MaxPeriod 0.3 -AsPeriodogram
            $whole = Find-ZvarPeriod $psid -Method Gls -MinPeriod 0.05 -MaxPeriod 0.3 -AsPeriodogram -Full
            $thin.Count
            $whole.Count
            [Linq.Enumerable]::Max([double[]]$thin.Power) - [Linq.Enumerable]::Max([double[]]$whole.Power)
            $whole[0].Period * $whole[0].Frequency
            """);
        Assert.InRange((int)output.Results[0].BaseObject, 1000, 4000);
        Assert.InRange((int)output.Results[1].BaseObject, 4001, 1_000_000);
        Assert.Equal(0.0, (double)output.Results[2].BaseObject, 1e-9);
        Assert.Equal(1, (double)output.Results[3].BaseObject, 1e-12);
        output.Succeed();
    }

    [Fact]
    public void Bands_and_cuts_choose_the_points()
    {
        PSObject found = _shell.Run($"Find-ZvarPeriod $psid {Narrow} -Method Gls -Band zr -MinSnr 5").Single;
        Assert.Equal("r", found.Properties["Bands"].Value);
        Assert.InRange((int)found.Properties["Points"].Value, 600, 652);
    }

    [Theory]
    [InlineData("New-Star a -points 3 | Find-ZvarPeriod", "TooFewPoints")]
    [InlineData("@{ Name = 'a'; Time = @(1..30); Mag = @(17) * 30; MagErr = @(0.1) * 30 } | Find-ZvarPeriod", "NoVariation")]
    [InlineData("New-Star a | Find-ZvarPeriod -MinPeriod 200d -MaxPeriod 300d", "BaselineTooShort")]
    [InlineData("New-Star a | Find-ZvarPeriod -MinPeriod 1e-7", "GridTooLarge")]
    [InlineData("New-Star a | Find-ZvarPeriod -MinPeriod 1e-7 -AsPeriodogram", "GridTooLarge")]
    [InlineData("New-Star a | Find-ZvarPeriod -MinPeriod 1e-7 -AsPeriodogram -Full", "GridTooLarge")]
    [InlineData("New-Star a | Find-ZvarPeriod -MinPeriod 200d -MaxPeriod 300d -AsPeriodogram -Full", "BaselineTooShort")]
    public void What_cannot_be_searched_says_why(string script, string id)
    {
        Output output = _shell.Run(script);
        Assert.Empty(output.Results);
        Assert.Equal(id, output.ErrorId);
        Assert.StartsWith("No period of a was searched.", output.Error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Equal("a", _shell.Run("$e.TargetName", ("e", output.Error.TargetObject)).Single.BaseObject);
    }

    [Fact]
    public void A_star_that_cannot_be_searched_spoils_no_other()
    {
        Output output = _shell.Run(
            """
            (New-Star a), (New-Star b -points 3), (New-Star c), 1, $psid |
                Find-ZvarPeriod -MinPeriod 0.272 -MaxPeriod 0.273
            """);
        Assert.Equal(3, output.Results.Count);
        Assert.Equal(
            ["ObjectNotFound", "TooFewPoints"],
            output.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order());
    }

    [Theory]
    [InlineData("-MinPeriod 3 -MaxPeriod 2", "EmptyRange", "-MinPeriod")]
    [InlineData("-AsPeriodogram -Top 3 -Shuffles 50", "ParametersExcludeEachOther", "leave out -Top, -Shuffles.")]
    [InlineData("-Full", "ParametersExcludeEachOther", "give -AsPeriodogram too")]
    public void What_does_not_go_together_ends_it(string parameters, string id, string cure)
    {
        Output output = _shell.Run($"Find-ZvarPeriod $psid {parameters}");
        Assert.Equal(id, output.ErrorId);
        Assert.Contains(cure, output.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Method PDM", "LombScargle")]
    [InlineData("-Method F", "Fpw20")]
    [InlineData("-Detrend all", "Trend, Fields")]
    [InlineData("-Top 0", "1")]
    [InlineData("-Shuffles 19", "20")]
    [InlineData("-Oversampling 0.5", "1")]
    [InlineData("-Oversampling NaN", "")]
    [InlineData("-MinPeriod -1", "more than 0")]
    [InlineData("-MaxPeriod 1,5", "point")]
    [InlineData("-Prewhiten -1", "0")]
    public void A_value_out_of_range_is_told_with_what_would_be_right(string parameter, string right)
    {
        ErrorRecord error = _shell.Run($"Find-ZvarPeriod $psid {parameter}").Error;
        Assert.StartsWith("ParameterArgument", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(right, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Find-ZvarPeriod -InputObject $null")]
    [InlineData("Find-ZvarPeriod $null")]
    [InlineData("Find-ZvarPeriod @()")]
    [InlineData("$null | Find-ZvarPeriod")]
    [InlineData("'soon' | Find-ZvarPeriod")]
    [InlineData("@{ Time = 1; brightness = 17 } | Find-ZvarPeriod")]
    public void What_is_no_light_curve_is_an_error(string script)
    {
        Output output = _shell.Run(script);
        Assert.Empty(output.Results);
        Assert.Single(output.Errors);
    }

    [Fact]
    public void Nothing_is_found_in_nothing() => Assert.Empty(_shell.Run("@() | Find-ZvarPeriod").Succeed());

    [Fact]
    public void Points_without_an_error_are_counted_once()
    {
        Output output = _shell.Run(
            """
            $stars = foreach ($name in 'a', 'b') { $star = New-Star $name; $star.MagErr[3] = $star.MagErr[4] = 0; $star }
            $stars | Find-ZvarPeriod -MinPeriod 0.2 -MaxPeriod 0.4
            """);
        Assert.Equal([58, 58], output.Values<int>("Points"));
        Assert.StartsWith("4 detections of 2 stars were left out", Assert.Single(output.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_says_how_many_stars_are_done_of_how_many()
    {
        Output output = _shell.Run(
            "1..40 | ForEach-Object { New-Star $_ } | Find-ZvarPeriod -MinPeriod 0.1 -MaxPeriod 1 -Method Gls, Fpw5");
        Assert.Equal(40, output.Succeed().Count);
        Assert.NotEmpty(output.Progress);
        Assert.All(output.Progress, one => Assert.Matches(
            @"^(\d+( of 40)? stars, [0-9.]+ stars/s|Done)$", one.StatusDescription));
        Assert.Equal(ProgressRecordType.Completed, output.Progress[^1].RecordType);
    }

    [Fact]
    public void It_reads_no_further_ahead_than_a_few_stars_a_thread()
    {
        Output output = _shell.Run(
            """
            $made = @{ Stars = 0; Most = 0 }
            $taken = 0
            1..80 | ForEach-Object { $made.Stars++; New-Star $_ } |
                Find-ZvarPeriod -MinPeriod 0.29 -MaxPeriod 0.31 -Method Gls |
                ForEach-Object { $made.Most = [Math]::Max($made.Most, $made.Stars - $taken); $taken++ }
            $taken
            $made.Most
            """);
        Assert.Equal(80, output.Results[0].BaseObject);
        Assert.InRange((int)output.Results[1].BaseObject, 1, (4 * Environment.ProcessorCount) + 1);
    }
}
