namespace Zvar.Tables;

/// <summary>A star of a HATS catalogue with its place and its light curve.</summary>
/// <param name="Psid">Its id.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Healpix">The HEALPix pixel of order 29 it is in, nested.</param>
/// <param name="LightCurve">
/// Its light curve in the mag format, of all bands that are known; null where the catalogue has none.
/// </param>
/// <param name="Bands">The bands in which that is whole.</param>
public sealed record HatsLightCurve(
    long Psid, SkyPosition Position, long Healpix, LightCurve? LightCurve, IReadOnlyList<string> Bands);
