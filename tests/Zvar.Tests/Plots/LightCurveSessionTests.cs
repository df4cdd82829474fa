using Zvar.Plots;

namespace Zvar.Tests.Plots;

public class LightCurveSessionTests
{
    private static readonly LightCurveSession Two = new(
    [
        new LightCurveView(TestStar.Make(targetName: "Andromeda 7", synthetic: true)),
        new LightCurveView(TestStar.Make(90, 126541217361397171)),
    ]);

    [Fact]
    public void Keys_change_what_is_shown()
    {
        Assert.Equal(PhotometryFormat.Flux, Press("f").View.Quantity);
        Assert.Equal(PhotometryFormat.Mag, Press("ff").View.Quantity);
        Assert.True(Press("d").View.DetectionsOnly);
        Assert.Equal(["g", "i"], Press("r").View.Bands);
        Assert.Equal(["g"], Press("b").View.Bands);
        Assert.Equal(["r"], Press("bb").View.Bands);
        Assert.Equal(["g", "r", "i"], Press("bbbb").View.Bands);
        Assert.Equal("145120008365555264", Press("c").Message);
        Assert.StartsWith("https://simbad", Press("s").Message, StringComparison.Ordinal);
        Assert.True(Press("q").Ended);
    }

    [Fact]
    public void What_was_set_stays_from_star_to_star()
    {
        LightCurveSession second = Press("fdn");

        Assert.Equal((1, 126541217361397171), (second.Index, second.View.LightCurve.Psid));
        Assert.Equal((PhotometryFormat.Flux, true), (second.View.Quantity, second.View.DetectionsOnly));
        Assert.Equal(0, Press("nn").Index);
        Assert.Equal(1, Press("p").Index);
    }

    [Fact]
    public void The_screen_is_the_drawing_and_a_line_beneath_it()
    {
        IReadOnlyList<string> screen = Two.Draw(80, 24, color: false);

        Assert.Equal(LightCurveText.Draw(Two.View, 80, 23, color: false), screen.Take(23));
        Assert.Equal("1 of 2  ? keys  q quit", screen[23]);
        Assert.Contains(Press("?").Draw(80, 24, color: false), line => line.Contains("f  magnitudes or fluxes"));
    }

    [Theory]
    [InlineData(40, 10)]
    [InlineData(80, 24)]
    [InlineData(200, 60)]
    public void A_drawing_fills_the_size_it_is_given_and_says_what_it_shows(int width, int height)
    {
        IReadOnlyList<string> lines = LightCurveText.Draw(Two.View, width, height, color: false);

        Assert.Equal(height, lines.Count);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        Assert.Contains("synthetic (demo sky)", lines[0]);
        Assert.Contains("228 detections; 12 non-det", lines[1]);
        Assert.Contains("AB mag", lines[^1]);
        Assert.Contains("BJD-2458000", LightCurveText.Draw(Two.View, 80, 24, color: false)[^1]);
        Assert.Contains("flux", LightCurveText.Draw(Press("f").View, width, height, color: false)[^1]);
    }

    [Fact]
    public void A_drawing_begins_with_the_first_exposure_and_the_brightest_is_on_top()
    {
        LightCurveView only = Two.View with { Bands = ["i"] };
        string[] lines = [.. LightCurveText.Draw(only, 80, 24, color: false).Skip(2).Take(20)];
        string[] numbers = [.. lines.Where(line => line.Contains('┤')).Select(line => line.Split('┤')[0].Trim())];

        Assert.Equal(numbers.Order(StringComparer.Ordinal), numbers);
        Assert.Contains(lines, line => line.Split('│', '┤')[1].Take(3).Any(letter => letter > '\u2800'));
    }

    [Fact]
    public void A_session_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => new LightCurveSession([]));

    private static LightCurveSession Press(string keys) => keys.Aggregate(
        Two, (before, key) => before.Press(new ConsoleKeyInfo(key, default, shift: false, alt: false, control: false)));
}
