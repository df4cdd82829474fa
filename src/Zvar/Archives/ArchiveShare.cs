namespace Zvar;

/// <summary>How much of an archive is of one field, band, day or source.</summary>
/// <param name="Name">
/// Which: a field's number, a band, a day in UTC as in <c>2026-11-27</c>, or whom it was asked of.
/// </param>
/// <param name="Objects">Its stars: in a field and a band those with a match file there.</param>
/// <param name="LightCurves">Its light curves, in one of the service's formats each.</param>
/// <param name="Points">Their exposures there.</param>
public sealed record ArchiveShare(string Name, long Objects, long LightCurves, long Points);
