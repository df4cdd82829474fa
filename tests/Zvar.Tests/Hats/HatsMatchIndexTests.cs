using Zvar.Tables;

namespace Zvar.Tests.Hats;

/// <summary>Sources of other catalogues, and the stars near them, by the index of a HATS catalogue.</summary>
public sealed class HatsMatchIndexTests : IDisposable
{
    private static readonly SkyPosition Centre = new(50, 20);

    private static readonly string[] Ids =
        ["", " ", "'; DROP", "10", "9", "\\", "a,b \"c\"", "a\nb", "\u001b[31m", "α Lyr", "Ωmega", "🌟", "𝛼"];

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Catalog => Path.Combine(_folder, "zvar.hats");

    private string IndexFile => Path.Combine(Catalog, "zvar_matches", "dataset", "index", "part.0.parquet");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("gaia")]
    [InlineData("GAIA")]
    [InlineData("my survey")]
    [InlineData("empty")]
    [InlineData("never asked")]
    public async Task It_answers_as_the_stars_themselves(string catalog)
    {
        StarRecord[] stars = await WithOtherMatchesAsync();
        SkyStars.Write(Catalog, stars, new HatsOptions { MaxRows = 20 });
        Assert.Empty(HatsChecker.Check(Catalog));
        string[] ids =
        [
            "no such", .. stars.SelectMany(star => star.Matches).SelectMany(one => one.Matches)
                .Select(match => match.Id!).Distinct(),
        ];

        PartialAnswer<CatalogMatch> indexed = await AskAsync(catalog, ids);
        Directory.Delete(Path.Combine(Catalog, "zvar_matches"), recursive: true);
        PartialAnswer<CatalogMatch> scanned = await AskAsync(catalog, ids);

        Assert.Equal(TextsOf(scanned), TextsOf(indexed));
        Assert.Equal(scanned.Failure?.Keys, indexed.Failure?.Keys);
        Assert.Equal(catalog == "never asked", indexed.Failure is not null);
        Assert.Equal(catalog is "never asked" or "empty", indexed.Results.Count == 0);
    }

    // The last of those that it stands with, in the order of the sky, as a scan of all of them gives.
    [Fact]
    public async Task A_source_near_several_stars_is_there_once_for_each()
    {
        StarRecord[] stars = [.. (await WithOtherMatchesAsync()).Take(8)];
        SkyStars.Write(Catalog, stars);

        Assert.Equal(8, Duck.Query(
            $"SELECT count(*) FROM {Duck.Files(IndexFile)} WHERE \"matches.Id\" = 'α Lyr'", row => row.GetInt64(0))[0]);
        PartialAnswer<CatalogMatch> answer = await AskAsync("my survey", ["α Lyr"]);
        long last = stars.MaxBy(star => ProjectedPixel.Of(29, star.Object.GetPosition()))!.Object.Psid;
        Assert.All(answer.Results, match => Assert.Equal(last, match.GetRow()["of"]));
    }

    // With an index no partition is read in which nothing is that was asked for; without it there is no way round them.
    [Fact]
    public async Task Partitions_without_the_source_are_not_read()
    {
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 200);
        SkyStars.Write(Catalog, stars, new HatsOptions { MaxRows = 20 });
        CatalogMatch asked = stars[0].Matches[0].Matches[0];
        string[] expected = TextsOf(await AskAsync("gaia", [asked.Id!]));
        foreach (string file in Directory.GetFiles(
            Path.Combine(Catalog, "zvar"), "Npix=*.parquet", SearchOption.AllDirectories))
        {
            if (Duck.Query(
                $"SELECT 1 FROM {Duck.Files(file)} WHERE list_contains(matches.Id, {Duck.Quoted(asked.Id!)})"
                + $" OR abs(Dec - {asked.CatalogDec:R}) < 0.01 AND abs(Ra - {asked.CatalogRa:R}) < 0.01",
                _ => 0).Length == 0)
            {
                File.WriteAllText(file, "nothing");
            }
        }

        Assert.Equal(expected, TextsOf(await AskAsync("gaia", [asked.Id!])));
        Directory.Delete(Path.Combine(Catalog, "zvar_matches"), recursive: true);
        ZvarException error = await Assert.ThrowsAsync<ZvarException>(() => AskAsync("gaia", [asked.Id!]));
        Assert.Equal(ZvarError.ArchiveDamaged, error.Error);
    }

    [Fact]
    public async Task A_catalogue_that_was_written_without_it_answers_and_has_it_after_an_addition()
    {
        StarRecord[] stars = await WithOtherMatchesAsync();
        SkyStars.Write(Catalog, stars[..^5], new HatsOptions { MaxRows = 20 });
        string[] ids =
            [.. stars[..^5].SelectMany(star => star.Matches[0].Matches).Select(match => match.Id!).Distinct()];
        string[] expected = TextsOf(await AskAsync("gaia", ids));
        Directory.Delete(Path.Combine(Catalog, "zvar_matches"), recursive: true);
        string properties = Path.Combine(Catalog, "collection.properties");
        string text = File.ReadAllText(properties);
        Assert.Contains(" matches.Id zvar_matches", text, StringComparison.Ordinal);
        File.WriteAllText(properties, text.Replace(" matches.Id zvar_matches", "", StringComparison.Ordinal));
        Assert.Empty(HatsChecker.Check(Catalog));

        Assert.Equal(expected, TextsOf(await AskAsync("gaia", ids)));
        SkyStars.Write(Catalog, stars[^5..], new HatsOptions { MaxRows = 20 });
        Assert.Empty(HatsChecker.Check(Catalog));
        Assert.Equal(
            stars.Sum(star => star.Matches.Sum(one => one.Matches.Count)),
            Duck.Query(
                $"SELECT count(*) FROM {Duck.Files(IndexFile.Replace("zvar_", "zvar_2_", StringComparison.Ordinal))}",
                row => row.GetInt64(0))[0]);
    }

    [Fact]
    public async Task Where_no_star_was_matched_it_is_empty()
    {
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 60);
        SkyStars.Write(Catalog, stars.Select(star => star with { Matches = [] }));

        Assert.Empty(HatsChecker.Check(Catalog));
        Assert.Equal(["7"], (await AskAsync("gaia", ["7"])).Failure!.Keys!);
    }

    [Fact]
    public async Task That_it_is_damaged_is_told()
    {
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 60);
        SkyStars.Write(Catalog, stars);
        byte[] bytes = File.ReadAllBytes(IndexFile);
        bytes.AsSpan(4, bytes.Length / 2).Reverse();
        File.WriteAllBytes(IndexFile, bytes);

        ZvarException error = await Assert.ThrowsAsync<ZvarException>(
            () => AskAsync("gaia", [stars[0].Matches[0].Matches[0].Id!]));

        Assert.Equal(ZvarError.ArchiveDamaged, error.Error);
    }

    // More than are sorted in memory at a time, and than a file of the index has.
    [Fact]
    public async Task It_is_in_order_however_many_sources_there_are()
    {
        const int Each = 3000;
        StarRecord[] stars = [.. (await SkyStars.FindAsync(Centre, 200)).Take(100)];
        SkyStars.Write(
            Catalog,
            stars.Select((star, number) => new StarRecord(star.Object)
            {
                Matches =
                [
                    new StarMatches("gaia", 5, ClosestOnly: false, [
                        .. Enumerable.Range(0, Each).Select(i => Match(star, "gaia", $"{(i * 104_729L) + number}"))]),
                ],
            }),
            new HatsOptions { MaxRows = 30 });

        string[] files =
        [
            .. Enumerable.Range(0, 2).Select(number =>
                IndexFile.Replace("part.0", $"part.{number}", StringComparison.Ordinal)),
        ];
        (string Id, long Psid)[] entries = Duck.Query(
            $"SELECT \"matches.Id\", Psid FROM {Duck.Files(files)}", row => (row.GetString(0), row.GetInt64(1)));
        Assert.Equal(stars.Length * Each, entries.Length);
        string[] read = [.. entries.Select(entry => entry.Id)];
        Assert.Equal(read.Order(StringComparer.Ordinal), read);
        Assert.All(entries, entry => Assert.Equal(
            stars[int.Parse(entry.Id, System.Globalization.CultureInfo.InvariantCulture) % 104_729].Object.Psid,
            entry.Psid));
        Assert.NotEmpty((await AskAsync("gaia", ["42", $"{(2999 * 104_729L) + 99}"])).Results);
    }

    private async Task<PartialAnswer<CatalogMatch>> AskAsync(string catalog, string[] ids)
    {
        await using HatsSource source = HatsSource.Open(Catalog);
        return await source.MatchExternalAsync(
            new ExternalMatchRequest(ids, catalog, 30, ClosestOnly: false), Token).ReadPartialAsync(Token);
    }

    // Besides their Gaia sources: sources of odd names, all of them near every star, and a survey that has none.
    private static async Task<StarRecord[]> WithOtherMatchesAsync() =>
    [
        .. (await SkyStars.FindAsync(Centre, 150)).Select(star => star with
        {
            Matches =
            [
                .. star.Matches,
                new StarMatches(
                    "my survey", 5, ClosestOnly: false, [.. Ids.Select(id => Match(star, "my survey", id))]),
                new StarMatches("empty", 5, ClosestOnly: false, []),
            ],
        }),
    ];

    private static CatalogMatch Match(StarRecord star, string catalog, string id) => CatalogMatch.Create(
        star.Object.Psid,
        catalog,
        new CatalogRow(
            id, star.Object.Ra, star.Object.Dec, new Dictionary<string, object> { ["of"] = star.Object.Psid }),
        zvarObject: null);

    private static string[] TextsOf(PartialAnswer<CatalogMatch> answer) =>
    [
        .. answer.Results.Select(match =>
            $"{match.Id} {match.Psid} {match.Separation:R} {match.Object?.Psid} {match.Synthetic} "
            + string.Join(' ', match.GetRow())),
    ];
}
