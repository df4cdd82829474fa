using System.Collections;

namespace ZvarPS;

/// <summary>Reads a number of phase bins.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BinsAttribute : WholeNumberAttribute
{
    // Any other is typed.
    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
    [
        ("0", "The points themselves"),
        ("20", "Bins of 0.05 of the period"),
        ("50", "Bins of 0.02 of the period"),
        ("100", "Bins of 0.01 of the period"),
    ];
}
