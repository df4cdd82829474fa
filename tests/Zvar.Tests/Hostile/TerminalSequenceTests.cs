using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Zvar.Plots;
using Zvar.Tests.Plots;

namespace Zvar.Tests.Hostile;

/// <summary>
/// Names that would move the cursor, clear the screen, set the window's title, ring, or turn the order of letters
/// around: wherever they are read they are symbols.
/// </summary>
public class TerminalSequenceTests(Chromium browser) : IClassFixture<Chromium>
{
    private const string Foul = "V\e[2J\e]0;title\a\u009b31m\b\r\n\u0085\u202eb\u2066c\u007f\uffff";
    private const string Shown = "V␛[2J␛]0;title␇\uFFFD31m␈␍␊\uFFFD\uFFFDb\uFFFDc␡\uFFFD";

    [Fact]
    public void Whole_texts_are_shown_with_symbols_as_excerpts_are()
    {
        Assert.Equal(Shown, VisibleText.Of(Foul));
        Assert.Equal(Shown, Excerpt.Of(Foul));
        Assert.Equal(Shown + new string('x', 1000) + Shown, VisibleText.Of(Foul + new string('x', 1000) + Foul));
        Assert.Equal("", VisibleText.Of(null));
    }

    [Fact]
    public void What_is_said_of_an_object_in_a_word_is_visible()
    {
        var period = new ZvarPeriod { Psid = 1, Period = 1, Band = Foul };
        var matchfile = new Matchfile { Psid = 1, Field = 1, Ccd = 1, Quad = 1, Band = Foul };
        object[] all =
        [
            period,
            matchfile,
            new Entries<ZvarPeriod>([period]),
            new Entries<Matchfile>([matchfile]),
            Star,
            Star.EnumeratePoints().First(),
            Star.Where(row => double.IsNaN(Star.Mag[row])).EnumeratePoints().First(),
            new Fold(Star, 1, 2458000).EnumeratePoints().First(),
            CatalogMatch.Create(1, Foul, new CatalogRow(Foul, 0, 0, new Dictionary<string, object>()), null),
            CatalogMatch.Unmatched(1, Foul, id: null, null),
            new ProcessingLog { Field = 1, Ccd = 1, Quad = 1, Band = Foul },
            new ZvarField { Field = 1, Bands = Foul, Files = 1, GFiles = 0, RFiles = 0, IFiles = 0 },
        ];
        Assert.All(all, one => AssertVisible(one.ToString()!));
    }

    [Fact]
    public void A_drawing_in_a_terminal_has_no_sequences_but_the_colours_it_was_asked_for()
    {
        string[] lines =
        [
            .. FoldText.Draw(new FoldView(Star, 1), 200, 24, color: false),
            .. LightCurveText.Draw(new LightCurveView(Star), 200, 24, color: false),
        ];
        Assert.All(lines, AssertVisible);
        Assert.Contains($"{Shown} (19)", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_viewer_says_nothing_that_the_terminal_obeys()
    {
        var folds = new FoldSession([new FoldView(Star, 1), new FoldView(Star, 1)]);
        var curves = new LightCurveSession([new LightCurveView(Star)]);
        foreach (char key in "jkbcnszmg?")
        {
            var pressed = new ConsoleKeyInfo(key, default, shift: false, alt: false, control: false);
            folds = folds.Press(pressed);
            curves = curves.Press(pressed);
            AssertVisible(folds.Message);
            AssertVisible(curves.Message);
            Assert.All(folds.Draw(200, 24, color: false), AssertVisible);
            Assert.All(curves.Draw(200, 24, color: false), AssertVisible);
        }
    }

    [Fact]
    public void A_picture_has_symbols_and_is_a_document_still()
    {
        GaiaMatch[] stars =
        [
            new()
            {
                Psid = 0, Catalog = "gaia", Id = Foul, PhotGMeanMag = 15, BpRp = 1, Parallax = 2, ParallaxError = 0.1,
            },
        ];
        foreach (Picture picture in new[]
        {
            Picture.OfFolds([new FoldView(Star, 1)], new PictureStyle { Width = 4000, Height = 2000 }),
            Picture.OfLightCurves([new LightCurveView(Star)], new PictureStyle { Width = 4000, Height = 2000 }),
            Picture.OfColorMagnitude(stars, new PictureStyle { Width = 4000, Height = 2000 }),
        })
        {
            string text = string.Concat(XDocument.Parse(picture.ToSvg()).Descendants()
                .Where(element => element.Name.LocalName == "text").Select(element => element.Value.Trim('\n', '\t')));
            AssertVisible(text);

            // A font may not have the symbols.
            Assert.Contains("title", text, StringComparison.Ordinal);
            Assert.NotEmpty(picture.ToPdf());
        }
    }

    [Fact]
    public async Task A_page_shows_symbols_and_keeps_the_name()
    {
        await using OpenPage folds = await OpenPage.OpenAsync(browser, [new FoldView(Star, 1)]);
        await using OpenPage curves = await OpenPage.OpenAsync(browser, [new LightCurveView(Star)]);
        foreach (OpenPage page in new[] { folds, curves })
        {
            string shown = await page.Page.EvaluateAsync<string>(
                """
                () => [
                  document.title,
                  document.body.innerText,
                  ...[...document.querySelectorAll("[aria-label]")].map(element => element.ariaLabel),
                  ...[...document.querySelectorAll("option")].map(option => option.text),
                  ...foldOrLightCurve().content.says.filter((says, i) => foldOrLightCurve().content.marks[i].x.length)
                    .map(says => says(0)),
                ].join(" ").replaceAll("\n", " ").replaceAll("\t", " ");
                function foldOrLightCurve() {
                  return kind.figure();
                }
                """);
            AssertVisible(shown);
            Assert.Contains("V␛[2J␛]0;title␇", shown, StringComparison.Ordinal);
            Assert.Equal([Foul], await page.Page.EvaluateAsync<string[]>("() => state.bands"));
            Assert.Empty(page.Errors);
        }
    }

    [Fact]
    public void A_file_of_such_a_name_has_none_of_it() =>
        AssertVisible(new FoldView(Star.Of(zvarObject: null, Foul), 1).GetFileName());

    private static LightCurve Star { get; } = Make();

    private static LightCurve Make()
    {
        var builder = new LightCurveBuilder(0);
        for (int i = 0; i < 20; i++)
        {
            builder.Add(i == 7
                ? new PhotometryRow { Time = 2458000 + i, LimitingMag = 18, Band = Foul }
                : new PhotometryRow { Time = 2458000 + (1.37 * i), Mag = 17 + (i % 5), MagErr = 0.02, Band = Foul });
        }

        return builder.Build().Of(
            new ZvarObject
            {
                Psid = 1,
                Ra = 1,
                Dec = 1,
                Periods = new([new ZvarPeriod { Psid = 1, Period = 1.5, Significance = 9, Band = Foul }]),
            },
            Foul);
    }

    private static void AssertVisible(string text) => Assert.DoesNotContain(
        text.EnumerateRunes(),
        rune => rune.Value == 0xFFFF || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
            or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
