using System.Text;

namespace Zvar.Tables;

// Puts entries in their order, however many there are: as many as memory is to hold are sorted and written to a file,
// and the files are merged (Knuth, The Art of Computer Programming 3, 5.4: external sorting). It may be added to from
// several threads.
internal sealed class MatchSorter(string path) : IDisposable
{
    private const int MostInMemory = 1 << 18;

    private readonly Lock _lock = new();
    private readonly List<MatchEntry> _entries = [];
    private readonly List<string> _files = [];

    internal void Add(IEnumerable<MatchEntry> entries)
    {
        lock (_lock)
        {
            foreach (MatchEntry entry in entries)
            {
                _entries.Add(entry);
                if (_entries.Count == MostInMemory)
                {
                    WriteFile();
                }
            }
        }
    }

    // All that have come, and others that are in order.
    internal IEnumerable<MatchEntry> Merge(IEnumerable<MatchEntry> others)
    {
        _entries.Sort();
        List<IEnumerator<MatchEntry>> parts = [];
        try
        {
            var next = new PriorityQueue<IEnumerator<MatchEntry>, MatchEntry>();
            foreach (IEnumerable<MatchEntry> entries in _files.Select(Read).Append(_entries).Append(others))
            {
                IEnumerator<MatchEntry> part = entries.GetEnumerator();
                parts.Add(part);
                if (part.MoveNext())
                {
                    next.Enqueue(part, part.Current);
                }
            }

            while (next.TryPeek(out IEnumerator<MatchEntry>? part, out MatchEntry least))
            {
                yield return least;
                if (part.MoveNext())
                {
                    next.DequeueEnqueue(part, part.Current);
                }
                else
                {
                    next.Dequeue();
                }
            }
        }
        finally
        {
            parts.ForEach(part => part.Dispose());
        }
    }

    public void Dispose() => _files.ForEach(File.Delete);

    private void WriteFile()
    {
        _entries.Sort();
        string file = $"{path}.{_files.Count}";
        _files.Add(file);
        using var writer = new BinaryWriter(File.Create(file, 1 << 16), Encoding.UTF8);
        foreach ((string id, string catalog, IndexEntry star) in _entries)
        {
            writer.Write(id);
            writer.Write(catalog);
            writer.Write(star.Psid);
            writer.Write((byte)star.Pixel.Order);
            writer.Write(star.Pixel.Pixel);
            writer.Write(star.Healpix);
        }

        _entries.Clear();
    }

    private static IEnumerable<MatchEntry> Read(string file)
    {
        using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        using var reader = new BinaryReader(bytes);
        long length = bytes.Length;
        string last = "";
        while (bytes.Position < length)
        {
            string id = reader.ReadString();
            string catalog = reader.ReadString();
            last = catalog == last ? last : catalog;
            long psid = reader.ReadInt64();
            var pixel = new HatsPixel(reader.ReadByte(), reader.ReadInt64());
            yield return new MatchEntry(id, last, new IndexEntry(psid, pixel, reader.ReadInt64()));
        }
    }
}
