namespace Zvar.Tables;

// The folder of a catalogue that shares of work write: its partitions as they are done, and beside them, until it is
// complete, the plan, the partitions in which nothing was found, and what is not whole yet.
internal sealed class HatsResultFolder(string path)
{
    private const string WorkFolder = ".shares";

    internal string Path => path;

    internal HatsFolder Data { get; } = new(path, System.IO.Path.Combine(path, WorkFolder, "parts"));

    internal string Plan => System.IO.Path.Combine(Work, "plan.properties");

    // With its properties, which are written last, a catalogue is complete.
    internal bool IsComplete => File.Exists(Data.Properties);

    private string Work => System.IO.Path.Combine(path, WorkFolder);

    // The file of a partition in which nothing was found: of the schema alone.
    internal string EmptyFileOf(HatsTile tile) =>
        System.IO.Path.Combine(Work, "empty", tile.Place.Path.Replace('/', System.IO.Path.DirectorySeparatorChar));

    internal string DataFileOf(HatsTile tile) => Data.FileOf(tile.Place.Path);

    internal bool IsDone(HatsTile tile) =>
        File.Exists(DataFileOf(tile)) || File.Exists(EmptyFileOf(tile)) || IsComplete;

    internal bool HasOther() =>
        Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(entry => entry != Work);

    // The plan, whether it is under way or complete; null where there is none.
    internal HatsWorkPlan? ReadPlan()
    {
        // The plan goes when the properties have come.
        foreach (string file in new[] { Plan, Data.Properties })
        {
            try
            {
                return HatsWorkPlan.TryRead(file);
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
            }
        }

        return null;
    }

    // Another may have made one at the same time: there is one, and it is whole.
    internal void WritePlan(HatsWorkPlan plan)
    {
        string beside = WholeFile.NewIn(Data.Beside!);
        try
        {
            File.WriteAllBytes(beside, plan.Format());
            File.Move(beside, Plan, overwrite: false);
        }
        catch (IOException) when (File.Exists(Plan) || IsComplete)
        {
            File.Delete(beside);
        }
    }

    internal void DeleteWork()
    {
        try
        {
            Directory.Delete(Work, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is gone, or another process is at it still, and clears up itself.
        }
    }
}
