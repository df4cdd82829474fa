using System.Diagnostics;
using System.Text.RegularExpressions;
using SkiaSharp;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

public partial class TerminalPictureTests
{
    private const int Columns = 80;

    // 460 pixels, which are not a whole number of sixels.
    private const int Rows = 23;

    private static readonly FoldView View = new(TestStar.Make(), TestStar.Period);

    [Fact]
    public void Kitty_gets_the_png_in_pieces_and_the_cells_it_is_to_fill()
    {
        // Twice the pixels of the cells, at twice the scale.
        var picture = Picture.OfFolds([View], new PictureStyle { Width = 1600, Height = 920, Scale = 2 });

        string text = TerminalPicture.Encode(picture, TerminalGraphics.Kitty, Columns, Rows);

        Match[] pieces = [.. KittyPiece().Matches(text).Cast<Match>()];
        Assert.True(pieces.Length > 1, "A picture that fits one piece shows nothing of the others.");
        Assert.Equal(text.Length, pieces.Sum(piece => piece.Length));
        Assert.Equal("a=T,f=100,c=80,r=23,q=2,m=1", pieces[0].Groups["keys"].Value);
        Assert.All(pieces[1..^1], piece => Assert.Equal("q=2,m=1", piece.Groups["keys"].Value));
        Assert.Equal("q=2,m=0", pieces[^1].Groups["keys"].Value);
        Assert.All(pieces[..^1], piece => Assert.Equal(4096, piece.Groups["payload"].Length));
        Assert.InRange(pieces[^1].Groups["payload"].Length, 1, 4096);
        Assert.Equal(
            picture.ToPng(),
            Convert.FromBase64String(string.Concat(pieces.Select(piece => piece.Groups["payload"].Value))));
    }

    [Fact]
    public void A_picture_takes_the_size_of_its_cells()
    {
        var picture = Picture.OfFolds([View], new PictureStyle());

        var sixels = new SixelDrawing(TerminalPicture.Encode(picture, TerminalGraphics.Sixel, 60, 17));
        var fine = new SixelDrawing(TerminalPicture.Encode(picture, TerminalGraphics.Sixel, 60, 17, 7, 15));

        Assert.Equal((600, 340), (sixels.Width, sixels.Height));
        Assert.Equal((420, 255), (fine.Width, fine.Height));
    }

    [Theory]
    [InlineData(PictureTheme.Light)]
    [InlineData(PictureTheme.Dark)]
    public void A_picture_of_few_colours_keeps_every_one(PictureTheme theme)
    {
        // It has no more pixels than a terminal has colours.
        var picture = Picture.OfFolds(
            [View], new PictureStyle { Width = 16, Height = 16, Scale = 0.04, Theme = theme });
        SKColor[] expected = Decode(picture.ToPng());

        var sixels = new SixelDrawing(TerminalPicture.Encode(picture, TerminalGraphics.Sixel, 16, 16, 1, 1));

        Assert.True(expected.Distinct().Count() > 16, "The picture has hardly a colour to keep.");
        Assert.Equal((16, 16), (sixels.Width, sixels.Height));

        // A whole percent is never further than 1.3 of 255.
        Assert.InRange(Distances(expected, sixels.Pixels).Max(), 0, 1);
    }

    [Fact]
    public void A_picture_of_many_colours_keeps_its_ground_and_its_bands_and_comes_near_the_rest()
    {
        Picture picture = AtCells(View with { Bins = 20 }, PictureTheme.Light);
        SKColor[] expected = Decode(picture.ToPng());

        var sixels = new SixelDrawing(TerminalPicture.Encode(picture, TerminalGraphics.Sixel, Columns, Rows));

        Assert.True(expected.Distinct().Count() > 256, "The picture has too few colours to lose any.");
        Assert.Equal(256, sixels.Colors.Count);
        Assert.Equal(sixels.Colors.Count, sixels.Pixels.Distinct().Count());
        int[] distances = Distances(expected, sixels.Pixels);
        string[] own = ["#FFFFFF", "#00876C", "#C1272D", "#E08A00"];
        foreach (SKColor color in own.Select(SKColor.Parse))
        {
            int[] ofColor = [.. distances.Where((_, i) => expected[i] == color)];
            Assert.NotEmpty(ofColor);
            Assert.InRange(ofColor.Max(), 0, 1);
        }

        Assert.InRange(distances.Max(), 0, 24);
        Assert.InRange(distances.Average(), 0, 0.5);
    }

