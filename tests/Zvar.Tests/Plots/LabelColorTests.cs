using System.Globalization;
using System.Text.RegularExpressions;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

public partial class LabelColorTests
{
    // Machado, Oliveira and Fernandes 2009, IEEE Transactions on Visualization and Computer Graphics 15, 1291: what a
    // reader without the cones for red, or for green, sees of linear RGB (severity 1.0).
    private static readonly double[][] WithoutRed =
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];

    private static readonly double[][] WithoutGreen =
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];

    private static readonly double[][] All = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];

    // sRGB's primaries and white (IEC 61966-2-1).
    private static readonly double[][] ToXyz =
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]];

    public static TheoryData<PictureTheme, string> Grounds => new()
    {
        { PictureTheme.Light, "#FFFFFF" },
        { PictureTheme.Dark, "#14171C" },
    };

    [Theory, MemberData(nameof(Grounds))]
    public void Any_two_colours_of_labels_are_told_apart_by_every_reader_and_from_their_ground(
        PictureTheme theme, string ground)
    {
        string[] colors = [.. Vetting.DefaultLabels.Select(label => ColorOf(label, theme))];

        Assert.Equal(10, colors.Distinct().Count());
        foreach (string color in colors)
        {
            // Contrast as in WCAG 2.2, 1.4.11.
            double[] light = [.. new[] { color, ground }.Select(one => Times(ToXyz, Linear(one))[1]).Order()];
            Assert.True((light[1] + 0.05) / (light[0] + 0.05) >= 3, color);
            foreach (string other in colors.TakeWhile(one => one != color))
            {
                Assert.True(Difference(color, other, All) > 40, $"{color} {other}");
                Assert.True(Difference(color, other, WithoutRed) > 20, $"{color} {other}");
                Assert.True(Difference(color, other, WithoutGreen) > 20, $"{color} {other}");
            }
        }
    }

    [Fact]
    public void A_label_has_the_colour_of_its_place_in_any_case_and_others_are_grey()
    {
        Assert.Equal(ColorOf("EW", PictureTheme.Light), ColorOf("ew", PictureTheme.Light));
        Assert.Equal(ColorOf("EA", PictureTheme.Light), ColorOf("mine", PictureTheme.Light, "yours", "mine"));
        Assert.Equal("#5F6873", ColorOf("blend", PictureTheme.Light));
    }

    [Fact]
    public void A_label_is_written_before_the_title_cut_and_visible()
    {
        string foul = "\u001b[31m" + new string('x', 1_000_000);
        var drawing = new SvgDrawing(Draw(foul, PictureTheme.Light, Vetting.DefaultLabels));

        // Not every font has a symbol for it.
        Assert.Matches("\\[␛?\\[31mxxxxxxxxxx…\\]", drawing.Text);
        Assert.Contains("145120008365555264", drawing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fold_without_a_label_looks_as_it_did() => Assert.DoesNotContain(
        "[", new SvgDrawing(Draw("", PictureTheme.Light, Vetting.DefaultLabels)).Text, StringComparison.Ordinal);

    // That of the mark before it, the one rectangle that has a place, but for the points.
    private static string ColorOf(string label, PictureTheme theme, params string[] labels) => MarkFill().Match(
        Draw(label, theme, labels.Length > 0 ? labels : Vetting.DefaultLabels)).Groups[1].Value;

    [GeneratedRegex("""<rect fill="(#[0-9A-F]{6})" x=""")]
    private static partial Regex MarkFill();

    private static string Draw(string label, PictureTheme theme, IReadOnlyList<string> labels) => Picture.OfFolds(
        [new FoldView(TestStar.Make(30), TestStar.Period) { Label = label, Labels = labels }],
        new PictureStyle { Theme = theme }).ToSvg();

    private static double Difference(string one, string other, double[][] eye)
    {
        double[] from = Lab(Times(eye, Linear(one)));
        double[] to = Lab(Times(eye, Linear(other)));
        return Math.Sqrt(from.Zip(to, (a, b) => (a - b) * (a - b)).Sum());
    }

    private static double[] Linear(string color) =>
    [
        .. Enumerable.Range(0, 3)
            .Select(i => int.Parse(color.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)),
    ];

    // CIE 1976 L*a*b* under D65.
    private static double[] Lab(double[] linear)
    {
        double[] white = [0.95047, 1, 1.08883];
        double[] parts =
        [
            .. Times(ToXyz, [.. linear.Select(part => Math.Clamp(part, 0, 1))])
                .Select((part, i) => part / white[i])
                .Select(part => part > 216 / 24389.0 ? Math.Cbrt(part) : ((24389 / 27.0 * part) + 16) / 116),
        ];
        return [(116 * parts[1]) - 16, 500 * (parts[0] - parts[1]), 200 * (parts[1] - parts[2])];
    }

    private static double[] Times(double[][] matrix, double[] vector) =>
        [.. matrix.Select(row => row.Zip(vector, (a, b) => a * b).Sum())];
}
