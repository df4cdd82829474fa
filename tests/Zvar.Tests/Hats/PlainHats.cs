using System.Globalization;
using System.Text;

namespace Zvar.Tests.Hats;

/// <summary>
/// HATS catalogues of others, as DuckDB writes their files: with columns of their own names, some of which are ours in
/// other letters, and pixels by a projection of the tests.
/// </summary>
internal static class PlainHats
{
    internal const string Ra = "RAJ2000";
    internal const string Dec = "DEJ2000";

    /// <summary>A source. Every third has no name, and every fourth no number.</summary>
    internal readonly record struct Source(int Id, double Ra, double Dec)
    {
        internal SkyPosition? Position => double.IsFinite(Ra) && double.IsFinite(Dec) ? new SkyPosition(Ra, Dec) : null;
    }

    /// <summary>How a catalogue is laid out.</summary>
    internal sealed record Layout
    {
        /// <summary>The orders of its partitions, of the northern faces, the equator's and the southern.</summary>
        internal int[] Orders { get; init; } = [6, 4, 5];

        /// <summary>Whether a partition is a folder of two files.</summary>
        internal bool Folders { get; init; }

        /// <summary>Whether it says in <c>partition_info.csv</c> which partitions there are.</summary>
        internal bool ListsPartitions { get; init; } = true;

        /// <summary>Whether its rows have the pixel of order 29, by which groups of them are found.</summary>
        internal bool HasHealpix { get; init; } = true;

        /// <summary>The name of the file of properties.</summary>
        internal string Properties { get; init; } = "hats.properties";

        /// <summary>The type of positions.</summary>
        internal string Type { get; init; } = "DOUBLE";

        /// <summary>The codec of the files.</summary>
        internal string Codec { get; init; } = "zstd";

        /// <summary>More lines of the properties.</summary>
        internal string More { get; init; } = "";
    }

    internal static void Write(string path, IReadOnlyList<Source> sources, Layout? layout = null)
    {
        layout ??= new Layout();
        Directory.CreateDirectory(path);
        string rows = Path.Combine(path, "rows.csv");
        File.WriteAllLines(
            rows,
            [
                "id,ra,dec,healpix,part",
                .. sources.Select(one => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{one.Id},{one.Ra:R},{one.Dec:R},{ProjectedPixel.Of(29, one.Position ?? default)},")
                    + PartOf(one, layout)),
            ]);
        var listed = new StringBuilder("Norder,Npix\n");
        foreach (string part in sources.Select(one => PartOf(one, layout)).Distinct())
        {
            int[] numbers = [.. part.Split('/').Select(int.Parse)];
            listed.Append(CultureInfo.InvariantCulture, $"{numbers[0]},{numbers[1]}\n");
            string folder = Path.Combine(
                path, "dataset", $"Norder={numbers[0]}", $"Dir={numbers[1] / 10000 * 10000}");
            if (!layout.Folders)
            {
                Copy($"part = '{part}'", Path.Combine(folder, $"Npix={numbers[1]}.parquet"));
                continue;
            }

            Copy($"part = '{part}' AND id % 2 = 0", Path.Combine(folder, $"Npix={numbers[1]}", "part-1.parquet"));
            Copy($"part = '{part}' AND id % 2 = 1", Path.Combine(folder, $"Npix={numbers[1]}", "part-0.parquet"));
        }

        if (layout.ListsPartitions)
        {
            File.WriteAllText(Path.Combine(path, "partition_info.csv"), listed.ToString());
        }

        File.WriteAllText(
            Path.Combine(path, layout.Properties),
            $"#HATS catalog\nobs_collection=other sky\ndataproduct_type=object\nhats_col_ra={Ra}\nhats_col_dec={Dec}\n"
                + (layout.Folders ? "hats_npix_suffix=/\n" : "") + layout.More);
        File.Delete(rows);

        void Copy(string where, string file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            string healpix = layout.HasHealpix ? "healpix::BIGINT AS _healpix_29," : "";
            Duck.Run(
                $"""
                COPY (
                    SELECT {healpix} id::INTEGER AS id, ra::{layout.Type} AS {Ra}, dec::{layout.Type} AS {Dec},
                        id::DOUBLE AS Separation, id::BIGINT * 1000000007 AS PSID, (id % 2 = 0) AS is_even,
                        CASE WHEN id % 3 > 0 THEN 'source ' || id END AS "name", [id, id + 1] AS list,
                        CASE WHEN id % 4 > 0 THEN id / 2 END AS half,
                        CASE WHEN id % 4 > 0 THEN id::SMALLINT END AS small,
                        DATE '2020-01-01' AS observed
                    FROM read_csv({Duck.Quoted(rows)}, types = {TypesOf()})
                    WHERE {where} ORDER BY healpix, id)
                TO {Duck.Quoted(file)} (FORMAT parquet, CODEC '{layout.Codec}', ROW_GROUP_SIZE 2048)
                """);
        }

        static string TypesOf() => "{'ra': 'DOUBLE', 'dec': 'DOUBLE', 'healpix': 'BIGINT', 'part': 'VARCHAR'}";
    }

    private static string PartOf(Source one, Layout layout)
    {
        SkyPosition position = one.Position ?? default;
        int order = layout.Orders[ProjectedPixel.Of(0, position) / 4];
        return string.Create(CultureInfo.InvariantCulture, $"{order}/{ProjectedPixel.Of(order, position)}");
    }
}
