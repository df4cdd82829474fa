namespace Zvar.Plots;

// A label beside a title, which is to have room: in brackets, so that it is told from it where there are no colours.
internal static class LabelTag
{
    private const int Longest = 16;

    internal static string Of(string label) => label.Length == 0 ? "" : $"[{Ellipsis.Cut(Excerpt.Of(label), Longest)}]";
}
