using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>HATS catalogues whose stars are matched with another on disk, whole and by shares.</summary>
public sealed class CatalogXmatchTests : IDisposable
{
    private const string Match =
        "Invoke-ZvarXmatch -HatsPath zvar.hats -Catalog other.hats -Destination found.hats -Radius 2";

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly Shell _shell;

    // The other catalogue has the stars of half of the sky, a little off.
    public CatalogXmatchTests()
    {
        _shell = CatalogShell.Open(_folder);
        _shell.Run(
            "$known = $stars | Where-Object Ra -lt 50; $null = $known | Export-ZvarCatalog other.hats -MaxRows 20")
            .Succeed();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Each_star_that_the_other_has_is_beside_itself()
    {
        PSObject share = _shell.Run(Match).Single;
        PSObject[] rows = Read();

        Assert.Equal("Zvar.CatalogShare", share.TypeNames[0]);
        Assert.Equal(true, share.Properties["IsComplete"].Value);
        Assert.Equal((long)rows.Length, share.Properties["Rows"].Value);
        Assert.Equal(_shell.Run("$stars.LongLength").Single.BaseObject, share.Properties["Stars"].Value);
        Assert.Equal(
            _shell.Run("$known.Psid").Succeed().Select(one => (long)one.BaseObject).Order(),
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
        int expected = _shell.Run(
            """
            foreach ($star in $stars) {
                @(Find-ZvarCone $star.Ra $star.Dec -Radius 20 | Where-Object Psid -in $known.Psid).Count
            }
            """).Succeed().Sum(near => Math.Max(1, (int)near.BaseObject));

        _shell.Run($"{Match}0 -All -IncludeUnmatched").Succeed();

        PSObject[] rows = Read();
        Assert.Equal(expected, rows.Length);
        Assert.Contains(rows, row => double.IsNaN((double)row.Properties["Separation"].Value));
        Assert.True(rows.Count(row => row.Properties["Separation"].Value is > 0.0) > 10);
    }

    [Fact]
    public void Shares_together_are_the_whole_and_what_is_done_is_passed_over()
    {
        _shell.Run(Match).Succeed();
        string[] whole = Contents();
        Directory.Delete(Path.Combine(_folder, "found.hats"), recursive: true);

        PSObject[] shares =
            [.. Enumerable.Range(1, 3).Select(i => _shell.Run($"{Match} -Shard {i} -ShardCount 3").Single)];
        PSObject again = _shell.Run($"{Match} -Shard 2 -ShardCount 3").Single;
        PSObject done = _shell.Run("Complete-ZvarCatalog found.hats").Single;

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
        _shell.Run($"{Match} -Shard 1 -ShardCount 2").Succeed();

        Output output = _shell.Run(script);

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
        Output output = _shell.Run($"Invoke-ZvarXmatch -HatsPath zvar.hats -Destination found.hats {parameters}");

        Assert.Equal(id, output.ErrorId);
        Assert.Contains(words, output.Error.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "found.hats")));
    }

    [Fact]
    public void A_damaged_file_of_the_other_is_the_target_of_the_error()
    {
        string file = Directory.GetFiles(
            Path.Combine(_folder, "other.hats", "other", "dataset"), "Npix=*", SearchOption.AllDirectories)[0];
        File.WriteAllText(file, "cut");

        Output output = _shell.Run(Match);

        Assert.Equal("TableDamaged", output.ErrorId);
        Assert.Equal(file, output.Error.TargetObject);
    }

    [Fact]
    public void A_folder_names_the_other_as_well_as_its_path()
    {
        Output output = _shell.Run(
            Match.Replace("other.hats", "$other", StringComparison.Ordinal),
            ("other", new DirectoryInfo(Path.Combine(_folder, "other.hats"))));

        Assert.Equal(true, output.Single.Properties["IsComplete"].Value);
    }

    [Fact]
    public void WhatIf_writes_nothing_and_how_far_it_is_is_shown()
    {
        Assert.Empty(_shell.Run($"{Match} -WhatIf").Succeed());
        Assert.False(Directory.Exists(Path.Combine(_folder, "found.hats")));

        Output output = _shell.Run(Match);

        ProgressRecord record = output.Progress.First(one => one.RecordType == ProgressRecordType.Processing);
        Assert.Equal("Invoke-ZvarXmatch", record.Activity);
        Assert.Matches(@"^\d+ of \d+ partitions, \d+ of \d+ stars, [0-9.]+ stars/s$", record.StatusDescription);
        Assert.Equal(ProgressRecordType.Completed, output.Progress[^1].RecordType);
    }

    [Fact]
    public async Task Stopped_at_any_moment_it_leaves_whole_partitions_and_goes_on()
    {
        _shell.Run(Match).Succeed();
        string[] whole = Contents();
        Directory.Delete(Path.Combine(_folder, "found.hats"), recursive: true);

        var random = new Random(1);
        for (int stop = 0; stop < 4; stop++)
        {
            using PowerShell match = _shell.Start(Match);
            IAsyncResult running = match.BeginInvoke();
            await Task.Delay(random.Next(10, 200), Token);
            match.Stop();
            Assert.True(running.IsCompleted);
            string parts = Path.Combine(_folder, "found.hats", ".shares", "parts");
            Assert.True(!Directory.Exists(parts) || Directory.GetFiles(parts).Length == 0);
        }

        _shell.Run(Match).Succeed();
        Assert.Equal(whole, Contents());
    }

    [Fact]
    public async Task Two_processes_at_the_same_time_make_the_same_bytes()
    {
        _shell.Run(Match).Succeed();
        string[] whole = Contents();
        Directory.Delete(Path.Combine(_folder, "found.hats"), recursive: true);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Host.RunAsync([], ["-Command", Match], _folder)));

        Assert.Equal(true, _shell.Run(Match).Single.Properties["IsComplete"].Value);
        Assert.Equal(whole, Contents());
    }

    private PSObject[] Read() =>
    [
        .. _shell.Run("$files | Import-ZvarTable -AsRow", ("files", Directory.GetFiles(
            Path.Combine(_folder, "found.hats", "dataset"), "Npix=*.parquet", SearchOption.AllDirectories))).Succeed(),
    ];

    // But for when it was begun.
    private string[] Contents()
    {
        string path = Path.Combine(_folder, "found.hats");
        return
        [
            .. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => $"{Path.GetRelativePath(path, file)} {BytesOf(file)}"),
        ];
    }

    private static string BytesOf(string file) => file.EndsWith("properties", StringComparison.Ordinal)
        ? string.Join(
            '\n', File.ReadLines(file).Where(line => !line.StartsWith("hats_creation_date", StringComparison.Ordinal)))
        : Convert.ToBase64String(File.ReadAllBytes(file));
}
