namespace Zvar.Plots;

// How large the marks of a diagram are, across: many are small, few are large.
internal static class MarkSize
{
    // For more than so many marks, in pixels of a screen.
    internal static IReadOnlyList<(int MoreThan, float Size)> Steps { get; } =
        [(4000, 2.5f), (1000, 3.5f), (300, 4.5f), (-1, 5.5f)];

    internal static float Of(int marks) => Steps.First(step => marks > step.MoreThan).Size;
}
