namespace Zvar.Tables;

// A file that is there whole or not at all: it is written beside its place, and moved there.
internal static class WholeFile
{
    internal static void Write(string path, Action<FileStream> write)
    {
        string beside = path + ".part";
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16))
        {
            write(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    internal static void Write(string path, ReadOnlyMemory<byte> bytes) => Write(path, file => file.Write(bytes.Span));
}
