using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>HATS catalogues whose stars are matched with another on disk, whole and by shares.</summary>
public sealed class CatalogXmatchTests : CatalogWorkTests
{
    private const string Match =
        "Invoke-ZvarXmatch -HatsPath zvar.hats -Catalog other.hats -Destination found.hats -Radius 2";

    // The other catalogue has the stars of half of the sky, a little off.
    public CatalogXmatchTests() => Shell.Run(
        "$known = $stars | Where-Object Ra -lt 50; $null = $known | Export-ZvarCatalog other.hats -MaxRows 20").Succeed();

    [Fact]
    public void Each_star_that_the_other_has_is_beside_itself()
    {
        PSObject share = Shell.Run(Match).Single;
        PSObject[] rows = Read("-AsRow");

        Assert.Equal("Zvar.CatalogShare", share.TypeNames[0]);
        Assert.Equal(true, share.Properties["IsComplete"].Value);
        Assert.Equal((long)rows.Length, share.Properties["Rows"].Value);
        Assert.Equal(Shell.Run("$stars.LongLength").Single.BaseObject, share.Properties["Stars"].Value);
        Assert.Equal(
            Shell.Run("$known.Psid").Succeed().Select(one => (long)one.BaseObject).Order(),
            rows.Select(row => (long)row.Properties["Psid"].Value).Order());
        Assert.All(rows, row =>
        {
            Assert.Equal(row.Properties["Psid"].Value, row.Properties["Psid_other"].Value);
            Assert.Equal(0.0, row.Properties["Separation"].Value);
            Assert.Equal(true, row.Properties["Synthetic"].Value);
        });
    }

    [Fact]
    public void All_pairs_and_stars_without_one_come_when_they_are_asked_for()
    {
        // What the pipeline tells of the neighbours of a star, itself among them.
        int expected = Shell.Run(
            """
            foreach ($star in $stars) {
                @(Find-ZvarCone $star.Ra $star.Dec -Radius 20 | Where-Object Psid -in $known.Psid).Count
            }
            """).Succeed().Sum(near => Math.Max(1, (int)near.BaseObject));

        Shell.Run($"{Match}0 -All -IncludeUnmatched").Succeed();

        PSObject[] rows = Read("-AsRow");
        Assert.Equal(expected, rows.Length);
        Assert.Contains(rows, row => double.IsNaN((double)row.Properties["Separation"].Value));
        Assert.True(rows.Count(row => row.Properties["Separation"].Value is > 0.0) > 10);
    }

    [Fact]
    public void Shares_together_are_the_whole_and_what_is_done_is_passed_over()
    {
        SortedDictionary<string, string> whole = Once(Match);

        PSObject[] shares =
            [.. Enumerable.Range(1, 3).Select(i => Shell.Run($"{Match} -Shard {i} -ShardCount 3").Single)];
        PSObject again = Shell.Run($"{Match} -Shard 2 -ShardCount 3").Single;
        PSObject done = Shell.Run("Complete-ZvarCatalog found.hats").Single;

        Assert.All(shares, share => Assert.True((int)share.Properties["Partitions"].Value > 0));
        Assert.Equal(0, again.Properties["Partitions"].Value);
        Assert.Equal(shares[1].Properties["Partitions"].Value, again.Properties["Skipped"].Value);
        Assert.Equal(shares.Sum(share => (long)share.Properties["Rows"].Value), done.Properties["Rows"].Value);
        Assert.Equal(whole, Contents());
    }

