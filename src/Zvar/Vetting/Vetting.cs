using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zvar;

/// <summary>What the vetting of some stars is begun with: the labels, who gives them, and what was said before.</summary>
public sealed class Vetting
{
    /// <summary>As many labels as there are digits to give them with.</summary>
    public const int MostLabels = 10;

    /// <summary>What <see cref="ReadLabels"/> takes, for error messages.</summary>
    public const string Forms = "EW, EA, RRab, junk: up to ten labels, in the order of the keys 1 to 9 and 0";

    /// <summary>Begins with some labels.</summary>
    /// <param name="labels">What <see cref="ReadLabels"/> takes.</param>
    /// <exception cref="FormatException">They are no labels; the message says what would be.</exception>
    public Vetting(IEnumerable<string> labels) => Labels = ReadLabels(labels);

    /// <summary>
    /// The usual classes: eclipsing binaries (contact, Algol, β Lyrae), RR Lyrae, δ Scuti, Cepheids, long-period and
    /// rotating variables, under the names that the General Catalogue of Variable Stars and ASAS-SN have for them; and
    /// what is none.
    /// </summary>
    public static IReadOnlyList<string> DefaultLabels { get; } =
        ["EW", "EA", "EB", "RRab", "RRc", "DSCT", "CEP", "LPV", "ROT", "junk"];

    /// <summary>The labels, one to ten, in the order of the keys 1 to 9 and 0.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Who gives them; empty where nobody was named.</summary>
    public string Labeller { get; init; } = "";

    /// <summary>The verdicts taken up: of several on a star the last counts.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; init; } = [];

    /// <summary>Reads labels, without the blanks around them.</summary>
    /// <exception cref="FormatException">
    /// There is none, or more than ten, or one is empty, is there twice in whichever case, or has a character that is
    /// not seen.
    /// </exception>
    public static IReadOnlyList<string> ReadLabels(IEnumerable<string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        string[] read = [.. labels.Select(label => label?.Trim() ?? "")];
        string? again = read.GroupBy(label => label, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Count() > 1)?.Key;
        string? why =
            read.Length == 0 ? "There is no label."
            : read.Contains("") ? "A label is empty."
            : again is not null ? $"The label '{Excerpt.Of(again)}' is there twice."
            : read.Length > MostLabels ? $"There are {read.Length} labels, and ten keys for them."
            : Array.Find(read, label => label.EnumerateRunes().Any(rune => !VisibleText.IsVisible(rune))) is { } hidden
            ? $"The label '{Excerpt.Of(hidden)}' has a character that is not seen."
            : null;
        return why is null ? read : throw new FormatException($"{why} Write as in {Forms}.");
    }

    /// <summary>The verdict that counts on each star, of those taken up.</summary>
    public IReadOnlyDictionary<VettedStar, Verdict> GetVerdicts()
    {
        var verdicts = new Dictionary<VettedStar, Verdict>();
        foreach (Verdict verdict in Verdicts)
        {
            verdicts[verdict.GetStar()] = verdict;
        }

        return verdicts;
    }

    /// <summary>
    /// The identity of some stars that are vetted together: the same in whichever order and however often they come, and
    /// at whichever periods they are folded.
    /// </summary>
    /// <returns>
    /// SHA-256, in hexadecimal, of a line for each star in ordinal order, in UTF-8: its psid, or, where it has none, its
    /// survey, a tab, and its name; what is made up has "synthetic" and a blank before it.
    /// </returns>
    public static string IdentityOf(IEnumerable<LightCurve> lightCurves)
    {
        ArgumentNullException.ThrowIfNull(lightCurves);
        IEnumerable<string> lines = lightCurves.Select(LineOf).Distinct().Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private static string LineOf(LightCurve star)
    {
        string id = star.Psid > 0
            ? star.Psid.ToString(CultureInfo.InvariantCulture)
            : $"{star.Source}\t{star.TargetName}";
        return star.Synthetic ? $"synthetic {id}" : id;
    }
}
