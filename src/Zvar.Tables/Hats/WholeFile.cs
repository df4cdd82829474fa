namespace Zvar.Tables;

// A file that is there whole or not at all: it is written beside its place, and moved there.
internal static class WholeFile
{
    // A name of its own in a folder, which is made if need be.
    internal static string NewIn(string folder)
    {
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, Guid.NewGuid().ToString("N"));
    }

    // Where several processes write the same file, each writes it in a folder for what is not whole yet.
    internal static void Write(string path, Action<FileStream> write, string? folder = null)
    {
        string beside = folder is null ? path + ".part" : NewIn(folder);
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16))
        {
            write(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    internal static void Write(string path, ReadOnlyMemory<byte> bytes) => Write(path, file => file.Write(bytes.Span));
}
