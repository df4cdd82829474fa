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

    // A list in quotes is one text with commas, which none of ZVAR's bands has; those of other surveys may.
    private protected override object Read(object? argument)
    {
        object?[] bands = [.. Argument.Elements(argument).SelectMany(Split)];
        return ((string[])base.Read(bands)).Distinct().ToArray();
    }

    private IEnumerable<object?> Split(object? bands) =>
        Argument.Unwrap(bands) is string text
        && text.Split(',', StringSplitOptions.TrimEntries) is var parts
        && (!AnySurvey || parts.All(part => Band.All.Contains(Band.Normalize(part))))
            ? parts
            : [bands];

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
