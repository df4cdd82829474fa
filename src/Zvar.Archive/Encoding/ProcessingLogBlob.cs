namespace Zvar.Archive;

/// <summary>The list of processed files as bytes.</summary>
internal static class ProcessingLogBlob
{
    internal static void Write(BlobWriter blob, IReadOnlyCollection<ProcessingLog> logs)
    {
        blob.WriteCount(logs.Count);
        foreach (ProcessingLog log in logs)
        {
            blob.WriteSigned(log.Field);
            blob.WriteSigned(log.Ccd);
            blob.WriteSigned(log.Quad);
            blob.WriteText(log.Band);
            RowBlob.Write(blob, log.GetColumns());
        }
    }

    internal static List<ProcessingLog> Read(ReadOnlySpan<byte> bytes, bool synthetic)
    {
        var blob = new BlobReader(bytes);
        var logs = new List<ProcessingLog>();
        for (int count = blob.ReadCount(); count > 0; count--)
        {
            var log = new ProcessingLog
            {
                Field = blob.ReadInteger(),
                Ccd = blob.ReadInteger(),
                Quad = blob.ReadInteger(),
                Band = blob.ReadText(),
                Synthetic = synthetic,
            };
            logs.Add(log.WithColumns(RowBlob.Read(ref blob)));
        }

        return logs;
    }
}
