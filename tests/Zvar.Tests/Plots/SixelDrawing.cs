using System.Globalization;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace Zvar.Tests.Plots;

// What a terminal makes of a sequence of sixels, read back by the letter of DEC's manual.
internal sealed partial class SixelDrawing
{
    private readonly SKColor[] _pixels;

    internal SixelDrawing(string sequence)
    {
        Match whole = Sequence().Match(sequence);
        Assert.True(whole.Success, "The sequence is not one of sixels, with the picture's size in front.");
        Width = Number(whole.Groups["width"].Value);
        Height = Number(whole.Groups["height"].Value);
        _pixels = new SKColor[Width * Height];

        SKColor color = SKColors.Empty;
        (int x, int top) = (0, 0);
        foreach (Match step in Step().Matches(whole.Groups["steps"].Value))
        {
            string text = step.Value;
            switch (text[0])
            {
                case '$':
                    x = 0;
                    break;
                case '-':
                    (x, top) = (0, top + 6);
                    break;
                case '#' when text.Contains(';'):
                    int[] parts = [.. text[1..].Split(';').Select(Number)];
                    Assert.Equal(2, parts[1]);
                    Colors.Add(parts[0], new SKColor(Byte(parts[2]), Byte(parts[3]), Byte(parts[4])));
                    break;
                case '#':
                    color = Colors[Number(text[1..])];
                    break;
                default:
                    int run = text[0] == '!' ? Number(text[1..^1]) : 1;
                    Paint(x, top, run, text[^1] - '?', color);
                    x += run;
                    break;
            }
        }
    }

    internal int Width { get; }

    internal int Height { get; }

    internal Dictionary<int, SKColor> Colors { get; } = [];

    // Transparent where nothing was drawn.
    internal IReadOnlyList<SKColor> Pixels => _pixels;

    private void Paint(int x, int top, int run, int column, SKColor color)
    {
        for (int i = 0; i < 6 * run; i++)
        {
            if ((column & (1 << (i / run))) != 0)
            {
                Assert.InRange(x + (i % run), 0, Width - 1);
                Assert.InRange(top + (i / run), 0, Height - 1);
                _pixels[((top + (i / run)) * Width) + x + (i % run)] = color;
            }
        }
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static byte Byte(int percent) => (byte)Math.Round(percent * 2.55);

    [GeneratedRegex(
        "^\eP7;1q\"1;1;(?<width>[0-9]+);(?<height>[0-9]+)(?<steps>(#[0-9;]+|![0-9]+[?-~]|[?-~]|[$-])*)\e\\\\$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Sequence();

    [GeneratedRegex("#[0-9;]+|![0-9]+[?-~]|[?-~]|[$-]")]
    private static partial Regex Step();
}
