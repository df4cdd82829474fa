namespace Zvar.Tests.Text;

public class ObjectNameTests
{
    [Theory]
    [InlineData("RR Lyr")]
    [InlineData("M31")]
    [InlineData("m 31")]
    [InlineData("3C 273")]
    [InlineData("51 Peg")]
    [InlineData("S Dor")]
    [InlineData("h Per")]
    [InlineData("47 Tuc")]
    [InlineData("α Cen")]
    [InlineData("V* EM Cyg")]
    [InlineData("PSR B1919+21")]
    [InlineData("Gaia DR3 4295806720")]
    [InlineData("NGC 3642")]
    [InlineData("Barnard's star")]
    [InlineData("Nanna")]
    [InlineData("Decebalus")]
    public void Names_are_told_from_coordinates(string text) => Assert.True(ObjectName.IsName(text));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("12")]
    [InlineData("00:03:20.77 ++30:56:13.9")]
    [InlineData("00h03m20.77s +30d56m13.9s")]
    [InlineData("00H 03M 20.77S +30° 56′ 13.9″")]
    [InlineData("99h 03min 20.77sec 30deg")]
    [InlineData("1e2 2E-3")]
    [InlineData("10º 20º")]
    [InlineData("00ʰ03ᵐ20.77ˢ")]
    [InlineData("10 20 30 40 50")]
    [InlineData("RA 10 Dec 20")]
    [InlineData("NaN")]
    [InlineData("nan nan")]
    [InlineData("null")]
    [InlineData("N/A")]
    [InlineData("0,8365 30,9372")]
    [InlineData("M31, M33")]
    [InlineData("M31;M33")]
    [InlineData("RR\u001bLyr")]
    [InlineData("RR\nLyr")]
    public void What_is_a_mistyped_coordinate_or_a_list_is_no_name(string text) =>
        Assert.False(ObjectName.IsName(text));

    [Fact]
    public void A_name_has_a_hundred_characters_at_most()
    {
        Assert.True(ObjectName.IsName(new string('x', 100)));
        Assert.False(ObjectName.IsName(new string('x', 101)));
    }

    [Theory]
    [InlineData("rr  lyr ", "RR LYR")]
    [InlineData("b Per", "b PER")]
    [InlineData("B Per", "B PER")]
    [InlineData("m31", "M31")]
    public void Writings_of_one_name_are_one(string text, string normal) =>
        Assert.Equal(normal, ObjectName.Normalize(text));
}
