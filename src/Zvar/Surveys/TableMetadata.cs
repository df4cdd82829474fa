namespace Zvar;

// What stands in the header of a file beside its columns, by keywords in any case.
internal sealed class TableMetadata(IReadOnlyDictionary<string, string>? keywords)
{
    // The zero of time of TESS and Kepler files, in two parts; null where it is not said.
    internal double? TimeZero => Number.TryParse(Of("BJDREFI"), out double whole)
        ? whole + (Number.TryParse(Of("BJDREFF"), out double fraction) ? fraction : 0)
        : null;

    // The star of the file.
    internal string? Object => Of("OBJECT") is { } name && !Number.IsMissing(name) ? name.Trim() : null;

    private string? Of(string keyword) => keywords?
        .FirstOrDefault(pair => pair.Key.Equals(keyword, StringComparison.OrdinalIgnoreCase)).Value;
}
