using System.Buffers;

namespace Zvar.Tables;

// Puts entries in their order, however many there are: as many as memory is to hold are sorted and written to a file,
// and the files are merged (Knuth, The Art of Computer Programming 3, 5.4: external sorting). It may be added to from
// several threads.
internal sealed class MatchSorter(string path) : IDisposable
{
    private const int MostInMemory = 1 << 18;

    // In memory the ids are one text, which the next entries use again: strings of their own would outlive their use.
    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<char> _ids = new();
    private readonly List<Kept> _entries = [];
    private readonly List<string> _catalogs = [];
    private readonly List<string> _files = [];

    internal void Add(IEnumerable<MatchEntry> entries)
    {
        lock (_lock)
        {
            foreach ((string id, string catalog, IndexEntry star) in entries)
            {
                _entries.Add(new Kept(_ids.WrittenCount, id.Length, NumberOf(catalog), star));
                _ids.Write(id);
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
        List<IEnumerator<MatchEntry>> parts = [];
        try
        {
            var next = new PriorityQueue<IEnumerator<MatchEntry>, MatchEntry>();
            foreach (IEnumerable<MatchEntry> entries in _files.Select(Read).Append(Sorted()).Append(others))
            {
                IEnumerator<MatchEntry> part = entries.GetEnumerator();
                parts.Add(part);
                if (part.MoveNext())
                {
                    next.Enqueue(part, part.Current);
                }
            }

            while (next.TryPeek(out IEnumerator<MatchEntry>? part, out MatchEntry? least))
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

    private int NumberOf(string catalog)
    {
        int number = _catalogs.IndexOf(catalog);
        if (number < 0)
        {
            number = _catalogs.Count;
            _catalogs.Add(catalog);
        }

        return number;
    }

    // Those in memory, as MatchEntry compares them.
    private IEnumerable<MatchEntry> Sorted()
    {
        _entries.Sort((one, other) =>
            IdOf(one).SequenceCompareTo(IdOf(other)) is not 0 and var byId ? byId
            : string.CompareOrdinal(_catalogs[one.Catalog], _catalogs[other.Catalog]) is not 0 and var byCatalog
                ? byCatalog
            : one.Star.Psid.CompareTo(other.Star.Psid));
        return _entries.Select(entry => new MatchEntry($"{IdOf(entry)}", _catalogs[entry.Catalog], entry.Star));
    }

    private ReadOnlySpan<char> IdOf(Kept entry) => _ids.WrittenSpan.Slice(entry.From, entry.Length);

    private void WriteFile()
    {
        string file = $"{path}.{_files.Count}";
        _files.Add(file);
        using var bytes = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        using var writer = new BinaryWriter(bytes);
        foreach ((string id, string catalog, IndexEntry star) in Sorted())
        {
            writer.Write(id);
            writer.Write7BitEncodedInt(NumberOf(catalog));
            writer.Write(star.Psid);
            writer.Write((byte)star.Pixel.Order);
            writer.Write(star.Pixel.Pixel);
            writer.Write(star.Healpix);
        }

        _entries.Clear();
        _ids.ResetWrittenCount();
    }

    private IEnumerable<MatchEntry> Read(string file)
    {
        using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        using var reader = new BinaryReader(bytes);
        for (long length = bytes.Length; bytes.Position < length;)
        {
            string id = reader.ReadString();
            string catalog = _catalogs[reader.Read7BitEncodedInt()];
            long psid = reader.ReadInt64();
            var pixel = new HatsPixel(reader.ReadByte(), reader.ReadInt64());
            yield return new MatchEntry(id, catalog, new IndexEntry(psid, pixel, reader.ReadInt64()));
        }
    }

    // An entry whose id is so much of the text.
    private readonly record struct Kept(int From, int Length, int Catalog, IndexEntry Star);
}
