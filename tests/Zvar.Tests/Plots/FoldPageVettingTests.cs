using System.Globalization;
using Microsoft.Playwright;
using Zvar.Plots;
using Zvar.Tables;

namespace Zvar.Tests.Plots;

public class FoldPageVettingTests(Chromium browser) : IClassFixture<Chromium>
{
    private const long FirstPsid = 145120008365555264;

    private static readonly string[] Labels = ["EW", "EA", "RRab", "junk"];

    [Fact]
    public async Task Two_hundred_stars_are_vetted_by_keys_and_the_page_is_closed_between()
    {
        FoldView[] folds = [.. Enumerable.Range(0, 200).Select(place => FoldOf(place))];
        await using OpenPage page = await OpenAsync(folds, new Vetting(Labels) { Labeller = "M. Curie" });
        for (int place = 0; place < 120; place++)
        {
            await VetAsync(page, place);
        }

        Assert.Equal("120 of 200 vetted", await page.TextAsync("#vetted-label"));
        await page.ReopenAsync();
        Assert.Equal("120 of 200 vetted", await page.TextAsync("#vetted-label"));
        await page.ChooseAsync("Step through", "without a label (80)");
        await page.PressAsync("n");
        for (int place = 120; place < 200; place++)
        {
            await VetAsync(page, place);
        }

        Assert.Equal("200 of 200 vetted", await page.TextAsync("#vetted-label"));
        (byte[] bytes, IReadOnlyList<Verdict> verdicts) = await SaveAsync(page);
        Assert.Equal(Written(verdicts), bytes);
        Assert.Equal(folds.Select(fold => fold.LightCurve.Psid), verdicts.Select(verdict => verdict.Psid));
        foreach ((int place, Verdict verdict) in verdicts.Index())
        {
            FoldView fold = folds[place] with { Period = folds[place].Period * FactorAt(place) };
            Assert.Equal(Labels[place % 4], verdict.Label);
            Assert.Equal(fold.Period, verdict.Period);
            Assert.Equal(fold.Epoch, verdict.Epoch);
            Assert.Equal("M. Curie", verdict.Labeller);
            Assert.Equal(DateTimeOffset.UtcNow, verdict.Time, TimeSpan.FromHours(1));
            Assert.True(verdict.Synthetic);
        }

        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Backspace_takes_back_as_often_as_something_was_given_also_after_the_page_was_closed()
    {
        await using OpenPage page = await OpenAsync(Folds(4), new Vetting(Labels));
        foreach (string key in new[] { "1", "2", "3", "p", "p", "4" })
        {
            await page.PressAsync(key);
        }

        Assert.Equal(["EW", "junk", "RRab", ""], await LabelsAsync(page, 4));
        await page.ReopenAsync();
        await page.PressAsync("Backspace");
        Assert.Equal(["EW", "EA", "RRab", ""], await LabelsAsync(page, 4));
        await page.PressAsync("Backspace");
        Assert.StartsWith("3 of 4", await page.Control("Star").Locator("option:checked").InnerTextAsync());
        await page.PressAsync("Backspace");
        await page.PressAsync("Backspace");
        Assert.Equal(["", "", "", ""], await LabelsAsync(page, 4));
        await page.PressAsync("Backspace");
        Assert.Equal("There is nothing to take back.", await page.TextAsync("#said"));
    }

    [Fact]
    public async Task While_a_note_is_typed_no_key_acts()
    {
        await using OpenPage page = await OpenAsync(Folds(3), new Vetting(Labels));
        await page.PressAsync("a");
        await page.Page.Keyboard.TypeAsync("1 wants twice the period, n?");
        await page.PressAsync("Enter");

        Assert.Equal("1 wants twice the period, n?", await page.TextAsync("#verdict"));
        Assert.Equal("0 of 3 vetted", await page.TextAsync("#vetted-label"));
        await page.PressAsync("a");
        await page.Page.Keyboard.TypeAsync(" no");
        await page.PressAsync("Escape");
        await page.PressAsync("2");
        await page.PressAsync("p");
        Assert.Equal("EA: 1 wants twice the period, n?", await page.TextAsync("#verdict"));
        await page.PressAsync("n");
        Assert.Equal("", await page.Control("Note").InputValueAsync());
    }

    [Fact]
    public async Task Digits_give_labels_and_letters_multiply_the_period()
    {
        await using OpenPage page = await OpenAsync(Folds(2), new Vetting(Labels));
        await page.PressAsync("d");
        Assert.Equal(TestStar.Period * 2, await page.PeriodAsync());
        await page.PressAsync("y");
        Assert.Equal(TestStar.Period * 6, await page.PeriodAsync());
        await page.PressAsync("u");
        Assert.Equal(TestStar.Period, await page.PeriodAsync());
        await page.PressAsync("9");
        await page.PressAsync("?");
        string keys = await page.TextAsync("#keys");
        Assert.Contains("label RRab, next star", keys);
        Assert.Contains("d\nperiod × 2", keys.ReplaceLineEndings("\n"));
        Assert.Equal("0 of 2 vetted", await page.TextAsync("#vetted-label"));
    }

    [Fact]
    public async Task A_page_without_labels_has_nothing_of_it()
    {
        await using OpenPage page = await OpenPage.OpenAsync(browser, Folds(2));
        await page.PressAsync("1");
        await page.PressAsync("2");

        Assert.Equal(TestStar.Period * 2, await page.PeriodAsync());
        Assert.False(await page.Page.Locator("#vetting").IsVisibleAsync());
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => localStorage.length"));
    }

    [Fact]
    public async Task Filters_step_through_the_unlabelled_or_through_one_label()
    {
        await using OpenPage page = await OpenAsync(Folds(5), new Vetting(Labels));
        foreach (string key in new[] { "1", "n", "1", "2" })
        {
            await page.PressAsync(key);
        }

        await page.ChooseAsync("Step through", "EW (2)");
        await page.PressAsync("n");
        Assert.Equal(0, await PlaceAsync(page));
        await page.PressAsync("n");
        Assert.Equal(2, await PlaceAsync(page));
        await page.ChooseAsync("Step through", "without a label (2)");
        await page.PressAsync("n");
        Assert.Equal(4, await PlaceAsync(page));
        await page.PressAsync("3");
        Assert.Equal(1, await PlaceAsync(page));
        await page.PressAsync("3");
        Assert.Equal("5 of 5 vetted", await page.TextAsync("#vetted-label"));
    }

    [Fact]
    public async Task Where_storage_is_refused_the_page_says_so_and_a_file_continues_it()
    {
        await using OpenPage page = await OpenAsync(
            Folds(3),
            new Vetting(Labels),
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })");
        Assert.Equal(
            "This browser keeps nothing for this page: save the verdicts before you close it.",
            await page.Page.GetByRole(AriaRole.Alert).InnerTextAsync());
        await page.PressAsync("2");
        await page.PressAsync("3");
        (byte[] bytes, _) = await SaveAsync(page);
        await page.ReopenAsync();
        Assert.Equal("0 of 3 vetted", await page.TextAsync("#vetted-label"));
        await LoadAsync(page, bytes);

        Assert.Equal(["EA", "RRab", ""], await LabelsAsync(page, 3));
    }

