namespace Zvar.Tests.Verdicts;

public class VettingTests
{
    [Fact]
    public void Labels_keep_their_order_and_lose_the_blanks_around_them() =>
        Assert.Equal(["EW", "β Lyr", "RR ab?"], new Vetting([" EW", "β Lyr ", "RR ab?"]).Labels);

    [Fact]
    public void The_usual_classes_have_a_key_each()
    {
        Assert.Equal(10, Vetting.DefaultLabels.Count);
        Assert.Equal(Vetting.DefaultLabels, new Vetting(Vetting.DefaultLabels).Labels);
    }

    [Theory]
    [InlineData(new string[0], "There is no label.")]
    [InlineData(new[] { "EW", " " }, "A label is empty.")]
    [InlineData(new[] { "EW", "ea", "ew" }, "The label 'EW' is there twice.")]
    [InlineData(new[] { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k" }, "There are 11 labels, and ten keys")]
    [InlineData(new[] { "E\u001b[31mW" }, "The label 'E␛[31mW' has a character that is not seen.")]
    [InlineData(new[] { "E\nW" }, "The label 'E␊W' has a character that is not seen.")]
    [InlineData(new[] { "E\u202eW" }, "has a character that is not seen.")]
    public void What_are_no_labels_is_refused_with_what_would_be(string[] labels, string why)
    {
        FormatException error = Assert.Throws<FormatException>(() => new Vetting(labels));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains("EW, EA, RRab, junk: up to ten labels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_verdicts_on_a_star_the_last_counts_and_a_made_up_star_is_another()
    {
        var vetting = new Vetting(["EW", "EA"])
        {
            Verdicts =
            [
                new Verdict { Psid = 145120008365555264, Label = "EW", TargetName = "a" },
                new Verdict { Psid = 145120008365555264, Label = "EA", TargetName = "b" },
                new Verdict { Psid = 145120008365555264, Label = "EW", Synthetic = true },
                new Verdict { Psid = 0, Label = "EA", TargetName = "V1" },
            ],
        };

        IReadOnlyDictionary<VettedStar, Verdict> verdicts = vetting.GetVerdicts();

        Assert.Equal("EA", verdicts[VettedStar.Of(Star(145120008365555264))].Label);
        Assert.Equal("EW", verdicts[VettedStar.Of(Star(145120008365555264, synthetic: true))].Label);
        Assert.Equal("EA", verdicts[VettedStar.Of(Star(0, "V1"))].Label);
        Assert.Equal(3, verdicts.Count);
    }

    [Fact]
    public void Stars_vetted_together_are_known_again_in_any_order()
    {
        // printf '126541217361397171\n145120008365555264\nASAS-SN\tV1' | sha256sum, and so on, by GNU coreutils 9.
        LightCurve[] stars = [Star(145120008365555264), Star(0, "V1", source: "ASAS-SN"), Star(126541217361397171)];
        const string identity = "59cce19a6dfc0ab007296b50b6b15af48c853d477660e854f3b938b6f1bcff2a";

        Assert.Equal(identity, Vetting.IdentityOf(stars));
        Assert.Equal(identity, Vetting.IdentityOf(stars.Reverse().Concat(stars)));
        Assert.Equal(
            "24a920ca81a5f3233abb0878f4547de6517c15cf217941587b040fc6a430dc7e",
            Vetting.IdentityOf([Star(145120008365555264, synthetic: true)]));
    }

    private static LightCurve Star(long psid, string? name = null, bool synthetic = false, string? source = null)
    {
        LightCurve empty = new LightCurveBuilder(psid, capacity: 1)
        {
            Synthetic = synthetic,
            Origin = PhotometryOrigin.Zvar with { Source = source },
        }.Build();
        return empty.Of(zvarObject: null, name);
    }
}