    [Fact]
    public async Task Libsixel_draws_the_same_picture()
    {
        string? sixel2png = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "sixel2png")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(sixel2png is null, "There is no sixel2png (libsixel-bin) on the path.");
        string text = TerminalPicture.Encode(
            AtCells(View, PictureTheme.Dark), TerminalGraphics.Sixel, Columns, Rows);
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string sixels = Path.Combine(folder.FullName, "fold.six");
            string png = Path.Combine(folder.FullName, "fold.png");
            await File.WriteAllTextAsync(sixels, text, TestContext.Current.CancellationToken);
            using var process = Process.Start(sixel2png!, ["-i", sixels, "-o", png]);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);

            SKColor[] drawn = Decode(await File.ReadAllBytesAsync(png, TestContext.Current.CancellationToken));

            Assert.InRange(Distances(new SixelDrawing(text).Pixels, drawn).Max(), 0, 1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_terminal_without_graphics_and_a_place_without_cells_are_refused()
    {
        Picture picture = AtCells(View, PictureTheme.Light);

        Assert.Throws<ArgumentOutOfRangeException>(
            () => TerminalPicture.Encode(picture, TerminalGraphics.None, Columns, Rows));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => TerminalPicture.Encode(picture, TerminalGraphics.Sixel, 0, Rows));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => TerminalPicture.Encode(picture, TerminalGraphics.Kitty, Columns, 5000));
    }

    [Theory]
    [InlineData(TerminalGraphics.None, "")]
    [InlineData(TerminalGraphics.None, "TERM=xterm-256color")]
    [InlineData(TerminalGraphics.None, "TERM=xterm-256color TERM_PROGRAM=vscode")]
    [InlineData(TerminalGraphics.None, "TERM=linux KITTY_WINDOW_ID=")]
    [InlineData(TerminalGraphics.Kitty, "TERM=xterm-256color KITTY_WINDOW_ID=3")]
    [InlineData(TerminalGraphics.Kitty, "TERM=xterm-kitty")]
    [InlineData(TerminalGraphics.Kitty, "TERM=xterm-ghostty TERM_PROGRAM=ghostty")]
    [InlineData(TerminalGraphics.Kitty, "TERM=xterm-256color TERM_PROGRAM=WezTerm")]
    [InlineData(TerminalGraphics.Sixel, "TERM=xterm-256color TERM_PROGRAM=iTerm.app")]
    [InlineData(TerminalGraphics.Sixel, "TERM=foot")]
    [InlineData(TerminalGraphics.Sixel, "TERM=foot-extra")]
    [InlineData(TerminalGraphics.Sixel, "TERM=mlterm")]
    [InlineData(TerminalGraphics.Sixel, "TERM=yaft-256color")]
    [InlineData(TerminalGraphics.Sixel, "TERM=contour")]
    [InlineData(TerminalGraphics.Sixel, "TERM=xterm-sixel")]
    [InlineData(TerminalGraphics.Sixel, "WT_SESSION=5f1d3a5c-0a8e-4b8d-9f6e-2b7f0c1d2e3f")]
    [InlineData(TerminalGraphics.None, "TERM=tmux-256color TERM_PROGRAM=tmux KITTY_WINDOW_ID=3")]
    [InlineData(TerminalGraphics.None, "TERM=xterm-kitty TMUX=/tmp/tmux-1000/default,71,0")]
    [InlineData(TerminalGraphics.None, "TERM=screen.xterm-256color WT_SESSION=5f1d3a5c")]
    [InlineData(TerminalGraphics.None, "TERM=foot STY=71.pts-0.host")]
    [InlineData(TerminalGraphics.None, "TERM=xterm-kitty KITTY_WINDOW_ID=3 ZELLIJ=0")]
    [InlineData(TerminalGraphics.None, "TERM=xterm-kitty ZVAR_TERMINAL_GRAPHICS=none")]
    [InlineData(TerminalGraphics.Kitty, "TERM=tmux-256color ZVAR_TERMINAL_GRAPHICS=kitty")]
    [InlineData(TerminalGraphics.Sixel, "TERM=xterm-kitty ZVAR_TERMINAL_GRAPHICS=Sixel")]
    [InlineData(TerminalGraphics.Kitty, "TERM=xterm-kitty ZVAR_TERMINAL_GRAPHICS=")]
    public void A_terminal_is_known_by_its_environment(TerminalGraphics expected, string variables) =>
        Assert.Equal(expected, TerminalPicture.Detect(Variables(variables).GetValueOrDefault));

    [Fact]
    public void A_word_of_the_users_that_means_nothing_is_said_to()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => TerminalPicture.Detect(Variables("ZVAR_TERMINAL_GRAPHICS=png").GetValueOrDefault));

        Assert.Equal("ZVAR_TERMINAL_GRAPHICS is none, kitty or sixel, not 'png'.", error.Message);
    }

    // Of the size that its cells have, so that it is drawn there as it is.
    private static Picture AtCells(FoldView view, PictureTheme theme) => Picture.OfFolds(
        [view], new PictureStyle { Width = 10 * Columns, Height = 20 * Rows, Scale = 1, Theme = theme });

    private static SKColor[] Decode(byte[] png)
    {
        using SKBitmap bitmap = SKBitmap.Decode(png);
        return bitmap.Pixels;
    }

    // The largest difference of red, green, blue and alpha in each pixel.
    private static int[] Distances(IReadOnlyList<SKColor> expected, IReadOnlyList<SKColor> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        return [.. expected.Zip(actual, (one, other) => new[]
        {
            Math.Abs(one.Red - other.Red), Math.Abs(one.Green - other.Green), Math.Abs(one.Blue - other.Blue),
            Math.Abs(one.Alpha - other.Alpha),
        }.Max())];
    }

    private static Dictionary<string, string> Variables(string variables) =>
        variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(variable => variable.Split('=', 2))
            .ToDictionary(variable => variable[0], variable => variable[1]);

    [GeneratedRegex("\e_G(?<keys>[^;]*);(?<payload>[A-Za-z0-9+/=]*)\e\\\\", RegexOptions.ExplicitCapture)]
    private static partial Regex KittyPiece();
}
