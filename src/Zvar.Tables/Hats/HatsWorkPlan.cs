using System.Globalization;

namespace Zvar.Tables;

// What is to be done into a destination: of which catalogue, what and how, and the partitions. Shares that have the
// same go together. It is kept as properties, of which the completed catalogue has all but the partitions.
internal sealed class HatsWorkPlan
{
    private const string Work = "zvar_work";
    private const string Source = "zvar_source";
    private const string SourceVersion = "zvar_source_version";
    private const string SourceStars = "zvar_source_nrows";
    private const string SourceDigest = "zvar_source_digest";
    private const string Other = "zvar_other";
    private const string OtherDigest = "zvar_other_digest";
    private const string Option = "zvar_option_";
    private const string Shares = "zvar_shares";
    private const string Partitions = "zvar_partitions";

    // Whatever of these two plans have otherwise, or one of them alone, is said in such words.
    private static readonly (string Key, string Words)[] Words =
    [
        (Work, "the work"),
        (Source, "the catalogue"),
        (SourceVersion, "the number of exports into the catalogue"),
        (SourceStars, "the number of stars in the catalogue"),
        (SourceDigest, "the digest of the catalogue"),
        (Other, "the other catalogue"),
        (OtherDigest, "the digest of the other catalogue"),
        (HatsProperties.Builder, "the program"),
    ];

    private readonly Dictionary<string, string> _facts;

    private HatsWorkPlan(Dictionary<string, string> facts) => _facts = facts;

    internal int ShareCount => int.Parse(_facts[Shares], CultureInfo.InvariantCulture);

    internal string Synthetic => _facts[HatsProperties.Synthetic];

    internal string Name => _facts.TryGetValue(Other, out string? other)
        ? $"{_facts[Source]}_x_{other}"
        : $"{_facts[Source]}_{_facts[Work]}";

    internal string Description => $"What {_facts[Work]} gave of the stars of the HATS catalogue {_facts[Source]}"
        + (_facts.TryGetValue(Other, out string? other) ? $" and the sources of {other}" : "");

    // For the properties of the completed catalogue.
    internal IEnumerable<(string Key, string Value)> Facts =>
        _facts.Where(fact => fact.Key is not (Shares or Partitions)).Select(fact => (fact.Key, fact.Value));

    internal IReadOnlyList<HatsTile> Tiles => [.. _facts[Partitions].Split(' ').Select(ParseTile)];

    internal static HatsWorkPlan Of(HatsReader source, HatsWork work)
    {
        var facts = new Dictionary<string, string>
        {
            [Work] = work.Name,
            [Source] = source.Name,
            [SourceVersion] = source.Version.ToString(CultureInfo.InvariantCulture),
            [SourceStars] = source.Stars.ToString(CultureInfo.InvariantCulture),
            [SourceDigest] = source.Digest(),
            [HatsProperties.Synthetic] = SyntheticOf(source.Synthetic, work.Other?.Synthetic ?? "none"),
            [HatsProperties.Builder] = HatsFacts.ThisBuilder,
            [HatsProperties.Created] = HatsFacts.Text(work.Created ?? DateTimeOffset.UtcNow),
        };
        if (work.Other is { } other)
        {
            (facts[Other], facts[OtherDigest]) = (other.Name, other.Digest);
        }

        foreach ((string name, string value) in work.Options)
        {
            facts[Option + name] = value;
        }

        facts[Shares] = work.ShareCount.ToString(CultureInfo.InvariantCulture);
        facts[Partitions] = string.Join(' ', source.Tiles.Select(tile =>
            string.Create(CultureInfo.InvariantCulture, $"{tile.Order}/{tile.Pixel}/{tile.Rows}")));
        return new HatsWorkPlan(facts);
    }

    // Null where a file of properties is there and has no plan.
    internal static HatsWorkPlan? TryRead(string file)
    {
        Dictionary<string, string> facts = HatsProperties.Read(file);
        return facts.ContainsKey(Work) ? new HatsWorkPlan(facts) : null;
    }

    internal byte[] Format() => HatsProperties.Format(_facts.Select(fact => (fact.Key, fact.Value)));

    // In words what of this plan, of a destination, another has otherwise; null where they go together.
    internal string? FindDifference(HatsWorkPlan other)
    {
        IEnumerable<(string Key, string Words)> options = _facts.Keys.Union(other._facts.Keys)
            .Where(key => key.StartsWith(Option, StringComparison.Ordinal))
            .Select(key => (key, $"-{key[Option.Length..]}"));
        foreach ((string key, string words) in Words.Concat(options))
        {
            (string there, string here) = (ValueOf(key), other.ValueOf(key));
            if (there != here)
            {
                return $"{words} is '{Excerpt.Of(there)}' there and '{Excerpt.Of(here)}' here";
            }
        }

        return null;
    }

    // A pair is made up where either of the two is.
    private static string SyntheticOf(string stars, string sources) =>
        stars == sources ? stars : stars == "all" || sources == "all" ? "all" : "some";

    private static HatsTile ParseTile(string text)
    {
        string[] parts = text.Split('/');
        return new HatsTile(
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            long.Parse(parts[1], CultureInfo.InvariantCulture),
            long.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    private string ValueOf(string key) => _facts.GetValueOrDefault(key, "");
}
