using System.Globalization;
using static Zvar.Tables.HatsFacts;

namespace Zvar.Tables;

/// <summary>Makes a catalogue of the partitions that shares of work have written.</summary>
public static class HatsCompletion
{
    // So many of what is missing are named.
    private const int MostNamed = 10;

    /// <summary>
    /// Writes what is said of all partitions together, and clears up. A catalogue that is complete stays as it is.
    /// </summary>
    /// <param name="path">The folder of the catalogue, as <see cref="HatsResults{TRow}"/> left it.</param>
    /// <param name="cancellationToken">Interrupts it; it is begun anew then.</param>
    /// <exception cref="TableException">
    /// It is no such folder, or partitions are missing, which are named.
    /// </exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static CompletedCatalog Complete(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var folder = new HatsResultFolder(Path.GetFullPath(path));
        if (folder.ReadPlan() is not { } plan)
        {
            throw new TableException(
                TableError.TableNotUnderstood,
                $"'{path}' has no shares of work in it. Name the -Destination of Find-ZvarPeriod,"
                + " Measure-ZvarLightCurve or Invoke-ZvarXmatch.");
        }

        if (!folder.IsComplete)
        {
            IReadOnlyList<HatsTile> tiles = plan.Tiles;
            RefuseIncomplete(folder, plan, tiles);
            try
            {
                Write(folder, plan, tiles, cancellationToken);
            }
            catch (IOException) when (folder.IsComplete)
            {
                // Another was quicker, and has cleared up.
            }
        }

        folder.DeleteWork();
        return new CompletedCatalog
        {
            Path = folder.Path,
            Partitions = File.ReadLines(folder.Data.PartitionInfo).Count() - 1,
            Rows = long.Parse(
                HatsProperties.Read(folder.Data.Properties)[HatsProperties.Rows], CultureInfo.InvariantCulture),
        };
    }

    private static void RefuseIncomplete(HatsResultFolder folder, HatsWorkPlan plan, IReadOnlyList<HatsTile> tiles)
    {
        HatsTile[] missing = [.. tiles.Where(tile => !folder.IsDone(tile))];
        if (missing.Length == 0)
        {
            return;
        }

        string shares = "";
        if (plan.ShareCount > 1)
        {
            int[] shareOf = HatsShares.Assign(tiles, plan.ShareCount);
            HashSet<HatsTile> gone = [.. missing];
            int[] numbers = [.. shareOf.Where((_, i) => gone.Contains(tiles[i])).Distinct().Order()];
            shares = string.Create(
                CultureInfo.InvariantCulture, $", of the shards {Few(numbers)} of {plan.ShareCount}");
        }

        throw new TableException(TableError.IncompleteCatalog, string.Create(
            CultureInfo.InvariantCulture,
            $"'{folder.Path}' is not complete: {missing.Length} of {tiles.Count} partitions are missing{shares}:"
            + $" {Few(missing)}. Run those shards again: what is there they pass over."));
    }

    private static string Few<T>(IReadOnlyCollection<T> all) =>
        string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? ", …" : "");

    private static void Write(
        HatsResultFolder folder, HatsWorkPlan plan, IReadOnlyList<HatsTile> tiles, CancellationToken cancellationToken)
    {
        HatsTile[] found = [.. tiles.Where(tile => File.Exists(folder.DataFileOf(tile)))];
        HatsPixel[] pixels = [.. found.Select(tile => tile.Place)];
        int order = pixels.Select(pixel => pixel.Order).DefaultIfEmpty().Max();
        int skymapOrder = HatsSkymap.OrderFor(order);
        long[] counts = new long[12L << (2 * skymapOrder)];
        long most = 0;
        foreach (HatsTile tile in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            most = Math.Max(most, Count(folder.DataFileOf(tile), counts, skymapOrder));
        }

        long rows = folder.Data.WriteMetadata(
            pixels.Select(pixel => pixel.Path), schemaOf: pixels.Length == 0 ? folder.EmptyFileOf(tiles[0]) : null);
        folder.Data.WritePartitionInfo(pixels);
        folder.Data.WriteSkymap(HatsSkymap.Format(counts, skymapOrder));
        folder.Data.WriteProperties(
        [
            (HatsProperties.Collection, HatsCollection.NameOf(plan.Name)), ("dataproduct_type", "source"),
            (HatsProperties.Rows, Text(rows)),
            ("hats_col_ra", HatsTable.Ra), ("hats_col_dec", HatsTable.Dec), .. HealpixColumn,
            ("hats_npix_suffix", ".parquet"), ("hats_skymap_order", Text(skymapOrder)),
            ("hats_max_rows", Text(most)), ("hats_order", Text(order)),
            ("moc_sky_fraction", Text(pixels.Sum(pixel => pixel.SkyFraction))),
            ("hats_estsize", Text(folder.Data.EstimateSize())), ("hats_version", "v1.0"),
            (HatsProperties.Description, plan.Description), .. plan.Facts,
        ]);
    }

    // Counts the rows of a partition by their places on the sky.
    private static long Count(string file, long[] counts, int order)
    {
        using var reader = new ParquetTableReader(File.OpenRead(file));
        long rows = 0;
        for (int group = 0; group < reader.GroupCount; group++)
        {
            foreach (long healpix in ((Cells<long>)reader.ReadGroup(group, [0]).Columns[0]).Values)
            {
                counts[healpix >> (2 * (Healpix.MaxOrder - order))]++;
                rows++;
            }
        }

        return rows;
    }
}
