using Zvar.Plots;

namespace Zvar.Tests.Plots;

public class VettingSessionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 18, 3, 11, TimeSpan.Zero);

    private static readonly FoldView[] Folds =
    [
        new(TestStar.Make(60), TestStar.Period),
        new(TestStar.Make(60, 126541217361397171, "Second"), 0.7),
        new(TestStar.Make(60, 0, "Third").Of(null, "Third"), 1.25),
    ];

    private static readonly FoldSession Three = new(Folds, new Vetting(["EW", "EA", "junk"]), new Clock());

    [Fact]
    public void A_digit_gives_its_label_and_steps_on()
    {
        FoldSession session = Press(Three, "12");

        Assert.Equal(2, session.Index);
        Assert.Equal(
            [
                new Verdict
                {
                    Psid = 145120008365555264,
                    Label = "EW",
                    Period = TestStar.Period,
                    Epoch = TestStar.FirstTime,
                    Time = Now,
                },
                new Verdict
                {
                    Psid = 126541217361397171,
                    Label = "EA",
                    Period = 0.7,
                    Epoch = TestStar.FirstTime,
                    Time = Now,
                    TargetName = "Second",
                },
            ],
            session.GetVerdicts());
        Assert.Equal("2 of 3 done  [EA] 126541217361397171", session.Message);
        Assert.Equal(2, Press(session, "3").Index);
        Assert.Equal("3 of 3 done  [junk] Third, the last that is shown", Press(session, "3").Message);
    }

    [Fact]
    public void Ten_labels_have_ten_digits_and_a_digit_without_a_label_does_nothing()
    {
        var ten = new FoldSession(Folds, new Vetting(Vetting.DefaultLabels));

        Assert.Equal("junk", Press(ten, "0").GetVerdicts().Single().Label);
        Assert.Equal("ROT", Press(ten, "9").GetVerdicts().Single().Label);
        Assert.Empty(Press(Three, "4567890").GetVerdicts());
        Assert.Equal(Three.View, Press(Three, "4567890").View);
    }

    [Fact]
    public void The_period_and_the_epoch_are_those_that_are_shown()
    {
        FoldSession tuned = Press(Three, "dyz1");
        FoldSession back = Press(tuned, "p");

        Verdict verdict = tuned.GetVerdicts().Single();
        Assert.Equal(6 * TestStar.Period, verdict.Period!.Value, 1e-12);
        Assert.Equal(EpochChoice.Minimum.Resolve(Folds[0].LightCurve, verdict.Period.Value), verdict.Epoch);
        Assert.Equal(verdict.Period, back.View.Period);
        Assert.Equal(verdict.Epoch, back.View.Epoch);
        Assert.Equal(TestStar.Period, Press(back, "u").View.Period);
    }

    [Fact]
    public void Every_verdict_is_taken_back_one_after_the_other()
    {
        FoldSession session = Press(Three, "d1y2" + "pp3");
        FoldSession once = session.Press(Key(ConsoleKey.Backspace));
        FoldSession twice = once.Press(Key(ConsoleKey.Backspace));
        FoldSession thrice = twice.Press(Key(ConsoleKey.Backspace));

        Assert.Equal(["EW", "EA"], once.GetVerdicts().Select(verdict => verdict.Label));
        Assert.Equal((0, 2 * TestStar.Period), (once.Index, once.View.Period));
        Assert.Equal("EW", once.View.Label);
        Assert.Equal(["EW"], twice.GetVerdicts().Select(verdict => verdict.Label));
        Assert.Equal(1, twice.Index);
        Assert.Equal(2.1, twice.View.Period, 1e-12);
        Assert.Empty(thrice.GetVerdicts());
        Assert.Equal((0, ""), (thrice.Index, thrice.View.Label));
        Assert.Equal("There is nothing to take back.", thrice.Press(Key(ConsoleKey.Backspace)).Message);
    }

    [Fact]
    public void While_a_note_is_typed_no_key_acts()
    {
        FoldSession typing = Press(Three, "a1q?n v");
        FoldSession kept = typing.Press(Key(ConsoleKey.Enter, '\r'));

        Assert.True(typing.Types);
        Assert.Equal((0, false, false), (typing.Index, typing.Ended, typing.Helps));
        Assert.Empty(typing.GetVerdicts());
        Assert.False(kept.Types);
        Verdict verdict = kept.GetVerdicts().Single();
        Assert.Equal(("", "1q?n v"), (verdict.Label, verdict.Note));
        Assert.Contains("0 of 3 done", kept.Draw(90, 24, color: false)[^1], StringComparison.Ordinal);
        Assert.EndsWith("note: 1q?n v", kept.Draw(90, 24, color: false)[^1], StringComparison.Ordinal);
        Assert.Equal("1q?n v", Press(kept, "1").GetVerdicts().Single().Note);
        Assert.Empty(kept.Press(Key(ConsoleKey.Backspace)).GetVerdicts());
    }

    [Fact]
    public void Escape_drops_a_note_and_what_was_said_stays()
    {
        FoldSession noted = Press(Press(Three, "1pablend"), "\r");
        FoldSession dropped = Press(noted, "aed").Press(Key(ConsoleKey.Escape));

        Assert.Equal("blend", dropped.GetVerdicts().Single().Note);
        Assert.False(dropped.Ended);
        Assert.Equal("", Press(Press(noted, "a" + new string('\b', 5)), "\r").GetVerdicts().Single().Note);
        Assert.Equal("EW", noted.GetVerdicts().Single().Label);
    }

    [Theory]
    [InlineData("e\u0301\b", "")]
    [InlineData("漢字\b", "漢")]
    [InlineData("a\ud83d\udc69\u200d\ud83d\ude80\b", "a")]
    [InlineData("α=\u001b[31m\t\u0007", "α=[31m")]
    public void A_note_is_typed_in_whole_letters(string keys, string note) =>
        Assert.Equal(note, Press(Press(Three, "a1" + keys), "\r").GetVerdicts().Single().Note[1..]);

    [Fact]
    public void What_is_pasted_is_text_of_a_note_on_one_line_and_else_nothing()
    {
        FoldSession typing = Press(Three, "a").Paste("two\r\nlines\tand 1\u001b[0m");

        Assert.Equal("two lines and 1[0m", Press(typing, "\r").GetVerdicts().Single().Note);
        Assert.Equal(Three, Three.Paste("123"));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(40)]
    [InlineData(10)]
    public void The_end_of_a_note_is_seen_in_a_terminal_of_any_width(int width)
    {
        FoldSession typing = Press(Three, "a" + string.Concat(Enumerable.Repeat("漢e\u0301", 200)) + "end");
        string line = typing.Draw(width, 24, color: false)[^1];

        Assert.Contains("end▏", line, StringComparison.Ordinal);

        // Two columns for each of the one, one for each of the other, and none for an accent.
        int columns = line.Sum(letter => letter switch { '漢' => 2, '\u0301' => 0, _ => 1 });
        Assert.InRange(columns, 1, width);
    }

    [Fact]
    public void Filters_show_all_those_without_a_label_and_those_of_each_there_is()
    {
        FoldSession session = Press(Three, "1pv");

        Assert.Equal(1, session.Index);
        Assert.Contains("shown: 1 of 2 unlabelled", session.Draw(80, 24, color: false)[^1], StringComparison.Ordinal);
        Assert.Equal(2, Press(session, "n").Index);
        Assert.Equal(1, Press(session, "nn").Index);
        Assert.Equal(0, Press(session, "v").Index);
        Assert.Contains("shown: 1 of 1 [EW]", Press(session, "v").Draw(80, 24, color: false)[^1], StringComparison.Ordinal);
        Assert.Contains("shown: 1 of 3  ", Press(session, "vv").Draw(80, 24, color: false)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Labelling_goes_on_with_what_the_filter_leaves_from_the_end_to_the_beginning()
    {
        FoldSession last = Press(Three, "n1v");
        FoldSession first = Press(last, "2");

        Assert.Equal((2, 0), (last.Index, first.Index));
        FoldSession done = Press(first, "3");
        Assert.Equal("3 of 3 done  [junk] 145120008365555264, the last that is shown", done.Message);
        Assert.Equal("No star is left of these: the key v shows others.", Press(done, "n").Message);
        Assert.Contains("shown: none of 0 unlabelled", Press(done, "x").Draw(80, 24, color: false)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_are_taken_up_and_those_on_other_stars_are_not_lost()
    {
        Verdict known = new() { Psid = 145120008365555264, Label = "EW", Note = "blend", Period = 0.1, Labeller = "A" };
        Verdict other = new() { Psid = 7, Label = "EA" };
        var session = new FoldSession(
            Folds, new Vetting(["EW", "EA"]) { Verdicts = [known, other], Labeller = "B" }, new Clock());

        Assert.Contains("1 of 3 done", session.Draw(90, 24, color: false)[^1], StringComparison.Ordinal);
        Assert.Contains("145120008365555264 [EW]", session.Draw(80, 24, color: false)[0], StringComparison.Ordinal);
        Assert.Equal([known], session.GetVerdicts());
        Assert.Equal(known, Press(session, "n2").AllVerdicts[known.GetStar()]);
        Assert.Equal(other, Press(session, "n2").AllVerdicts[other.GetStar()]);
        Verdict anew = Press(session, "2").GetVerdicts()[0];
        Assert.Equal(("EA", "blend", "B"), (anew.Label, anew.Note, anew.Labeller));
    }

    [Fact]
    public void A_star_that_is_shown_twice_is_one()
    {
        var session = new FoldSession([Folds[0], Folds[0] with { Period = 2 }], new Vetting(["EW"]));

        FoldSession labelled = Press(session, "1");

        Assert.Contains("1 of 1 done", labelled.Message, StringComparison.Ordinal);
        Assert.Equal((1, "EW"), (labelled.Index, labelled.View.Label));
    }

    [Fact]
    public void The_label_stands_beside_the_title_in_its_colour()
    {
        FoldSession labelled = Press(Three, "2p");

        Assert.Contains(" \u001b[31m[EA]\u001b[0m", labelled.Draw(80, 24, color: true)[0], StringComparison.Ordinal);
        Assert.Contains(" [EA]", labelled.Draw(80, 24, color: false)[0], StringComparison.Ordinal);
        Assert.Contains("[EA]", new SvgDrawing(labelled.ToPicture(new PictureStyle()).ToSvg()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_keys_told_are_those_in_force()
    {
        IReadOnlyList<string> told = Press(Three, "?").Draw(90, 26, color: false);
        string[] looked = [.. Press(new FoldSession(Folds), "?").Draw(90, 26, color: false)];

        Assert.Contains(told, line => line.Contains("2  [EA]", StringComparison.Ordinal));
        Assert.Contains(told, line => line.Contains("⌫  take back", StringComparison.Ordinal));
        Assert.Contains(told, line => line.Contains("d  period × 2", StringComparison.Ordinal));
        Assert.Contains(told, line => line.Contains("o  periodogram: next method", StringComparison.Ordinal));
        Assert.DoesNotContain(told, line => line.Contains("2  period × 2", StringComparison.Ordinal));
        Assert.Contains(told, line => line.Contains("Any key goes back", StringComparison.Ordinal));
        Assert.DoesNotContain(looked, line => line.Contains("annotate", StringComparison.Ordinal));
        Assert.Contains(looked, line => line.Contains("2  period × 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_labels_no_key_vets()
    {
        FoldSession looked = Press(new FoldSession(Folds), "auyv1\b");

        Assert.Equal((0, false), (looked.Index, looked.Types));
        Assert.Empty(looked.GetVerdicts());
        Assert.Empty(looked.AllVerdicts);
    }

    private static FoldSession Press(FoldSession session, string keys) => keys.Aggregate(
        session,
        (before, key) => before.Press(Key(
            key switch { '\r' => ConsoleKey.Enter, '\b' => ConsoleKey.Backspace, _ => default }, key)));

    private static ConsoleKeyInfo Key(ConsoleKey key, char character = '\0') =>
        new(character, key, shift: false, alt: false, control: false);

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now.AddMilliseconds(345);
    }
}
