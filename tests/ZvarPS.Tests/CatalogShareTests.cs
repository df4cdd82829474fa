using System.Diagnostics;
using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>HATS catalogues whose stars are searched and measured, whole and by shares.</summary>
public sealed class CatalogShareTests : CatalogWorkTests
{
    // The second is a range in which a search is short.
    private const string Measure = "Measure-ZvarLightCurve -HatsPath zvar.hats -Destination found.hats";
    private const string Search =
        "Find-ZvarPeriod -HatsPath zvar.hats -Destination found.hats -MinPeriod 0.3 -MaxPeriod 0.31 -Top 2";

    [Theory]
    [InlineData(Measure, "Measure-ZvarLightCurve")]
    [InlineData(
        Measure + " -Band g -MinSnr 10 -MinPoints 100", "Measure-ZvarLightCurve -Band g -MinSnr 10 -MinPoints 100")]
    [InlineData(Search, "Find-ZvarPeriod -MinPeriod 0.3 -MaxPeriod 0.31 -Top 2")]
    [InlineData(
        Search + " -Method LombScargle -Prewhiten 1 -Detrend Trend -ExcludeAliases -Oversampling 3 -Shuffles 20",
        "Find-ZvarPeriod -MinPeriod 0.3 -MaxPeriod 0.31 -Top 2 -Method LombScargle -Prewhiten 1 -Detrend Trend"
            + " -ExcludeAliases -Oversampling 3 -Shuffles 20")]
    public void What_is_found_is_what_the_pipeline_finds(string catalog, string pipeline)
    {
        // Stars without detections after the cuts are errors in both.
        Output done = Shell.Run(catalog);
        Output expected = Shell.Run($"$stars | {pipeline}");
        PSObject[] read = Read();

        Assert.Equal(TextsOf(expected.Results), TextsOf(read));
        Assert.Equal(
            expected.Errors.Select(error => $"{error}").Order(), done.Errors.Select(error => $"{error}").Order());
        Assert.True(read.Length > 10);
        Assert.Equal((long)read.Length, done.Single.Properties["Rows"].Value);
        Assert.Equal(true, done.Single.Properties["IsComplete"].Value);
    }

    [Fact]
    public void Shares_together_are_the_whole()
    {
        SortedDictionary<string, string> whole = Once(Measure);

        PSObject[] shares =
            [.. Enumerable.Range(1, 3).Select(i => Shell.Run($"{Measure} -Shard {i} -ShardCount 3").Single)];

        Assert.All(shares, share => Assert.Equal(false, share.Properties["IsComplete"].Value));
        Assert.All(shares, share => Assert.True((int)share.Properties["Partitions"].Value > 0));
        Assert.Equal(
            Shell.Run("$stars.LongLength").Single.BaseObject, shares.Sum(share => (long)share.Properties["Stars"].Value));
        Assert.Equal(
            shares.Sum(share => (int)share.Properties["Partitions"].Value),
            Shell.Run("Complete-ZvarCatalog -Path found.hats").Single.Properties["Partitions"].Value);
        Assert.Equal(whole, Contents());
    }

    [Fact]
    public void A_share_that_is_done_is_passed_over()
    {
        PSObject first = Shell.Run($"{Measure} -Shard 1 -ShardCount 2").Single;
        PSObject again = Shell.Run($"$share = @{{ Shard = 1; ShardCount = '2' }}; {Measure} @share").Single;
        PSObject all = Shell.Run(Measure).Single;
        PSObject after = Shell.Run($"{Measure} -Shard 2 -ShardCount 2").Single;

        Assert.Equal(0, again.Properties["Partitions"].Value);
        Assert.Equal(first.Properties["Partitions"].Value, again.Properties["Skipped"].Value);
        Assert.Equal(first.Properties["Partitions"].Value, all.Properties["Skipped"].Value);
        Assert.Equal(0, after.Properties["Partitions"].Value);
        Assert.Equal(true, after.Properties["IsComplete"].Value);
        Assert.False(Directory.Exists(Path.Combine(Found, ".shares")));
    }

    [Fact]
    public void More_shares_than_partitions_leave_some_with_nothing_to_do()
    {
        for (int i = 1; i <= 40; i++)
        {
            Shell.Run($"{Measure} -Shard {i} -ShardCount 40").Succeed();
        }

        Assert.Single(Shell.Run("Complete-ZvarCatalog found.hats").Succeed());
    }

