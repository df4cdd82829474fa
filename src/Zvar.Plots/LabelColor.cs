namespace Zvar.Plots;

// The colour of a label wherever it is shown, always beside its name: on light ground and on dark, and the terminal's
// own. They stay apart, in hue or in lightness, for readers who do not see red and green as others do.
internal sealed record LabelColor(string Light, string Dark, string Terminal)
{
    // By place, as many as there are keys.
    private static readonly LabelColor[] All =
    [
        new("#0000FF", "#7FB2F0", "\u001b[34m"),
    ];

    // Of a label that is none of those that are given.
    private static readonly LabelColor Other = new("#5F6873", "#9AA4B0", "\u001b[37m");

    internal static LabelColor Of(string label, IReadOnlyList<string> labels)
    {
        for (int place = 0; place < Math.Min(labels.Count, All.Length); place++)
        {
            if (string.Equals(labels[place], label, StringComparison.OrdinalIgnoreCase))
            {
                return All[place];
            }
        }

        return Other;
    }
}
