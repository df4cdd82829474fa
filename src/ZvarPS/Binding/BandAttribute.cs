using System.Collections;
using Zvar;

namespace ZvarPS;

/// <summary>Reads bands under any of their names.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BandAttribute : ListReadingAttribute<string>
{
    /// <summary>Whether the bands of other surveys are bands too. Default: no.</summary>
    public bool AnySurvey { get; set; }

    private protected override string Forms => "g, r, i, zg, zr, zi";

    private protected override object Read(object? argument) => ((string[])base.Read(argument)).Distinct().ToArray();

    private protected override string ReadElement(object? element) => AnySurvey
        ? Band.Normalize(Argument.Text(element, $"{Forms}, V"))
        : Band.Parse(Argument.Text(element, Forms));

    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
    [
        ("g", "ZTF g (also zg, fid 1)"),
        ("r", "ZTF r (also zr, fid 2)"),
        ("i", "ZTF i (also zi, fid 3)"),
    ];
}
