using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>A star somebody asks about: its psid, and what is already known of it.</summary>
/// <param name="Psid">Its id.</param>
/// <param name="TargetName">The name of the position it was found around, if any.</param>
/// <param name="Object">The object, where the pipeline brought it.</param>
/// <param name="Period">The period in days that its row says; null where it says none.</param>
internal sealed record ObjectReference(
    long Psid, string? TargetName = null, ZvarObject? Object = null, double? Period = null)
{
    /// <summary>Where phase zero is, as its row says; null where it says nothing, or it is not wanted.</summary>
    internal EpochChoice? Epoch { get; init; }

    /// <summary>What its row takes it for; empty where it says nothing, or it is not wanted.</summary>
    internal string Label { get; init; } = "";

    private const string Wanted =
        "Pipe psids, ZVAR objects, matches, or rows with a column Psid.";

    /// <summary>Reads a star from an object of the pipeline.</summary>
    /// <exception cref="FormatException">It is no star; the message says what would be.</exception>
    internal static ObjectReference Read(PSObject input) => input.BaseObject switch
    {
        ZvarObject zvarObject => new(zvarObject.Psid, zvarObject.TargetName, zvarObject),
        CatalogMatch { Psid: > 0 } match => new(match.Psid, match.TargetName, match.Object),
        CatalogMatch => throw new FormatException($"This match has no ZVAR object. {Wanted}"),
        LightCurve { Psid: > 0 } lightCurve => new(lightCurve.Psid, lightCurve.TargetName, lightCurve.Object),
        LightCurve => throw new FormatException($"This light curve has no psid. {Wanted}"),
        PhotometryPoint => throw NotAskedAgain(),
        _ when !Argument.IsRow(input) => new(PsidAttribute.ReadOne(input)),
        _ => ReadRow(input),
    };

    private static FormatException NotAskedAgain() =>
        new($"A photometric point is not asked for again. {Wanted}");

    // A table of photometry has a row for each exposure: it would be asked for as often.
    private static bool IsPoint(Row row) => row.Has("Mag") && row.Get("Time") is { } time
        && (Argument.IsNumber(time) || (time is string text && Number.TryParse(text, out _)));

    private static ObjectReference ReadRow(PSObject input)
    {
        var row = new Row(input);
        return IsPoint(row) ? throw NotAskedAgain() : row.Get("Psid") is { } psid
            ? new(
                PsidAttribute.ReadOne(psid),
                row.GetText("TargetName", "Name"),
                ObjectReader.Read(input) ?? ObjectReader.Read(row.Cell("Object")),
                TryReadPeriod(row))
            : throw new FormatException(
                row.Has("Psid")
                    ? "The psid is empty in this row."
                    : $"The input has no column Psid (its columns: {row.ColumnNames}). {Wanted}");
    }

    // Who needs no period is not told of one that cannot be read.
    private static double? TryReadPeriod(Row row)
    {
        try
        {
            return row.Get("Period") is { } period ? DurationAttribute.ReadDays(period) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>What stars have in common.</summary>
internal static class ObjectReferences
{
    /// <summary>Their psids, each once.</summary>
    internal static IReadOnlyList<long> Psids(this IEnumerable<ObjectReference> stars) =>
        [.. stars.Select(star => star.Psid).Distinct()];
}