    [Theory]
    [InlineData("-Shard 5 -ShardCount 4", "InvalidShard", "from 1 to 4")]
    [InlineData("-Shard 1", "InvalidShard", "give both")]
    [InlineData("-ShardCount 4", "InvalidShard", "give both")]
    [InlineData("-Shard 0 -ShardCount 4", "ParameterArgumentValidationError", "Shard")]
    [InlineData("-Shard -1 -ShardCount 4", "ParameterArgumentValidationError", "Shard")]
    [InlineData("-Shard 1 -ShardCount 0", "ParameterArgumentValidationError", "ShardCount")]
    [InlineData("-Shard x -ShardCount 4", "ParameterArgumentTransformationError", "'x'")]
    [InlineData("-Shard 1.5 -ShardCount 4", "ParameterArgumentTransformationError", "1.5")]
    [InlineData("-Shard $null -ShardCount 4", "ParameterArgumentTransformationError", "Shard")]
    [InlineData("-Shard 1 -ShardCount $null", "ParameterArgumentTransformationError", "ShardCount")]
    [InlineData("-Shard 1, 2 -ShardCount 4", "ParameterArgumentTransformationError", "Shard")]
    [InlineData("-Connection (Get-ZvarConnection)", "ParametersExcludeEachOther", "-Connection")]
    [InlineData("-ThrottleLimit 2", "ParametersExcludeEachOther", "-ThrottleLimit")]
    public void A_share_that_there_is_not_is_refused(string share, string id, string words)
    {
        foreach (string work in new[] { Measure, Search })
        {
            Output output = Shell.Run($"{work} {share}");

            Assert.Empty(output.Results);
            Assert.Equal(id, output.ErrorId);
            Assert.Contains(words, output.Error.ToString(), StringComparison.Ordinal);
            Assert.False(Directory.Exists(Found));
        }
    }

    [Theory]
    [InlineData("-AsPeriodogram", "-AsPeriodogram")]
    [InlineData("-AsPeriodogram -Full", "-Full")]
    public void A_periodogram_is_none_of_a_catalogue(string parameters, string named)
    {
        Output output = Shell.Run($"{Search.Replace(" -Top 2", "", StringComparison.Ordinal)} {parameters}");

        Assert.Equal("ParametersExcludeEachOther", output.ErrorId);
        Assert.Contains(named, output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void While_shares_are_missing_the_catalogue_is_not_completed_and_they_are_named()
    {
        Shell.Run($"foreach ($shard in 1, 3) {{ {Measure} -Shard $shard -ShardCount 3 }}").Succeed();

        Output output = Shell.Run("Complete-ZvarCatalog found.hats");

        Assert.Empty(output.Results);
        Assert.Equal("IncompleteCatalog", output.ErrorId);
        Assert.Equal("found.hats", output.Error.TargetObject);
        Assert.Contains("shards 2 of 3", output.Error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Found, "hats.properties")));
    }

