namespace Zvar;

/// <summary>A field of the survey and how much of it is processed: files by band, one file a quadrant.</summary>
public sealed record ZvarField
{
    /// <summary>The field's number; above 1000 the secondary grid.</summary>
    public required int Field { get; init; }

    /// <summary>The bands that have files, as in <c>g r i</c>.</summary>
    public required string Bands { get; init; }

    /// <summary>Processed files in all.</summary>
    public required int Files { get; init; }

    /// <summary>Processed files in g, at most 64.</summary>
    public required int GFiles { get; init; }

    /// <summary>Processed files in r, at most 64.</summary>
    public required int RFiles { get; init; }

    /// <summary>Processed files in i, at most 64.</summary>
    public required int IFiles { get; init; }

    /// <summary>Whether it is made up: from the demo sky.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Counts the processing logs by field, in the order of the field numbers.</summary>
    public static IEnumerable<ZvarField> Count(IEnumerable<ProcessingLog> logs) =>
        logs.GroupBy(log => log.Field).OrderBy(field => field.Key).Select(field => new ZvarField
        {
            Field = field.Key,
            Bands = string.Join(' ', field.Select(log => log.Band).Distinct().OrderBy(Band.Order)),
            Files = field.Count(),
            GFiles = field.Count(log => log.Band == "g"),
            RFiles = field.Count(log => log.Band == "r"),
            IFiles = field.Count(log => log.Band == "i"),
            Synthetic = field.Any(log => log.Synthetic),
        });

    /// <summary>The field in a word, as in <c>648 g r (128 files)</c>.</summary>
    public override string ToString() => $"{Field} {Excerpt.Of(Bands)} ({Files} files)";
}
