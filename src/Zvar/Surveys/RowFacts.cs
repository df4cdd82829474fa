namespace Zvar;

/// <summary>What a row says of its star, where its reader knows more ways to write it than a table has.</summary>
/// <param name="Psid">The star's id; 0 where the row has none.</param>
/// <param name="Period">A period to fold at, in days; null where the row says none, or it is not wanted.</param>
public readonly record struct RowFacts(long Psid, double? Period);