    [Fact]
    public void What_was_begun_otherwise_is_refused()
    {
        Shell.Run($"{Search} -Shard 1 -ShardCount 2").Succeed();

        foreach ((string work, string words) in new[]
        {
            (Search + "0 -Shard 2 -ShardCount 2", "-Top is '2' there and '20' here"),
            (Search + " -Band g", "-Band is '' there and 'g' here"),
            (Measure, "the work is 'Find-ZvarPeriod' there"),
        })
        {
            Output output = Shell.Run(work);
            Assert.Equal("CatalogDiffers", output.ErrorId);
            Assert.Equal("found.hats", output.Error.TargetObject);
            Assert.Contains(words, output.Error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_catalogue_that_was_added_to_meanwhile_is_refused()
    {
        Shell.Run($"{Measure} -Shard 1 -ShardCount 2").Succeed();
        Shell.Run("New-Catalog zvar.hats (Find-ZvarCone 60 20 -Radius 60 | Get-ZvarLightCurve) 10").Succeed();

        Assert.Equal("CatalogDiffers", Shell.Run($"{Measure} -Shard 2 -ShardCount 2").ErrorId);
    }

    [Theory]
    [InlineData("Measure-ZvarLightCurve -HatsPath nowhere -Destination found.hats", "TableNotUnderstood")]
    [InlineData("Measure-ZvarLightCurve -HatsPath Env: -Destination found.hats", "PathNotSupported")]
    [InlineData("Measure-ZvarLightCurve -HatsPath zvar.hats -Destination Env:", "PathNotSupported")]
    [InlineData("Measure-ZvarLightCurve -HatsPath zvar.hats -Destination zvar.hats", "CatalogDiffers")]
    [InlineData("Complete-ZvarCatalog zvar.hats", "TableNotUnderstood")]
    [InlineData("Complete-ZvarCatalog Env:", "PathNotSupported")]
    [InlineData("Complete-ZvarCatalog ''", "ParameterArgumentValidationError")]
    [InlineData("Complete-ZvarCatalog $null", "ParameterArgumentValidationError")]
    public void Folders_that_are_none_of_these_are_told(string script, string id) =>
        Assert.Equal(id, Shell.Run(script).ErrorId);

    [Fact]
    public void WhatIf_writes_nothing()
    {
        Assert.Empty(Shell.Run($"{Measure} -WhatIf").Succeed());
        Assert.False(Directory.Exists(Found));
        Shell.Run($"{Measure} -Shard 1 -ShardCount 1").Succeed();
        Assert.Empty(Shell.Run("Complete-ZvarCatalog found.hats -WhatIf").Succeed());
        Assert.False(File.Exists(Path.Combine(Found, "hats.properties")));
    }

    [Fact]
    public void A_star_without_what_is_asked_for_is_told_and_loses_no_other()
    {
        Shell.Run(
            """
            $curves = @($stars | Get-ZvarLightCurve)
            New-Catalog some.hats @($curves[1..4]; $stars[0] | Get-ZvarLightCurve -MinSnr 1e9) 10
            """).Succeed();

        Output output = Shell.Run("Measure-ZvarLightCurve -HatsPath some.hats -Destination found.hats");

        Assert.Equal("NotInArchive", output.ErrorId);
        Assert.Equal(
            Shell.Run("$stars[0].Psid").Single.BaseObject, Assert.Single((long[])output.Error.TargetObject));
        Assert.Equal(5L, output.Single.Properties["Stars"].Value);
        Assert.Equal(4, Read().Select(row => row.Properties["Psid"].Value).Distinct().Count());
    }

    [Fact]
    public void How_far_it_is_is_shown()
    {
        Output output = Shell.Run(Measure);

        ProgressRecord record = output.Progress.First(one => one.RecordType == ProgressRecordType.Processing);
        Assert.Equal("Measure-ZvarLightCurve", record.Activity);
        Assert.Matches(@"^\d+ of \d+ partitions, \d+ of \d+ stars, [0-9.]+ stars/s$", record.StatusDescription);
        Assert.Equal(ProgressRecordType.Completed, output.Progress[^1].RecordType);
    }

    [Fact]
    public Task Stopped_at_any_moment_it_leaves_whole_partitions_and_goes_on() =>
        AssertGoesOnAfterStopsAsync(Search, 50, 500);

    // Two processes at a time, of which one or the other is killed at any moment.
    [Fact]
    public async Task Killed_at_any_moment_and_done_twice_at_the_same_time_it_has_the_same_bytes()
    {
        SortedDictionary<string, string> whole = Once(Search);

        var random = new Random(1);
        for (int kill = 0; kill < 4; kill++)
        {
            using Process one = Host.Start([], ["-Command", $"{Search} -Shard 1 -ShardCount 2"], Folder);
            using Process other = Host.Start([], ["-Command", Search], Folder);
            await Task.Delay(random.Next(1500, 4000), Token);
            one.Kill();
            other.Kill();
            await one.WaitForExitAsync(Token);
            await other.WaitForExitAsync(Token);
        }

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Host.RunAsync([], ["-Command", Search], Folder)));
        Assert.Equal(whole, Contents());
        Assert.Equal(true, Shell.Run(Search).Single.Properties["IsComplete"].Value);
    }

    private static string[] TextsOf(IEnumerable<PSObject> rows) =>
    [
        .. rows.Select(row => string.Join(' ', row.Properties.Select(property => $"{property.Name}={property.Value}")))
            .Order(StringComparer.Ordinal),
    ];
}
