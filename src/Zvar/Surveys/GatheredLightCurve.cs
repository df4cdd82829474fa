namespace Zvar;

/// <summary>A light curve that was made of the rows of a table.</summary>
/// <param name="LightCurve">The light curve, with its name and its own period as far as these are known.</param>
/// <param name="TimeOffset">What an epoch may lack that is counted as its table counts, in days.</param>
public readonly record struct GatheredLightCurve(LightCurve LightCurve, double TimeOffset);
