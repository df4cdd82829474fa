using System.Globalization;
using System.Text;

namespace Zvar.Tables;

// One catalogue of a collection on disk: where its files are, and how they are written.
internal sealed class HatsFolder(string path, string? beside = null)
{
    // A group of rows is what a reader takes at a time: some of the sky, and not much of memory.
    private const int RowsOfGroup = 1024;
    private const int PointsOfGroup = 1 << 17;

    internal string Path => path;

    // Where files are that are not whole yet; null for beside each. Where several write, it is a folder for them alone.
    internal string? Beside => beside;

    internal string Metadata => System.IO.Path.Combine(path, "dataset", "_metadata");

    internal string CommonMetadata => System.IO.Path.Combine(path, "dataset", "_common_metadata");

    internal string PartitionInfo => System.IO.Path.Combine(path, "partition_info.csv");

    internal string Properties => System.IO.Path.Combine(path, HatsProperties.File);

    // The file of a path below the folder of the data.
    internal string FileOf(string inDataset) =>
        System.IO.Path.Combine(path, "dataset", inDataset.Replace('/', System.IO.Path.DirectorySeparatorChar));

    // Writes a partition, unless it is there: then it is whole.
    internal void WritePartition(HatsPixel pixel, IEnumerable<HatsStar> stars) => WriteData(pixel.Path, file =>
    {
        using var writer = new ParquetTableWriter(file, HatsTable.Header, appends: false);
        List<HatsStar> group = new(RowsOfGroup);
        long points = 0;
        foreach (HatsStar star in stars)
        {
            group.Add(star);
            points += Math.Max(star.LightCurve?.Points ?? 0, star.Fluxes?.Points ?? 0);
            if (group.Count == RowsOfGroup || points >= PointsOfGroup)
            {
                writer.WriteGroup(HatsTable.BlockOf(group));
                group.Clear();
                points = 0;
            }
        }

        if (group.Count > 0)
        {
            writer.WriteGroup(HatsTable.BlockOf(group));
        }

        writer.Complete();
    });

    // Writes a file of the data, unless it is there.
    internal void WriteData(string inDataset, Action<FileStream> write)
    {
        string file = FileOf(inDataset);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            WholeFile.Write(file, write, beside);
        }
    }

    // Takes a file of the data from another catalogue that has it.
    internal void Take(string inDataset, HatsFolder other)
    {
        string file = FileOf(inDataset);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            HardLink.Create(file, other.FileOf(inDataset));
        }
    }

    // What is said of all files of the data together, in their order; where there are none, their schema is another's.
    internal long WriteMetadata(IEnumerable<string> inDataset, string? schemaOf = null)
    {
        var metadata = new ParquetMetadata();
        foreach (string one in inDataset)
        {
            metadata.Add(FileOf(one), one);
        }

        if (schemaOf is not null)
        {
            metadata.AddSchema(schemaOf);
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Metadata)!);
        Write(Metadata, metadata.Whole());
        Write(CommonMetadata, metadata.Common());
        return metadata.Rows;
    }

    internal void WritePartitionInfo(IEnumerable<HatsPixel> partitions)
    {
        var text = new StringBuilder("Norder,Npix\n");
        foreach (HatsPixel one in partitions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{one.Order},{one.Pixel}\n");
        }

        Write(PartitionInfo, Encoding.ASCII.GetBytes(text.ToString()));
    }

    internal void WriteProperties(IReadOnlyList<(string Key, string Value)> properties)
    {
        byte[] text = HatsProperties.Format(properties);
        Write(System.IO.Path.Combine(path, HatsProperties.OldFile), text);
        Write(Properties, text);
    }

    // How many stars are where, under both of its names.
    internal void WriteSkymap(byte[] skymap)
    {
        Write(System.IO.Path.Combine(path, "point_map.fits"), skymap);
        Write(System.IO.Path.Combine(path, "skymap.fits"), skymap);
    }

    // The bytes of its data, in KiB.
    internal long EstimateSize() => new DirectoryInfo(System.IO.Path.Combine(path, "dataset"))
        .EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1024;

    private void Write(string file, byte[] bytes) => WholeFile.Write(file, stream => stream.Write(bytes), beside);
}
