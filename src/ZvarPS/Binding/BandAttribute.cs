using System.Collections;
using Zvar;

namespace ZvarPS;

/// <summary>Reads bands under any of their names.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BandAttribute : ListReadingAttribute<string>
{
    private protected override string Forms => "g, r, i, zg, zr, zi";

    private protected override object Read(object? argument) => ((string[])base.Read(argument)).Distinct().ToArray();

    private protected override string ReadElement(object? element) => Band.Parse(Argument.Text(element, Forms));

    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
    [
        ("g", "ZTF g (also zg, fid 1)"),
        ("r", "ZTF r (also zr, fid 2)"),
        ("i", "ZTF i (also zi, fid 3)"),
    ];
}
