using System.Globalization;

namespace Zvar.Archive;

/// <summary>A table of rows with a checksum or without, as they are checked and copied.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Keys">The columns that tell its rows apart.</param>
/// <param name="Others">Its other columns.</param>
internal sealed record ArchiveTable(string Name, string[] Keys, string[] Others)
{
    internal static readonly ArchiveTable Object =
        new("object", ["psid"], ["zone", "ra", "source", "asked", "checksum", "blob"]);

    internal static readonly ArchiveTable LightCurve =
        new("light_curve", ["key"], ["bands", "more", "points", "source", "asked", "checksum", "blob"]);

    internal static readonly ArchiveTable Match =
        new("match", ["psid", "catalog", "extent"], ["radius", "matches", "source", "asked", "checksum", "blob"]);

    internal static readonly ArchiveTable ExternalMatch =
        new("external_match", ["id", "catalog", "extent"], ["radius", "matches", "source", "asked", "checksum", "blob"]);

    internal static readonly ArchiveTable ProcessingLog =
        new("processing_log", ["extent"], ["logs", "source", "asked", "checksum", "blob"]);

    internal static readonly ArchiveTable PeriodCandidate =
        new("period_candidate", ["psid"], ["candidates", "source", "asked", "checksum", "blob"]);

    internal static readonly ArchiveTable SurveyLightCurve = new(
        "survey_light_curve", ["name", "survey"], ["psid", "points", "source", "asked", "checksum", "blob"])
    {
        IsOfWords = true,
    };

    internal static readonly ArchiveTable SurveyPeriodCandidate = new(
        "survey_period_candidate", ["name", "survey"], ["psid", "candidates", "source", "asked", "checksum", "blob"])
    {
        IsOfWords = true,
    };

    internal static readonly ArchiveTable ResolvedName =
        new("resolved_name", ["name"], ["source", "asked", "checksum", "blob"]) { IsOfWords = true };

    internal static readonly ArchiveTable Cone =
        new("cone", ["ra", "dec", "radius", "filter"], ["source", "asked", "size", "zone"]);

    /// <summary>All of them; those whose rows have checksums first.</summary>
    internal static readonly ArchiveTable[] All =
    [
        Object,
        LightCurve,
        Match,
        ExternalMatch,
        ProcessingLog,
        PeriodCandidate,
        SurveyLightCurve,
        SurveyPeriodCandidate,
        ResolvedName,
        Cone,
    ];

    /// <summary>All columns.</summary>
    internal string[] Columns { get; } = [.. Keys, .. Others];

    /// <summary>Asks for all rows, with the values of all columns.</summary>
    internal string Question => $"SELECT {string.Join(", ", Columns)} FROM {Name}";

    /// <summary>What is true of the row of some keys, which are $1 and so on.</summary>
    internal string Condition => string.Join(" AND ", Keys.Select((key, i) => $"{key} = ${i + 1}"));

    /// <summary>
    /// Inserts a row, in the place of one with its keys where it is newer; among matches where it reaches farther, or
    /// as far and is newer.
    /// </summary>
    internal string Statement =>
        $"INSERT INTO {Name} ({string.Join(", ", Columns)})"
        + $" VALUES ({string.Join(", ", Columns.Select((_, i) => $"${i + 1}"))})"
        + $" ON CONFLICT ({string.Join(", ", Keys)})"
        + $" DO UPDATE SET {string.Join(", ", Others.Select(column => $"{column} = excluded.{column}"))} WHERE "
        + (Others.Contains("radius")
            ? "(excluded.radius, excluded.asked) > (radius, asked)"
            : "excluded.asked > asked");

    /// <summary>Whether the checksums are of all words of the keys too.</summary>
    internal bool IsOfWords { get; private init; }

    /// <summary>Whether the rows have checksums.</summary>
    internal bool HasChecksums => Array.IndexOf(Columns, "checksum") >= 0;

    /// <summary>Where a column's value is in a row.</summary>
    internal int IndexOf(string column) => Array.IndexOf(Columns, column);

    /// <summary>Whether a row's bytes have the checksum they were saved with; a row without bytes has none.</summary>
    internal bool IsSound(object[] row) => !HasChecksums
        || row[^1] is DBNull
        || (row[^1] is byte[] blob
            && row[^2] is long checksum
            && Checksum.Of(blob, SumKeyOf(row)) == checksum);

    // What the checksum of a row's blob begins with.
    private long SumKeyOf(object[] row) => IsOfWords
        ? Checksum.KeyOf(row[..Keys.Length].Cast<string>())
        : row[0] is long key ? key : 0;

    /// <summary>What a row is of, in words.</summary>
    internal string NameOf(object[] row) => (this == LightCurve, row[0]) switch
    {
        (true, long key) => (key / 2).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(row[0], CultureInfo.InvariantCulture)!,
    };
}
