using System.Collections;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads methods of period search by their names, or by as much of one as no other begins with: Fpw is all three numbers of
/// bins, GLS the generalised Lomb–Scargle periodogram.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MethodAttribute : ListReadingAttribute<IReadOnlyList<PeriodogramMethod>>
{
    private static readonly (string Name, PeriodogramMethod[] Methods)[] Names =
    [
        ("Fpw", [PeriodogramMethod.Fpw5, PeriodogramMethod.Fpw10, PeriodogramMethod.Fpw20]),
        ("Gls", [PeriodogramMethod.LombScargle]),
        .. Enum.GetValues<PeriodogramMethod>().Select(method => ($"{method}", new[] { method })),
    ];

    private protected override string Forms => "Fpw, Fpw5, Fpw10, Fpw20, LombScargle";

    private protected override object Read(object? argument) =>
        ((IReadOnlyList<PeriodogramMethod>[])base.Read(Argument.Words(argument)))
            .SelectMany(methods => methods).Distinct().ToArray();

    private protected override IReadOnlyList<PeriodogramMethod> ReadElement(object? element)
    {
        string text = Argument.Text(element, Forms).Trim();
        PeriodogramMethod[][] exact =
            [.. Names.Where(one => one.Name.Equals(text, StringComparison.OrdinalIgnoreCase)).Select(one => one.Methods)];
        PeriodogramMethod[][] begun =
            [.. Names.Where(one => one.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase)).Select(one => one.Methods)];
        return (exact, begun) switch
        {
            ([var methods], _) => methods,
            (_, [var methods]) => methods,
            _ => throw new FormatException($"'{Excerpt.Of(text)}' is no method there is. Write one or several of: {Forms}."),
        };
    }

    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
    [
        ("Fpw", "Fast Periodicity Weighting with 5, 10 and 20 phase bins: any shape of light curve"),
        ("LombScargle", "The generalised Lomb–Scargle periodogram: a sine with a floating mean"),
        ("Fpw5", "Fast Periodicity Weighting with 5 phase bins: broad shapes, few points"),
        ("Fpw10", "Fast Periodicity Weighting with 10 phase bins"),
        ("Fpw20", "Fast Periodicity Weighting with 20 phase bins: sharp shapes, eclipses"),
    ];
}
