namespace Zvar;

/// <summary>Something of an archive that is not what was saved.</summary>
/// <param name="Table">
/// What it is: object, light_curve, match, external_match, processing_log, period_candidate, or file for SQLite's own.
/// </param>
/// <param name="Key">Of what: a psid or a source's id; empty where the file itself is damaged.</param>
/// <param name="Problem">What is wrong, in words.</param>
public sealed record ArchiveDamage(string Table, string Key, string Problem);
