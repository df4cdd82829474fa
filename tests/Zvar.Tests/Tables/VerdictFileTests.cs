using System.Text;
using CsCheck;
using Zvar.Tables;

namespace Zvar.Tests.Tables;

public class VerdictFileTests
{
    private const long Psid = 145120008365555264;

    private static readonly DateTimeOffset Time = new(2026, 11, 27, 18, 3, 11, TimeSpan.Zero);

    // What people and surveys call things, and what a spreadsheet would compute, round or lose.
    private static readonly string[] Words =
    [
        "", "EW", "say \"cheese\", \"bang\"", "line\r\nend\n", "\u001b[31mred", "α Ori é", "=HYPERLINK(\"http://x\",\"y\")",
        "+1", "-1", "@SUM(1)", "\ttab", "\rreturn", "'quoted'", "''", "'", "'=1", "2873447302730839936", "0007", "1/2",
        "12:30", "1e5", ".5", "2MASS J00032077", " blank ", "a;b", "#1", "True", "NaN", "\ud83c\udf1f",
        new string('n', 1_000_000),
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        OneOf(Words),
        Gen.Char[' ', '\u03ff'].Array[0, 12].Select(letters => new string(letters)),
        OneOf("=+-@\t\r\n'\",;.0123456789eE:/ aZ".ToCharArray()).Array[0, 8].Select(letters => new string(letters)));

    private static readonly Gen<double?> Numbers = Gen.OneOf(
        Gen.Const((double?)null),
        Gen.Double[1e-9, 1e9].Select(number => (double?)number),
        OneOf<double?>([0.27266296, double.Epsilon, double.MaxValue, 0.1 + 0.2, 2458263.98192]));

    private static readonly Gen<Verdict> Verdicts =
        from psid in Gen.OneOf(Gen.Const(0L), Gen.Long[1, 999_999_999_999_999_999])
        from texts in Texts.Array[4]
        from numbers in Numbers.Array[2]
        from seconds in Gen.OneOf(Gen.Const(-1), Gen.Int[0, int.MaxValue])
        from synthetic in Gen.Bool
        select new Verdict
        {
            Psid = psid,
            Label = texts[0],
            Period = numbers[0],
            Epoch = numbers[1],
            Note = texts[1],
            Labeller = texts[2],
            Time = seconds < 0 ? default : DateTimeOffset.FromUnixTimeSeconds(seconds),
            TargetName = texts[3],
            Synthetic = synthetic,
        };

