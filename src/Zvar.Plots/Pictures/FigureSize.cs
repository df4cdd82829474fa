namespace Zvar.Plots;

// The room a diagram has, in pixels of a screen, and what follows from it: in less room letters and marks are smaller,
// and then the least of what is written is left out.
internal readonly record struct FigureSize(float Width, float Height)
{
    // A diagram of a sheet; at this size letters are a little smaller than in a picture of its own.
    internal const float CommonWidth = 480;
    internal const float CommonHeight = 330;

    private const float SmallestLetters = 7;
    private const float LargestLetters = 12;

    internal float LetterSize => Math.Min(SmallestLetters + (3.5f * Share), LargestLetters);

    internal float TitleSize => 1.25f * LetterSize;

    internal float Margin => Math.Clamp(14 * Share, 4, 14);

    internal float MarkScale => Math.Clamp(0.4f + (0.6f * Share), 0.4f, 1);

    internal bool HasSubtitle => Width >= 180 && Height >= 150;

    // A legend that finds no place beside the title may have a line of its own.
    internal bool HasLegendLine => Width >= 220 && Height >= 200;

    internal bool HasAxisTitles => Width >= 150 && Height >= 115;

    internal bool HasPointNames => Width >= 300 && Height >= 220;

    private float Share => Math.Min(Width / CommonWidth, Height / CommonHeight);
}
