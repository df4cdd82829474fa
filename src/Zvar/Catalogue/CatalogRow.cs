namespace Zvar;

/// <summary>A source of another catalogue: its id, its position and the columns that catalogue has.</summary>
/// <param name="Id">The id in the catalogue's own form.</param>
/// <param name="Ra">Right ascension in degrees; NaN where the row has none.</param>
/// <param name="Dec">Declination in degrees; NaN where the row has none.</param>
/// <param name="Columns">
/// The other columns by their own names: long, double, bool or string; NaN stands for what was not measured.
/// </param>
public sealed record CatalogRow(
    string Id, double Ra, double Dec, IReadOnlyDictionary<string, object> Columns);
