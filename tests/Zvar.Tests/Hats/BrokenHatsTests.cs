using Zvar.Tables;

namespace Zvar.Tests.Hats;

/// <summary>The checker of the tests finds what is wrong: catalogues that are broken in one way each.</summary>
public sealed class BrokenHatsTests(ValidHats valid) : IClassFixture<ValidHats>, IDisposable
{
    private static readonly (string Complaint, Action<Broken> Break)[] Ways =
    [
        ("no collection.properties", one => File.Delete(one.At("collection.properties"))),
        ("collection.properties has the unknown key hats_nrows", one =>
            one.Append("collection.properties", "hats_nrows=1")),
        ("collection.properties lacks hats_primary_table_url", one =>
            one.Edit("collection.properties", "hats_primary_table_url=zvar\n", "")),
        ("default_margin is none of all_margins", one =>
            one.Edit("collection.properties", "default_margin=zvar", "default_margin=other")),
        ("default_index is none of all_indexes", one =>
            one.Edit("collection.properties", "default_index=Psid", "default_index=Ra")),
        ("the collection's root has hats.properties", one =>
            File.Copy(one.At("zvar/hats.properties"), one.At("hats.properties"))),
        ("zvar lacks hats.properties or properties", one => File.Delete(one.At("zvar/properties"))),
        ("the two properties of zvar differ", one => one.Append("zvar/properties", "obs_title=stars")),
        ("zvar lacks the property hats_col_ra", one => one.EditBoth("zvar", "hats_col_ra=Ra\n", "")),
        ("zvar is no object", one => one.EditBoth("zvar", "dataproduct_type=object", "dataproduct_type=map")),
        ("hats_nrows of zvar is not its count of rows", one => one.EditBoth("zvar", "hats_nrows=", "hats_nrows=1")),
        ("hats_order is not the finest order", one => one.EditBoth("zvar", "hats_order=", "hats_order=1")),
        ("moc_sky_fraction is another", one => one.EditBoth("zvar", "moc_sky_fraction=0", "moc_sky_fraction=1")),
        ("zvar lacks _metadata", one => File.Delete(one.At("zvar/dataset/_metadata"))),
        ("zvar lacks _common_metadata", one => File.Delete(one.At("zvar/dataset/_common_metadata"))),
        ("_common_metadata of zvar has groups of rows", one =>
            File.Copy(one.At("zvar/dataset/_metadata"), one.At("zvar/dataset/_common_metadata"), overwrite: true)),
        ("_metadata of zvar names other files than there are", one => File.Delete(one.Partition)),
        ("_metadata of zvar names other files than there are", one =>
            File.Copy(one.At("zvar_10arcs/dataset/_metadata"), one.At("zvar/dataset/_metadata"), overwrite: true)),
        ("_metadata of zvar has another count of rows for", one => one.Rewrite("SELECT * FROM {0} OFFSET 1")),
        ("zvar has the stray file dataset/notes.txt", one => one.Append("zvar/dataset/notes.txt", "hello")),
        ("zvar has the stray file dataset/part-0.parquet", one =>
            File.Copy(one.Partition, one.At("zvar/dataset/part-0.parquet"))),
        ("partition_info.csv of zvar lists other pixels than there are", one =>
            one.Keep("zvar/partition_info.csv", lines => lines[..^1])),
        ("partition_info.csv of zvar has other columns", one =>
            one.Keep("zvar/partition_info.csv", lines => ["order,pixel", .. lines[1..]])),
        ("is in another folder", one => one.MovePartition("Dir=0", "Dir=10000")),
        ("is of another pixel", one => one.MovePartition("Npix=", "Npix=1")),
        ("two partitions overlap", one => one.CopyToParent()),
        ("is not sorted", one => one.Rewrite("SELECT * FROM {0} ORDER BY _healpix_29 DESC")),
        ("_healpix_29 of ", one => one.Rewrite("SELECT * REPLACE (_healpix_29 + 1 AS _healpix_29) FROM {0}")),
        ("is there twice", one => one.Rewrite("SELECT * FROM {0} UNION ALL SELECT * FROM {0} ORDER BY _healpix_29")),
        ("the lists of lc in zvar differ in length", one =>
            one.Rewrite("SELECT * REPLACE (struct_update(lc, \"Mag\" := lc.\"Mag\"[:1]) AS lc) FROM {0}")),
        ("the schema of zvar/", one => one.Rewrite("SELECT * EXCLUDE (Amplitude) FROM {0}")),
        ("the data of zvar have a column of the path", one => one.AddColumnOfPath()),
        ("has more rows than hats_max_rows", one => one.EditBoth("zvar", "hats_max_rows=", "hats_max_rows=-")),
        ("point_map.fits counts other stars", one => one.Flip("zvar/point_map.fits")),
        ("the margin of ", one => one.RewriteMargin("SELECT * FROM {0} OFFSET 1")),
        ("the margin is of another table", one =>
            one.EditBoth("zvar_10arcs", "hats_primary_table_url=zvar", "hats_primary_table_url=other")),
        ("has a star of its own", one => one.PutOwnIntoMargin()),
        ("has a star that the primary lacks", one => one.RewriteMargin("SELECT * REPLACE (1 AS Psid) FROM {0}")),
        ("a row of the margin is not as in the primary", one =>
            one.RewriteMargin("SELECT * REPLACE (Points + 1 AS Points) FROM {0}")),
        ("the index is not sorted", one => one.RewriteIndex("SELECT * FROM {0} ORDER BY Psid DESC")),
        ("the index has other stars than the primary, or elsewhere", one =>
            one.RewriteIndex("SELECT * REPLACE ((Npix + 1)::UBIGINT AS Npix) FROM {0}")),
        ("the index has other stars than the primary, or elsewhere", one =>
            one.RewriteIndex("SELECT * REPLACE (_healpix_29 + 1 AS _healpix_29) FROM {0}")),
        ("the index is of another column", one =>
            one.EditBoth("zvar_psid", "hats_index_column=Psid", "hats_index_column=Ra")),
        ("the index has other columns than it says", one =>
            one.EditBoth("zvar_matches", "hats_index_extra_column=Catalog ", "hats_index_extra_column=")),
        ("the index is of another table", one =>
            one.EditBoth("zvar_matches", "hats_primary_table_url=zvar", "hats_primary_table_url=other")),
        ("the index by match is not sorted", one =>
            one.RewriteMatchIndex("SELECT * FROM {0} ORDER BY \"matches.Id\" DESC")),
        ("the index by match has other sources than the primary", one =>
            one.RewriteMatchIndex("SELECT * FROM {0} OFFSET 1")),
        ("the index by match has other sources than the primary", one =>
            one.RewriteMatchIndex("SELECT * REPLACE ('ps1' AS Catalog) FROM {0}")),
        ("the index by match has other sources than the primary", one =>
            one.RewriteMatchIndex("SELECT * REPLACE (Psid + 1 AS Psid) FROM {0}")),
        ("the index by match has other sources than the primary", one =>
            one.RewriteMatchIndex("SELECT * REPLACE (_healpix_29 + 1 AS _healpix_29) FROM {0}")),
        ("the index by match has other sources than the primary", one =>
            one.RewriteMatchIndex("SELECT * REPLACE ((Npix + 1)::UBIGINT AS Npix) FROM {0}")),
        ("the index by match names other catalogues", one =>
            one.EditBoth("zvar_matches", "zvar_matched_catalogs=gaia", "zvar_matched_catalogs=galex")),
        ("zvar_matches lacks hats.properties", one => Directory.Delete(one.At("zvar_matches"), recursive: true)),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public static TheoryData<int, string> Numbers => new(Ways.Select((way, i) => (i, way.Complaint)));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_catalogue_that_is_broken_in_one_way_is_rejected_for_it(int number, string complaint)
    {
        var broken = new Broken(_folder);
        foreach (string file in Directory.EnumerateFiles(valid.Path, "*", SearchOption.AllDirectories))
        {
            string copy = broken.At(Path.GetRelativePath(valid.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Ways[number].Break(broken);

        Assert.Contains(HatsChecker.Check(_folder), one => one.Contains(complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void The_catalogue_that_they_are_made_of_is_valid() => Assert.Empty(HatsChecker.Check(valid.Path));

    private sealed class Broken(string folder)
    {
        internal string Partition => DataOf("zvar")
            .Where(file => file.Contains("Dir=0", StringComparison.Ordinal)).MaxBy(file => new FileInfo(file).Length)!;

        private string MarginPartition => DataOf("zvar_10arcs").MaxBy(file => new FileInfo(file).Length)!;

        internal string At(string path) => Path.Combine(folder, path);

        internal void Append(string path, string line) => File.AppendAllText(At(path), line + "\n");

        internal void Edit(string path, string old, string with)
        {
            string text = File.ReadAllText(At(path));
            Assert.Contains(old, text, StringComparison.Ordinal);
            File.WriteAllText(At(path), text.Replace(old, with, StringComparison.Ordinal));
        }

        internal void EditBoth(string name, string old, string with)
        {
            Edit($"{name}/hats.properties", old, with);
            Edit($"{name}/properties", old, with);
        }

        internal void Keep(string path, Func<string[], string[]> keep) =>
            File.WriteAllLines(At(path), keep(File.ReadAllLines(At(path))));

        internal void Flip(string path)
        {
            byte[] bytes = File.ReadAllBytes(At(path));
            bytes[^2881] ^= 1;
            File.WriteAllBytes(At(path), bytes);
        }

        internal void MovePartition(string old, string with)
        {
            string from = Partition;
            string to = from.Replace(old, with, StringComparison.Ordinal);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(from, to);
        }

        internal void CopyToParent()
        {
            string[] parts = Partition.Split('/', '\\');
            int order = int.Parse(parts[^3]["Norder=".Length..], System.Globalization.CultureInfo.InvariantCulture);
            long pixel = long.Parse(
                parts[^1]["Npix=".Length..^".parquet".Length], System.Globalization.CultureInfo.InvariantCulture);
            string to = At($"zvar/dataset/Norder={order - 1}/Dir={pixel / 4 / 10000 * 10000}/Npix={pixel / 4}.parquet");
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Partition, to);
        }

        internal void Rewrite(string sql) => Rewrite(Partition, sql);

        internal void RewriteMargin(string sql) => Rewrite(MarginPartition, sql);

        internal void RewriteIndex(string sql) => Rewrite(At("zvar_psid/dataset/index/part.0.parquet"), sql);

        internal void RewriteMatchIndex(string sql) => Rewrite(At("zvar_matches/dataset/index/part.0.parquet"), sql);

        internal void AddColumnOfPath()
        {
            foreach (string file in DataOf("zvar").Append(At("zvar/dataset/_common_metadata")))
            {
                Rewrite(file, "SELECT *, 5::UTINYINT AS Norder FROM {0}");
            }
        }

        internal void PutOwnIntoMargin()
        {
            string margin = MarginPartition;
            string own = margin.Replace("zvar_10arcs", "zvar", StringComparison.Ordinal);
            Assert.True(File.Exists(own));
            Rewrite(margin, $"SELECT * FROM {{0}} UNION ALL SELECT * FROM {Duck.Files(own)} ORDER BY _healpix_29");
        }

        private static void Rewrite(string file, string sql)
        {
            string other = file + ".new";
            string question = sql.Replace("{0}", Duck.Files(file), StringComparison.Ordinal);
            Duck.Run($"COPY ({question}) TO {Duck.Quoted(other)} (FORMAT parquet)");
            File.Move(other, file, overwrite: true);
        }

        private IEnumerable<string> DataOf(string name) => Directory
            .EnumerateFiles(At($"{name}/dataset"), "Npix=*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
    }
}

/// <summary>A catalogue with a margin and an index.</summary>
public sealed class ValidHats : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    // At the beginning of the first face, whose pixels have small numbers.
    private static readonly SkyPosition Centre = new(45, 0.005);

    internal string Path => System.IO.Path.Combine(_folder, "zvar.hats");

    public async ValueTask InitializeAsync() =>
        SkyStars.Write(Path, await SkyStars.FindAsync(Centre, 100), new HatsOptions { MaxRows = 12 });

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
