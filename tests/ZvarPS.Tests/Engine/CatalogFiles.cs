using System.Security.Cryptography;

namespace ZvarPS.Tests.Engine;

/// <summary>What is in the files of a HATS catalogue, to be held to those of another.</summary>
internal static class CatalogFiles
{
    /// <summary>
    /// Each file by its path in the catalogue: of properties the lines, but for the one that says when it was begun, and
    /// of all else the SHA-256.
    /// </summary>
    /// <param name="catalog">The folder of the catalogue.</param>
    internal static SortedDictionary<string, string> Read(string catalog) => new(
        Directory.EnumerateFiles(catalog, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(catalog, file), ContentOf),
        StringComparer.Ordinal);

    private static string ContentOf(string file) => file.EndsWith("properties", StringComparison.Ordinal)
        ? string.Join('\n', File.ReadLines(file).Where(
            line => !line.StartsWith("hats_creation_date", StringComparison.Ordinal)))
        : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
}
