using System.Text;

namespace Zvar.Tables;

// The index of a catalogue by the sources that its stars were matched with: which star stands with a source, and where.
internal sealed class HatsMatchIndex
{
    // As nested-pandas names a column of a struct.
    internal const string Column = $"{HatsTable.Matches}.{nameof(CatalogMatch.Id)}";

    // How many of its columns come before those of the stars: the id, and the other catalogue.
    internal const int OwnColumns = 2;

    private readonly HatsFolder _folder;
    private readonly Group[] _groups;

    private HatsMatchIndex(HatsFolder folder, IReadOnlyList<string> catalogs)
    {
        _folder = folder;
        Catalogs = catalogs;
        _groups = ParquetGroup.ReadAll(
            folder.Metadata,
            Column,
            (file, number, _, least, most) => new Group(
                file, number, Encoding.UTF8.GetString(least), Encoding.UTF8.GetString(most)));
    }

    // With which other catalogues stars were matched, also where nothing was near.
    internal IReadOnlyList<string> Catalogs { get; }

    // Null where there is none in the folder, or none that says with which catalogues stars were matched.
    internal static HatsMatchIndex? TryOpen(HatsFolder folder) =>
        File.Exists(folder.Properties) && File.Exists(folder.Metadata)
        && HatsProperties.Read(folder.Properties).GetValueOrDefault(HatsProperties.MatchedCatalogs) is { } catalogs
            ? new HatsMatchIndex(folder, HatsProperties.WordsOf(catalogs))
            : null;

    // All entries in their order.
    internal IEnumerable<MatchEntry> ReadAll() => _groups.SelectMany(Read);

    // The entries of some sources.
    internal IEnumerable<MatchEntry> Find(HashSet<string> ids)
    {
        string[] wanted = [.. ids.Order(StringComparer.Ordinal)];
        int at = 0;
        foreach (Group group in _groups)
        {
            while (at < wanted.Length && string.CompareOrdinal(wanted[at], group.Least) < 0)
            {
                at++;
            }

            if (at < wanted.Length && string.CompareOrdinal(wanted[at], group.Most) <= 0)
            {
                foreach (MatchEntry entry in Read(group).Where(entry => ids.Contains(entry.Id)))
                {
                    yield return entry;
                }
            }
        }
    }

    private IEnumerable<MatchEntry> Read(Group group)
    {
        TableBlock block = HatsIndex.ReadGroup(_folder, group.File, group.Number);
        string?[] id = ((Cells<string?>)block.Columns[0]).Values;
        string?[] catalog = ((Cells<string?>)block.Columns[1]).Values;
        IndexEntry[] stars = HatsIndex.StarsOf(block, OwnColumns);
        return stars.Select((star, i) => new MatchEntry(id[i]!, catalog[i]!, star));
    }

    private readonly record struct Group(string File, int Number, string Least, string Most);
}
