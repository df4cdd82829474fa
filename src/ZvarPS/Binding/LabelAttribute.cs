using System.Collections;
using Zvar;

namespace ZvarPS;

/// <summary>Reads the labels that stars get when they are vetted, or the word Default for the usual classes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LabelAttribute : ListReadingAttribute<string>
{
    private const string Default = "Default";

    private protected override string Forms => $"{Vetting.Forms}; or {Default} for the usual classes";

    private protected override object Read(object? argument)
    {
        string[] labels = (string[])base.Read(Argument.Words(argument));
        bool isDefault = labels is [var only] && only.Trim().Equals(Default, StringComparison.OrdinalIgnoreCase);
        return (isDefault ? Vetting.DefaultLabels : Vetting.ReadLabels(labels)).ToArray();
    }

    private protected override string ReadElement(object? element) => Argument.Text(element, Forms);

    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
    [
        (Default, string.Join(", ", Vetting.DefaultLabels)),
        ("EW", "Contact binary, as W UMa"),
        ("EA", "Detached binary, as Algol"),
        ("EB", "Semi-detached binary, as β Lyr"),
        ("RRab", "RR Lyr star, fundamental mode"),
        ("RRc", "RR Lyr star, first overtone"),
        ("DSCT", "δ Sct star"),
        ("CEP", "Cepheid"),
        ("LPV", "Long-period variable, as Mira"),
        ("ROT", "Rotating star with spots"),
        ("junk", "Not variable, or not measured well"),
    ];
}
