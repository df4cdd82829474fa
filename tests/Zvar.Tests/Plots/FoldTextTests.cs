using Zvar.Plots;

namespace Zvar.Tests.Plots;

public class FoldTextTests
{
    private static readonly FoldView View = new(TestStar.Make(900, targetName: "Andromeda 7"), TestStar.Period);

    [Fact]
    public void Points_are_drawn_in_braille() => AssertDrawing("points", FoldText.Draw(View, 80, 24, color: false));

    [Fact]
    public void Bins_are_drawn_larger() => AssertDrawing(
        "bins", FoldText.Draw(View with { Bins = 30, Cycles = 1 }, 60, 18, color: false));

    [Fact]
    public void Bands_have_the_terminals_colours() => AssertDrawing(
        "colours", FoldText.Draw(View with { Bands = ["g", "i"], Cycles = 1 }, 50, 14, color: true));

    [Fact]
    public void A_small_synthetic_star_is_still_called_synthetic()
    {
        var view = new FoldView(TestStar.Make(targetName: "Andromeda 7", synthetic: true), 1.5);

        AssertDrawing("small", FoldText.Draw(view, 1, 1, color: false));
    }

    [Fact]
    public void A_star_that_was_never_seen_has_empty_axes() => AssertDrawing(
        "unseen", FoldText.Draw(new FoldView(TestStar.Unseen(), 1), 50, 10, color: false));

    [Theory]
    [InlineData(40, 10)]
    [InlineData(80, 24)]
    [InlineData(133, 50)]
    [InlineData(300, 90)]
    public void A_drawing_fills_the_size_it_is_given(int width, int height)
    {
        foreach (int cycles in new[] { 1, 2 })
        {
            IReadOnlyList<string> lines = FoldText.Draw(View with { Cycles = cycles }, width, height, color: false);

            Assert.Equal(height, lines.Count);
            Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
            Assert.Contains("phase", lines[^1]);
        }
    }

    [Fact]
    public void The_brighter_is_the_higher()
    {
        IReadOnlyList<string> bright = FoldText.Draw(View with { Bands = ["i"] }, 80, 24, color: false);
        string[] numbers = [.. bright.Where(line => line.Contains('┤', StringComparison.Ordinal))
            .Select(line => line.Split('┤')[0].Trim())];

        Assert.Equal(numbers.Order(StringComparer.Ordinal), numbers);
        Assert.True(numbers.Length >= 3);
    }

    private static void AssertDrawing(string snapshot, IReadOnlyList<string> lines)
    {
        using Stream stream = typeof(FoldTextTests).Assembly.GetManifestResourceStream(snapshot)!;
        using var reader = new StreamReader(stream);

        // Escape sequences are written as \e, to be read in a file.
        string drawing = string.Join('\n', lines).Replace("\u001b", "\\e", StringComparison.Ordinal);
        Assert.Equal(reader.ReadToEnd().TrimEnd('\n'), drawing);
    }
}
