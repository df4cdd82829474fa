using System.Xml.Linq;
using Zvar.Plots;
using Zvar.Tests.Plots;

namespace Zvar.Tests.Hostile;

/// <summary>
/// Names of a million letters, and letters with a million accents: they are cut short where they are read, never within
/// a letter, and in a time that grows with their length alone. What took the square of it would not end here.
/// </summary>
public class EndlessNameTests
{
    private const int Million = 1_000_000;

    public static TheoryData<string> Letters { get; } =
    [
        "e\u0301",
        "x\u0323\u0307",
        "\U0001F44D\U0001F3FD",
        "\U0001F1E9\U0001F1EA",
        "\u1100\u1161\u11a8",
        "\U0001D11E",
    ];

    public static TheoryData<string> Names { get; } =
    [
        new string('W', Million),
        "a" + new string('\u0301', Million),
        new string('\u0301', Million),
        string.Concat(Enumerable.Repeat("\U0001F44D\U0001F3FD", Million / 4)),
        new string(' ', Million) + "W",
        new string('\e', Million),
    ];

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_cut_is_never_within_a_letter(string letter)
    {
        for (int before = 0; before < 12; before++)
        {
            string name = new string('-', before) + string.Concat(Enumerable.Repeat(letter, 200));
            LightCurve star = Make("g").Of(zvarObject: null, name);
            var fold = new FoldView(star, 1);
            string head = FoldText.Draw(fold, 40, 10, color: false)[0];

            AssertWhole(Excerpt.Of(name));
            AssertWhole(fold.GetTitle());
            AssertWhole(fold.GetFileName());
            AssertWhole(head[..(head.IndexOf('…', StringComparison.Ordinal) + 1)]);
        }

        void AssertWhole(string cut)
        {
            string rest = cut.TrimEnd('…').Replace(letter, "", StringComparison.Ordinal);
            Assert.Equal("", rest.Trim('-'));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_cut_wherever_it_is_read(string name)
    {
        LightCurve star = Make(name).Of(zvarObject: null, name);
        var fold = new FoldView(star, 1);
        var view = new LightCurveView(star);

        Assert.InRange(Excerpt.Of(name).Length, 2, 61);
        Assert.InRange(fold.GetTitle().Length, 2, 61);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(view.GetFileName()), 1, 210);
        Assert.InRange($"{star}".Length, 2, 200);
        Assert.InRange($"{star.EnumeratePoints().First()}".Length, 2, 200);
        Assert.All(FoldText.Draw(fold, 100, 24, color: true), line => Assert.InRange(line.Length, 0, 400));
        Assert.All(new FoldSession([fold]).Draw(100, 24, color: true), line => Assert.InRange(line.Length, 0, 400));
        foreach (Picture picture in new[]
        {
            Picture.OfFolds([fold], new PictureStyle()),
            Picture.OfLightCurves([view], new PictureStyle()),
        })
        {
            Assert.InRange(TextIn(picture.ToSvg()).Length, 2, 1000);
            Assert.InRange(picture.ToPdf().Length, 100, 2 * Million);
        }

        // The data of a page have the band as it is, and its reader a few letters.
        string page = PageFile.Write(new FoldPage(), fold);
        int title = page.IndexOf("<title>", StringComparison.Ordinal);
        Assert.InRange(page.IndexOf("</title>", StringComparison.Ordinal) - title, 1, 500);
    }

    [Theory]
    [InlineData("1", " ", "2 3")]
    [InlineData("1h", " ", "2 3")]
    [InlineData("", "1h ", ",")]
    [InlineData("", "1", "")]
    [InlineData("", "1:", "")]
    [InlineData("1", " ", "")]
    [InlineData("1,", " ", ",")]
    [InlineData("1 ", "\u2032", "")]
    [InlineData("", "1.1 ", ",")]
    public void No_reader_goes_over_it_again_and_again(string start, string middle, string end)
    {
        string text = start + string.Concat(Enumerable.Repeat(middle, Million / middle.Length)) + end;
        Action<string>[] readers =
        [
            one => Coordinate.ParsePosition(one),
            one => Coordinate.ParseRa(one),
            one => Coordinate.ParseDec(one),
            one => Angle.ParseArcseconds(one),
            one => Duration.ParseDays(one),
            one => Number.ParseCell(one),
            one => EpochChoice.Parse(one),
            one => Psid.Parse(one),
            one => Band.Parse(one),
        ];
        Assert.All(readers, read =>
        {
            // A number may have any number of digits.
            if (Record.Exception(() => read(text)) is { } error)
            {
                Assert.InRange(Assert.IsType<FormatException>(error).Message.Length, 1, 400);
            }
        });
    }

    private static LightCurve Make(string band)
    {
        var builder = new LightCurveBuilder(0);
        for (int i = 0; i < 3; i++)
        {
            builder.Add(new PhotometryRow { Time = 2458000 + i, Mag = 17 + i, MagErr = 0.02, Band = band });
        }

        return builder.Build();
    }

    private static string TextIn(string svg) => string.Concat(XDocument.Parse(svg).Descendants()
        .Where(element => element.Name.LocalName == "text").Select(element => element.Value.Trim()));
}
