using System.Collections;
using Zvar;

namespace ZvarPS;

/// <summary>Reads where phase zero is to be: a BJD, First, Minimum or Maximum.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EpochAttribute : ReadingAttribute
{
    internal static EpochChoice ReadOne(object? argument) => Argument.Unwrap(argument) is EpochChoice epoch
        ? epoch
        : EpochChoice.Parse(Argument.Text(argument, EpochChoice.Forms));

    private protected override object Read(object? argument) => ReadOne(argument);

    // A BJD is typed.
    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
    [
        ("First", "Phase zero at the light curve's first time, in any band and before cuts"),
        ("Minimum", "Phase zero where the fold is faintest"),
        ("Maximum", "Phase zero where the fold is brightest"),
    ];
}
