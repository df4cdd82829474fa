using System.Text;
using CsCheck;

namespace Zvar.Tests.Hostile;

/// <summary>What people and tables write, broken by chance: each is read or is a clear FormatException.</summary>
public class MutatedTextTests
{
    [Fact]
    public void Of_numbers() => Fuzz(
        text => Number.Parse(text), "1.5", "-2e-3", "1,5", "+.5", "−7", "12345678901234567890", "1_000");

    [Fact]
    public void Of_whole_numbers() => Fuzz(text => Number.ParseWhole(text), "15", "-2147483648", "0", "1e3");

    [Fact]
    public void Of_angles() => Fuzz(
        text => Angle.ParseArcseconds(text), "600", "10arcmin", "10'", "1.5deg", "2°", "3\"");

    [Fact]
    public void Of_durations() => Fuzz(
        text => Duration.ParseDays(text), "0.27", "6.543911h", "90min", "300s", "1e-3 d");

    [Fact]
    public void Of_right_ascensions() => Fuzz(
        text => Coordinate.ParseRa(text), "00:03:20.77", "00h03m20.77s", "0.83", "12 30 00", "359.999d");

    [Fact]
    public void Of_declinations() => Fuzz(
        text => Coordinate.ParseDec(text), "+30:56:13.9", "-00d30m00s", "−5.5", "89 59 59.99", "30°56′13″");

    [Fact]
    public void Of_positions() => Fuzz(
        text => Coordinate.ParsePosition(text), "0.836528 30.937197", "00:03:20.77 +30:56:13.9", "1.5, -2", "12h -30d");

    [Fact]
    public void Of_psids() => Fuzz(text => Psid.Parse(text), "145120008365555264", " 126541217361397171", "1.4e17");

    [Fact]
    public void Of_epochs() => Fuzz(text => EpochChoice.Parse(text), "Minimum", "2458263.98", "first", "Max");

    [Fact]
    public void Of_bands() => Fuzz(text => Band.Parse(text), "g", "zr", "ZTF_i", "i; Set-Content x");

    [Fact]
    public void Excerpts_of_anything_are_visible_and_short() =>
        Mutations.Of("a name", "\u001b]0;title\a", "👩‍🔬 é").Sample(
            bytes => Check(Excerpt.Of(Encoding.UTF8.GetString(bytes)), 70), iter: Mutations.Cases);

    private static void Fuzz(Action<string> read, params string[] texts) => Mutations.Of(texts).Sample(
        bytes =>
        {
            try
            {
                read(Encoding.UTF8.GetString(bytes));
            }
            catch (FormatException refusal)
            {
                Check(refusal.Message, 600);
            }
        },
        iter: Mutations.Cases);

    private static void Check(string shown, int longest)
    {
        Assert.InRange(shown.Length, 0, longest);
        Assert.DoesNotContain(shown, char.IsControl);
        Assert.DoesNotContain('\u202e', shown);
    }
}
