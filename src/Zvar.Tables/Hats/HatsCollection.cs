using System.Globalization;

namespace Zvar.Tables;

// The folder of a collection and the names in it. Each addition makes the catalogue anew, as another version in folders
// of its own, which take what did not change from those before; collection.properties names the one that holds. That of
// before stays for who reads it still.
internal sealed class HatsCollection(string path, string name)
{
    // Folders have names made of it.
    private const int LongestName = 100;

    internal const string ExportFolder = ".export";
    private const string MarginUnit = "arcs";

    internal string Path => path;

    internal string Name => name;

    internal string Properties => System.IO.Path.Combine(path, HatsProperties.CollectionFile);

    // A name that the lists of the properties can hold.
    internal static string NameOf(string text)
    {
        string plain = string.Concat(
            text.Take(LongestName).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_'));
        return plain.Trim('_').Length == 0 ? "zvar" : plain;
    }

    internal string PrimaryName(int version) =>
        version == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}_{version}");

    internal string MarginName(int version, double threshold) =>
        string.Create(CultureInfo.InvariantCulture, $"{PrimaryName(version)}_{threshold}{MarginUnit}");

    internal string IndexName(int version) => $"{PrimaryName(version)}_psid";

    internal string MatchIndexName(int version) => $"{PrimaryName(version)}_matches";

    internal HatsFolder FolderOf(string folder) => new(System.IO.Path.Combine(path, folder));

    // Deletes the catalogues of a version, as far as there are any.
    internal void Delete(int version)
    {
        string primary = PrimaryName(version);
        foreach (string folder in Directory.EnumerateDirectories(path, primary + "*").ToArray())
        {
            string rest = System.IO.Path.GetFileName(folder)[primary.Length..];
            if (rest is "" or "_psid" or "_matches"
                || (rest.StartsWith('_') && rest.EndsWith(MarginUnit, StringComparison.Ordinal)
                    && double.TryParse(rest[1..^MarginUnit.Length], CultureInfo.InvariantCulture, out _)))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
