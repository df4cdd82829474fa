namespace Zvar.Tables;

/// <summary>
/// A HATS catalogue of what is computed of the stars of another: its partitions are those of that one, each written
/// whole or not at all. Any number of processes may write into it at a time, on any machines that see the folder;
/// <see cref="HatsCompletion"/> makes it a catalogue when all partitions are done.
/// </summary>
/// <typeparam name="TRow">A row of the results.</typeparam>
public sealed class HatsResults<TRow>
{
    private readonly HatsResultFolder _folder;
    private readonly HatsWork<TRow> _work;

    private HatsResults(HatsResultFolder folder, HatsWork<TRow> work) => (_folder, _work) = (folder, work);

    /// <summary>The folder of the catalogue.</summary>
    public string Path => _folder.Path;

    /// <summary>Whether it has been completed.</summary>
    public bool IsComplete => _folder.IsComplete;

    internal static HatsResults<TRow> Open(string path, HatsReader source, HatsWork<TRow> work)
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

        return new HatsResults<TRow>(folder, work);
    }

    /// <summary>Whether a partition is there.</summary>
    public bool IsDone(HatsTile tile) => _folder.IsDone(tile);

    /// <summary>Begins to write a partition.</summary>
    public HatsTileWriter<TRow> Begin(HatsTile tile) => new(_folder, tile, _work.Columns);

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
