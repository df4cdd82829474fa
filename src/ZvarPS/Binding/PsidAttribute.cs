using System.Collections;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads psids: digits, whole numbers, or objects and rows that have one. A double is refused, because it rounds.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PsidAttribute : ListReadingAttribute<long>
{
    private const string Example = "145120008365555264 (a psid has 17 or 18 digits), a star";

    // No psid is so small: a double that is, is no rounded one.
    private const double Shortest = 1e9;

    private protected override string Forms => Example;

    internal static long ReadOne(object? argument) => Argument.IsRow(argument)
        ? new Row(argument!).Get("Psid") is { } psid
            ? ReadOne(psid)
            : throw new FormatException($"'{Excerpt.Of($"{argument}")}' has no psid. Write one of: {Example}.")
        : Argument.Unwrap(argument) is double and > 0 and < Shortest
            ? throw new FormatException(
                $"'{argument}' is no psid. A period is named: -Period {argument}, where a cmdlet folds. Write one of:"
                + $" {Example}.")
            : Psid.Parse(Identifier.Text(argument, Example));

    /// <summary>The psid of a row; 0 where there is none, as tables of ours have it.</summary>
    internal static long OfRow(Row row) =>
        row.Get("Psid") is { } psid and not ("0" or 0 or 0L) ? ReadOne(psid) : 0;

    private protected override long ReadElement(object? element) => ReadOne(element);

    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
        RecentObjects.OfSession.Latest.Select(star => (star.ToString(), Describe(star)));

    private static string Describe(ZvarObject star) => string.Join(
        ", ",
        ((string?[])[
            star.ObjectType.ToString(),
            double.IsNaN(star.Period) ? "no period" : Duration.ToText(star.Period),
            Excerpt.Of(star.TargetName),
            star.Synthetic ? "synthetic (demo sky)" : null,
        ]).Where(word => !string.IsNullOrEmpty(word)));
}
