namespace Zvar.Tables;

/// <summary>A HATS catalogue as an export left it.</summary>
/// <param name="Path">The folder of the collection.</param>
/// <param name="Name">The name of the catalogue (obs_collection).</param>
/// <param name="Stars">How many stars it has.</param>
/// <param name="Added">How many of them this export added, or has more of.</param>
/// <param name="Partitions">How many partitions it has.</param>
/// <param name="MarginStars">How many rows its margin has.</param>
public sealed record HatsSummary(
    string Path, string Name, long Stars, long Added, int Partitions, long MarginStars);