    [Fact]
    public void Verdicts_are_written_so_that_a_spreadsheet_keeps_them()
    {
        byte[] written = Write(
            new Verdict
            {
                Psid = Psid,
                Label = "EW",
                Period = 0.27266296,
                Epoch = 2458263.98192,
                Note = "=1+1, \"odd\"",
                Labeller = "M. Curie",
                Time = Time,
                TargetName = "2873447302730839936",
                Synthetic = true,
            },
            new Verdict { Psid = 0, Note = "two\nlines", TargetName = "V1" });

        Assert.Equal(
            "\uFEFFPsid,Label,Period,Epoch,Note,Labeller,Time,TargetName,Synthetic\r\n"
            + "ZVAR 145120008365555264,EW,0.27266296,2458263.98192,\"'=1+1, \"\"odd\"\"\",M. Curie,2026-11-27T18:03:11Z,"
            + "'2873447302730839936,True\r\n"
            + ",,,,\"two\nlines\",,,V1,False\r\n",
            Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void Verdicts_of_any_words_and_numbers_are_the_same_again() =>
        Verdicts.Array[0, 4].Sample(
            verdicts => Assert.Equal(
                verdicts.Where(verdict => verdict.Label.Length + verdict.Note.Length > 0),
                Read(Write(verdicts))),
            iter: 500);

    [Theory]
    [InlineData("=")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("@")]
    [InlineData("\t")]
    [InlineData("\r")]
    public void No_cell_is_a_formula(string sign)
    {
        string word = sign + "1";
        string written = Encoding.UTF8.GetString(Write(
            new Verdict { Psid = Psid, Label = word, Note = word, Labeller = word, TargetName = word }));

        Assert.All(
            written.Split("\r\n")[1].Split(',').Where(cell => cell.Contains('1', StringComparison.Ordinal)),
            cell => Assert.Matches("^(\"?'|ZVAR )", cell));
    }

    [Theory]
    // As LibreOffice in Germany saves it, without the mark, and with LF.
    [InlineData("Psid;Label;Period;Epoch;Note;Labeller;Time;TargetName;Synthetic\n"
        + "ZVAR 145120008365555264;EW;0,27266296;2458263,98192;'=1+1;M. Curie;2026-11-27T18:03:11Z;V1;WAHR\n",
        "WAHR")]
    [InlineData("Psid;Label;Period;Epoch;Note;Labeller;Time;TargetName;Synthetic\n"
        + "ZVAR 145120008365555264;EW;0,27266296;2458263,98192;'=1+1;M. Curie;2026-11-27T18:03:11Z;V1;TRUE\n")]
    // As Excel saves Unicode text.
    [InlineData("\uFEFFPsid\tLabel\tPeriod\tEpoch\tNote\tLabeller\tTime\tTargetName\tSynthetic\r\n"
        + "ZVAR 145120008365555264\tEW\t0.27266296\t2458263.98192\t'=1+1\tM. Curie\t2026-11-27T18:03:11Z\tV1\tTRUE\r\n")]
    // As Export-Csv writes it, in another order and case, with rows and columns that say nothing.
    [InlineData("\"LABEL\",\"psid\",\"note\",\"TargetName\",\"period\",\"epoch\",\"labeller\",\"time\",\"synthetic\",\"\",\"\"\r\n"
        + "\"EW\",\"145120008365555264\",\"=1+1\",\"V1\",\"0.27266296\",\"2458263.98192\",\"M. Curie\",\"2026-11-27 18:03:11 +00:00\",\"True\",,\r\n"
        + ",,,,,,,,,,\r\n\r\n")]
    public void A_file_that_another_program_saved_again_is_read(string file, string? refused = null)
    {
        if (refused is not null)
        {
            Check(file, TableError.TableDamaged, $"Line 2, column Synthetic: '{refused}' is neither True nor False.");
            return;
        }

        Verdict verdict = Assert.Single(Read(Encoding.UTF8.GetBytes(file)));
        Assert.Equal(
            new Verdict
            {
                Psid = Psid,
                Label = "EW",
                Period = 0.27266296,
                Epoch = 2458263.98192,
                Note = "=1+1",
                Labeller = "M. Curie",
                Time = Time,
                TargetName = "V1",
                Synthetic = true,
            },
            verdict);
    }

    [Fact]
    public void A_time_that_Export_Csv_wrote_in_Germany_is_read_there()
    {
        using var german = new InCulture("de-DE");
        Verdict verdict = Assert.Single(Read("Label;Psid;Time\nEW;145120008365555264;05.11.2026 18:03:11 +00:00\n"u8));
        Assert.Equal(new DateTimeOffset(2026, 11, 5, 18, 3, 11, TimeSpan.Zero), verdict.Time);
    }

    [Fact]
    public void Only_a_label_and_a_star_are_wanted() =>
        Assert.Equal(
            [new Verdict { Psid = 0, Label = "EW", TargetName = "V1" }, new Verdict { Psid = 0, Label = "EA", TargetName = "V2" }],
            Read("targetname,label\nV1,EW\nV2,EA"u8));

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("Psid,Label\r\n")]
    public void A_file_without_rows_has_no_verdicts(string file) => Assert.Empty(Read(Encoding.UTF8.GetBytes(file)));

    [Theory]
    [InlineData("Psid,Period\n1,2\n", TableError.TableNotUnderstood, "a column Label, and Psid or TargetName (its columns: Psid, Period)")]
    [InlineData("Label,Period\n1,2\n", TableError.TableNotUnderstood, "a column Label, and Psid or TargetName")]
    [InlineData("Psid,Label\n1.4512E+17,EW\n", TableError.TableDamaged, "Line 2, column Psid: '1.4512E+17' is a double")]
    [InlineData("Psid,Label,Note\n1,EW,\"a\nb\"\nx,EW,\n", TableError.TableDamaged, "Line 4, column Psid: 'x' is not a psid")]
    [InlineData("Psid,Label,Period\n1,EW,-2\n", TableError.TableDamaged, "Line 2, column Period: A period is more than 0 days, not '-2'")]
    [InlineData("Psid,Label,Period\n1,EW,\"0,5\"\n", TableError.TableDamaged, "Line 2, column Period: '0,5' has a comma")]
    [InlineData("Psid,Label,Epoch\n1,EW,soon\n", TableError.TableDamaged, "Line 2, column Epoch: 'soon' is not a number")]
    [InlineData("Psid,Label,Time\n1,EW,yesterday\n", TableError.TableDamaged, "Line 2, column Time: 'yesterday' is not a time, as in 2026")]
    [InlineData("Psid,Label,Synthetic\n1,EW,\u001b\n", TableError.TableDamaged, "Line 2, column Synthetic: '␛' is neither True nor False")]
    public void What_cannot_be_read_is_told_by_line_and_column(string file, TableError error, string words) =>
        Check(file, error, words);

    [Fact]
    public void A_file_in_another_encoding_is_told() => Check(
        [.. "Psid,Label\n1,"u8, 0xE9, (byte)'\n'], TableError.TableNotUnderstood, "not in UTF-8");

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    private static void Check(string file, TableError error, string words) =>
        Check(Encoding.UTF8.GetBytes(file), error, words);

    private static void Check(byte[] file, TableError error, string words)
    {
        TableException told = Assert.Throws<TableException>(() => Read(file));
        Assert.Equal(error, told.Error);
        Assert.Contains(words, told.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Verdict> Read(ReadOnlySpan<byte> file)
    {
        using var stream = new MemoryStream(file.ToArray());
        return VerdictFile.Read(stream);
    }

    private static byte[] Write(params Verdict[] verdicts)
    {
        using var stream = new MemoryStream();
        VerdictFile.Write(stream, verdicts);
        return stream.ToArray();
    }
}
