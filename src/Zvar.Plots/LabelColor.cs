namespace Zvar.Plots;

// The colour of a label wherever it is shown, always beside its name: on light ground and on dark, and the terminal's
// own. Any two are 20 apart in CIELAB for readers who do not see red and green as others do (as Machado, Oliveira and
// Fernandes 2009, IEEE TVCG 15, 1291, have their eyes), and 40 for others; on their ground each has a contrast of 3.
internal sealed record LabelColor(string Light, string Dark, string Terminal)
{
    // By place, as many as there are keys. A label that is none of those given looks as the last, which is grey.
    private static readonly LabelColor[] All =
    [
        new("#2080FF", "#20FFFF", "\u001b[36m"),
        new("#FF0040", "#C02060", "\u001b[31m"),
        new("#00A060", "#40C060", "\u001b[32m"),
        new("#0010F8", "#4060C0", "\u001b[34m"),
        new("#FF40C0", "#FF80FF", "\u001b[95m"),
        new("#606000", "#FFFFA0", "\u001b[33m"),
        new("#4000A0", "#8020FF", "\u001b[35m"),
        new("#600000", "#C04000", "\u001b[91m"),
        new("#400040", "#00FF20", "\u001b[92m"),
        new("#5F6873", "#9AA4B0", "\u001b[37m"),
    ];

    internal static LabelColor Of(string label, IReadOnlyList<string> labels)
    {
        for (int place = 0; place < Math.Min(labels.Count, All.Length); place++)
        {
            if (string.Equals(labels[place], label, StringComparison.OrdinalIgnoreCase))
            {
                return All[place];
            }
        }

        return All[^1];
    }
}
