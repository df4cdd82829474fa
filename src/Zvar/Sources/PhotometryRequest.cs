namespace Zvar;

/// <summary>A question for light curves.</summary>
/// <param name="Psids">Whose, at most as many as the source's limits allow.</param>
/// <param name="Bands">Which bands: see <see cref="Band.All"/>.</param>
/// <param name="Format">Magnitudes or difference fluxes.</param>
/// <param name="QualityCuts">What to leave out of each light curve as it is made; null to keep everything.</param>
public sealed record PhotometryRequest(
    IReadOnlyList<long> Psids,
    IReadOnlyList<string> Bands,
    PhotometryFormat Format = PhotometryFormat.Mag,
    QualityCuts? QualityCuts = null)
{
    /// <summary>The question in a word: bands, format and psids.</summary>
    public override string ToString() => $"{string.Join(' ', Bands)} {Format} of {string.Join(", ", Psids)}";
}
