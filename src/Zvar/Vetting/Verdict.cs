using System.Globalization;

namespace Zvar;

/// <summary>What somebody says of a star who has looked at its fold.</summary>
public sealed record Verdict
{
    /// <summary>The star's id; 0 where it has none.</summary>
    public required long Psid { get; init; }

    /// <summary>What the star is taken for; empty where there is a note alone.</summary>
    public string Label { get; init; } = "";

    /// <summary>The period it was folded at, as it was tuned, in days; null where nobody says.</summary>
    public double? Period { get; init; }

    /// <summary>The time of phase zero, a full Julian date as the light curve counts it; null where nobody says.</summary>
    public double? Epoch { get; init; }

    /// <summary>What else there is to say; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who says so; empty where nobody was named.</summary>
    public string Labeller { get; init; } = "";

    /// <summary>When it was said, in UTC; the year 1 where nobody says.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The name of the position the star was found around, or that of its table; empty for none.</summary>
    public string TargetName { get; init; } = "";

    /// <summary>Whether the star is made up: from the demo sky.</summary>
    public bool Synthetic { get; init; }

    /// <summary>When it was said, as in <c>2026-11-27T18:03:11Z</c>; empty where nobody says.</summary>
    public string GetTimeText() => Time == default
        ? ""
        : Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The star it is about.</summary>
    public VettedStar GetStar() => new(Psid, TargetName, Synthetic);

    /// <summary>The verdict in a word: label and note.</summary>
    public override string ToString() => (Label.Length, Note.Length) switch
    {
        (_, 0) => Excerpt.Of(Label),
        (0, _) => Excerpt.Of(Note),
        _ => $"{Excerpt.Of(Label)}: {Excerpt.Of(Note)}",
    };
}