    [Theory]
    [InlineData(Match + "5", "CatalogDiffers", "-Radius is '2' there and '25' here")]
    [InlineData(Match + " -All", "CatalogDiffers", "-All is 'False' there and 'True' here")]
    [InlineData(Match + " -IncludeUnmatched", "CatalogDiffers", "-IncludeUnmatched is 'False' there")]
    [InlineData(
        "Measure-ZvarLightCurve -HatsPath zvar.hats -Destination found.hats",
        "CatalogDiffers",
        "the work is 'Invoke-ZvarXmatch' there")]
    [InlineData(
        "Invoke-ZvarXmatch -HatsPath zvar.hats -Catalog zvar.hats -Radius 2 -Destination found.hats",
        "CatalogDiffers",
        "the other catalogue is 'other' there and 'zvar' here")]
    public void What_was_begun_otherwise_is_refused(string script, string id, string words)
    {
        Shell.Run($"{Match} -Shard 1 -ShardCount 2").Succeed();

        Output output = Shell.Run(script);

        Assert.Equal(id, output.ErrorId);
        Assert.Equal("found.hats", output.Error.TargetObject);
        Assert.Contains(words, output.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Catalog gaia -Radius 2", "TableNotUnderstood", "is no folder of a HATS catalogue")]
    [InlineData("-Catalog Env: -Radius 2", "PathNotSupported", "Env:")]
    [InlineData("-Catalog other.hats -Radius 2 -Shard 3 -ShardCount 2", "InvalidShard", "from 1 to 2")]
    [InlineData("-Catalog other.hats -Radius 2 -Shard 1", "InvalidShard", "give both")]
    [InlineData("-Catalog other.hats -Radius 2 -ThrottleLimit 2", "ParametersExcludeEachOther", "-ThrottleLimit")]
    [InlineData(
        "-Catalog other.hats -Radius 2 -Connection (Get-ZvarConnection)", "ParametersExcludeEachOther", "-Connection")]
    [InlineData("-Catalog other.hats -Radius 2 -Id 5", "AmbiguousParameterSet", "")]
    [InlineData("-Catalog other.hats -Radius 0", "ParameterArgumentTransformationError", "more than 0")]
    public void What_cannot_be_done_is_refused_before_anything_is_written(string parameters, string id, string words)
    {
        Output output = Shell.Run($"Invoke-ZvarXmatch -HatsPath zvar.hats -Destination found.hats {parameters}");

        Assert.Equal(id, output.ErrorId);
        Assert.Contains(words, output.Error.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Found));
    }

    [Fact]
    public void A_damaged_file_of_the_other_is_the_target_of_the_error()
    {
        string file = Directory.GetFiles(
            Path.Combine(Folder, "other.hats", "other", "dataset"), "Npix=*", SearchOption.AllDirectories)[0];
        File.WriteAllText(file, "cut");

        Output output = Shell.Run(Match);

        Assert.Equal("TableDamaged", output.ErrorId);
        Assert.Equal(file, output.Error.TargetObject);
    }

    [Fact]
    public void AFolder_names_the_other_as_well_as_its_path()
    {
        Output output = Shell.Run(
            Match.Replace("other.hats", "$other", StringComparison.Ordinal),
            ("other", new DirectoryInfo(Path.Combine(Folder, "other.hats"))));

        Assert.Equal(true, output.Single.Properties["IsComplete"].Value);
    }

    [Fact]
    public void WhatIf_writes_nothing_and_how_far_it_is_is_shown()
    {
        Assert.Empty(Shell.Run($"{Match} -WhatIf").Succeed());
        Assert.False(Directory.Exists(Found));

        Output output = Shell.Run(Match);

        ProgressRecord record = output.Progress.First(one => one.RecordType == ProgressRecordType.Processing);
        Assert.Equal("Invoke-ZvarXmatch", record.Activity);
        Assert.Matches(@"^\d+ of \d+ partitions, \d+ of \d+ stars, [0-9.]+ stars/s$", record.StatusDescription);
        Assert.Equal(ProgressRecordType.Completed, output.Progress[^1].RecordType);
    }

    [Fact]
    public Task Stopped_at_any_moment_it_leaves_whole_partitions_and_goes_on() =>
        AssertGoesOnAfterStopsAsync(Match, 10, 200);

    [Fact]
    public async Task Two_processes_at_the_same_time_make_the_same_bytes()
    {
        SortedDictionary<string, string> whole = Once(Match);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Host.RunAsync([], ["-Command", Match], Folder)));

        Assert.Equal(true, Shell.Run(Match).Single.Properties["IsComplete"].Value);
        Assert.Equal(whole, Contents());
    }
}
