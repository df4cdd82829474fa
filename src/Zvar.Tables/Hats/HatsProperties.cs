using System.Text;

namespace Zvar.Tables;

// What a catalogue, or a collection of them, says of itself: Java's properties in UTF-8, a line each.
internal static class HatsProperties
{
    internal const string File = "hats.properties";

    // The name that the file had before HATS 1.0, and that readers still look for.
    internal const string OldFile = "properties";
    internal const string CollectionFile = "collection.properties";

    internal const string Collection = "obs_collection";
    internal const string Description = "obs_description";
    internal const string PrimaryTable = "hats_primary_table_url";
    internal const string AllMargins = "all_margins";
    internal const string AllIndexes = "all_indexes";
    internal const string Rows = "hats_nrows";
    internal const string Builder = "hats_builder";
    internal const string Created = "hats_creation_date";
    internal const string MarginThreshold = "hats_margin_threshold";

    // Whether stars are made up: all, some or none.
    internal const string Synthetic = "zvar_synthetic";

    // With which other catalogues stars were matched: a list of words.
    internal const string MatchedCatalogs = "zvar_matched_catalogs";

    // A list of words with blanks between them, whatever is in the words.
    internal static string ListOf(IEnumerable<string> words) => string.Join(' ', words.Select(Uri.EscapeDataString));

    internal static string[] WordsOf(string list) =>
        [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    internal static byte[] Format(IEnumerable<(string Key, string Value)> properties)
    {
        var text = new StringBuilder();
        foreach ((string key, string value) in properties)
        {
            text.Append(key).Append('=').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    internal static Dictionary<string, string> Read(string file)
    {
        var properties = new Dictionary<string, string>();
        foreach (string line in System.IO.File.ReadLines(file, Encoding.UTF8))
        {
            string trimmed = line.TrimStart();
            int sign = trimmed.AsSpan().IndexOfAny('=', ':');
            if (sign > 0 && trimmed[0] is not ('#' or '!'))
            {
                properties[trimmed[..sign].TrimEnd()] =
                    trimmed[(sign + 1)..].TrimStart().Replace("\\\\", "\\", StringComparison.Ordinal);
            }
        }

        return properties;
    }
}