    [Fact]
    public async Task A_file_that_a_spreadsheet_has_saved_again_is_taken_up_as_the_library_takes_it()
    {
        await using OpenPage page = await OpenAsync(Folds(3), new Vetting(Labels));
        const string Text = "label;PSID;Period;Note;Zeit;Synthetic\nEA;ZVAR 145120008365555265;0,25;\"'=1+1; \"\"so\"\"\";;TRUE\n"
            + "RRab;ZVAR 99120008365555265;;;;TRUE\n";
        await LoadAsync(page, System.Text.Encoding.UTF8.GetBytes(Text));

        Assert.Equal("1 of the 2 verdicts of verdicts.csv are on stars of this page.", await page.TextAsync("#said"));
        await page.PressAsync("n");
        Assert.Equal("EA: =1+1; \"so\"", await page.TextAsync("#verdict"));
        Assert.Equal(0.25, await page.PeriodAsync());

        await LoadAsync(page, "a,b\n1,2\n"u8.ToArray());
        Assert.Equal(
            "The file has no verdicts: they have a column Label, and Psid or TargetName (its columns: a, b).",
            await page.TextAsync("#said"));
    }

    [Fact]
    public async Task Foreign_words_come_back_as_the_library_writes_them()
    {
        string[] words =
        [
            "=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\tTab", "'quoted", "two\nlines", "a;b", "1.5e3", "α, \"β\"",
            "\u001b[31m", new string('x', 1_000_000), "</script><script>boom()</script>",
        ];
        FoldView[] folds = [.. words.Select(word => new FoldView(TestStar.Make(30, psid: 0, word), TestStar.Period))];
        await using OpenPage page = await OpenAsync(folds, new Vetting(["=cmd", "</script>"]) { Labeller = "-M" });
        for (int place = 0; place < words.Length; place++)
        {
            await page.PressAsync(place % 2 == 0 ? "1" : "2");
        }

        (byte[] bytes, IReadOnlyList<Verdict> verdicts) = await SaveAsync(page);
        Assert.Equal(words, verdicts.Select(verdict => verdict.TargetName));
        Assert.Equal(words.Select((_, place) => place % 2 == 0 ? "=cmd" : "</script>"), verdicts.Select(one => one.Label));
        Assert.All(verdicts, verdict => Assert.Equal("-M", verdict.Labeller));
        await page.ForgetAsync();
        await LoadAsync(page, bytes);
        Assert.Equal($"{words.Length} of {words.Length} vetted", await page.TextAsync("#vetted-label"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Verdicts_belong_to_the_stars_whatever_page_shows_them()
    {
        FoldView[] folds = Folds(3);
        await using OpenPage page = await OpenAsync(folds, new Vetting(Labels));
        await page.PressAsync("1");

        await page.OpenOtherAsync(PageFile.Write(new FoldPage(new Vetting(["EB", "EW"])), folds.Reverse()));
        Assert.Equal(["", "", "EW"], await LabelsAsync(page, 3));
        await page.OpenOtherAsync(PageFile.Write(new FoldPage(new Vetting(Labels)), Folds(4)));
        Assert.Equal(["", "", "", ""], await LabelsAsync(page, 4));
    }

    [Fact]
    public async Task Verdicts_taken_up_are_shown_at_their_period_unless_the_browser_has_later_ones()
    {
        Verdict Of(long psid, DateTimeOffset time) => new()
        {
            Psid = psid,
            Label = "RRab",
            Period = 0.5,
            Epoch = 2458300.25,
            Time = time,
            Synthetic = true,
        };
        var vetting = new Vetting(Labels)
        {
            Verdicts = [Of(FirstPsid, DateTimeOffset.UtcNow.AddYears(-1)), Of(FirstPsid + 1, DateTimeOffset.UtcNow)],
        };
        await using OpenPage page = await OpenAsync(Folds(2), vetting);
        Assert.Equal("RRab", await page.TextAsync("#verdict"));
        Assert.Equal(0.5, await page.PeriodAsync());
        Assert.Equal("2458300.25", await page.Control("BJD of phase zero").InputValueAsync());
        await page.PressAsync("u");
        Assert.Equal(TestStar.Period, await page.PeriodAsync());
        await page.PressAsync("1");
        await page.ReopenAsync();

        Assert.Equal(["EW", "RRab"], await LabelsAsync(page, 2));
    }

    [Fact]
    public async Task A_second_tab_shows_what_the_first_is_told()
    {
        await using OpenPage page = await OpenAsync(Folds(3), new Vetting(Labels));
        IPage other = await page.Page.Context.NewPageAsync();
        await other.GotoAsync(page.Address.ToString());
        await other.Locator("body.ready").WaitForAsync();
        await page.PressAsync("4");

        await Assertions.Expect(other.Locator("#vetted-label")).ToHaveTextAsync("1 of 3 vetted");
        await Assertions.Expect(other.Locator("#verdict")).ToHaveTextAsync("junk");
    }

    [Fact]
    public async Task A_screen_reader_is_told_all_of_it()
    {
        await using OpenPage page = await OpenAsync(Folds(3), new Vetting(Labels));
        await page.PressAsync("1");
        await page.PressAsync("p");

        await Assertions.Expect(page.Page.Locator("#vetting")).ToMatchAriaSnapshotAsync(
            """
            - group "Verdict":
              - text: Verdict 1 of 3 vetted
              - progressbar "1 of 3 vetted"
              - group "Labels":
                - button "1 EW" [pressed]
                - button "2 EA"
                - button "3 RRab"
                - button "4 junk"
              - text: Note
              - textbox "Note"
              - button "Take back"
              - button "Save verdicts"
              - button "Load verdicts"
              - text: Step through
              - combobox "Step through":
                - option "all stars (3)" [selected]
                - option "without a label (2)"
                - option "EW (1)"
                - option "EA (0)"
                - option "RRab (0)"
                - option "junk (0)"
              - text: Labeller
              - textbox "Labeller"
            """);
        Assert.Equal("1", await page.Page.Locator("#labels button").First.GetAttributeAsync("aria-keyshortcuts"));
    }

    private static FoldView[] Folds(int count) => [.. Enumerable.Range(0, count).Select(place => FoldOf(place))];

    private static FoldView FoldOf(int place) =>
        new(TestStar.Make(60, FirstPsid + place, synthetic: true), TestStar.Period);

    // A star of a hundred is at twice or three times its period, or was reset.
    private static double FactorAt(int place) => (place % 10) switch { 3 => 2, 6 => 3, _ => 1 };

    private static async Task VetAsync(OpenPage page, int place)
    {
        foreach (string key in (place % 10) switch { 3 => ["d"], 6 => ["y"], 7 => ["d", "u"], _ => (string[])[] })
        {
            await page.PressAsync(key);
        }

        await page.PressAsync(((place % 4) + 1).ToString(CultureInfo.InvariantCulture));
    }

    private Task<OpenPage> OpenAsync(IReadOnlyList<FoldView> folds, Vetting vetting, string? script = null) =>
        OpenPage.OpenAsync(browser, PageFile.Write(new FoldPage(vetting), folds), script: script);

    private static async Task<(byte[] Bytes, IReadOnlyList<Verdict> Verdicts)> SaveAsync(OpenPage page)
    {
        IDownload download = await page.Page.RunAndWaitForDownloadAsync(() => page.ClickAsync("Save verdicts"));
        Assert.Equal("verdicts.csv", download.SuggestedFilename);
        byte[] bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        using var stream = new MemoryStream(bytes);
        return (bytes, VerdictFile.Read(stream));
    }

    private static async Task LoadAsync(OpenPage page, byte[] bytes)
    {
        await page.Control("File of verdicts").SetInputFilesAsync(
            new FilePayload { Name = "verdicts.csv", MimeType = "text/csv", Buffer = bytes });
        await page.SettleAsync();
    }

    private static byte[] Written(IReadOnlyList<Verdict> verdicts)
    {
        using var stream = new MemoryStream();
        VerdictFile.Write(stream, verdicts);
        return stream.ToArray();
    }

    private static async Task<int> PlaceAsync(OpenPage page) => int.Parse(
        await page.Control("Star").InputValueAsync(), CultureInfo.InvariantCulture);

    // The label of each star, as it is shown beside its title; the first star is shown afterwards.
    private static async Task<string[]> LabelsAsync(OpenPage page, int count)
    {
        List<string> labels = [];
        for (int place = 0; place < count; place++)
        {
            await page.Control("Star").SelectOptionAsync(place.ToString(CultureInfo.InvariantCulture));
            await page.SettleAsync();
            labels.Add(await page.TextAsync("#verdict"));
        }

        return [.. labels];
    }
}
