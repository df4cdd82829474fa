namespace Zvar.Tables;

/// <summary>
/// A HATS catalogue of what is computed of the stars of another: its partitions are those of that one, each written
/// whole or not at all. Any number of processes may write into it at a time, on any machines that see the folder;
/// <see cref="HatsCompletion"/> makes it a catalogue when all partitions are done.
/// </summary>
public class HatsResults
{
    private protected HatsResults(HatsResultFolder folder) => Folder = folder;

    /// <summary>The folder of the catalogue.</summary>
    public string Path => Folder.Path;

    /// <summary>Whether it has been completed.</summary>
    public bool IsComplete => Folder.IsComplete;

    private protected HatsResultFolder Folder { get; }

    /// <summary>Whether a partition is there.</summary>
    public bool IsDone(HatsTile tile) => Folder.IsDone(tile);

    internal static HatsResults Open(string path, HatsReader source, HatsWork work) =>
        new(OpenFolder(path, source, work));

    // Begins to write a partition with columns after those of the place.
    internal HatsTileWriter Begin(HatsTile tile, string name, IReadOnlyList<Column> columns) =>
        new(Folder, tile, new TableHeader(name, [.. HatsResultColumns.OfPlace, .. columns]));

    private protected static HatsResultFolder OpenFolder(string path, HatsReader source, HatsWork work)
    {
        var folder = new HatsResultFolder(System.IO.Path.GetFullPath(path));
        var plan = HatsWorkPlan.Of(source, work);
        if (folder.ReadPlan() is null)
        {
            RefuseOther(folder);
            folder.WritePlan(plan);
        }

        HatsWorkPlan there = folder.ReadPlan()!;
        if (there.FindDifference(plan) is { } difference)
        {
            throw new TableException(
                TableError.CatalogDiffers,
                $"'{folder.Path}' was begun otherwise: {difference}. Give what it was begun with, or another"
                + " destination.");
        }

        return folder;
    }

    private static void RefuseOther(HatsResultFolder folder)
    {
        if (folder.HasOther() && folder.ReadPlan() is null)
        {
            throw new TableException(
                TableError.CatalogDiffers,
                $"'{folder.Path}' is there, and was not begun here: it has other files in it. Give a folder that is"
                + " new or empty.");
        }
    }
}

/// <summary>A HATS catalogue of rows of one type.</summary>
/// <typeparam name="TRow">A row of the results.</typeparam>
public sealed class HatsResults<TRow> : HatsResults
{
    private readonly IReadOnlyList<Column<TRow>> _columns;

    private HatsResults(HatsResultFolder folder, IReadOnlyList<Column<TRow>> columns)
        : base(folder) => _columns = columns;

    /// <summary>Begins to write a partition.</summary>
    public HatsTileWriter<TRow> Begin(HatsTile tile) => new(Folder, tile, _columns);

    internal static HatsResults<TRow> Open(
        string path, HatsReader source, HatsWork work, IReadOnlyList<Column<TRow>> columns) =>
        new(OpenFolder(path, source, work), columns);
}
