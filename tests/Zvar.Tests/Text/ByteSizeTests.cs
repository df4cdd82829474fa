namespace Zvar.Tests.Text;

public class ByteSizeTests
{
    [Theory]
    [InlineData("512MB", 536870912)]
    [InlineData(" 2gb ", 2147483648)]
    [InlineData("1.5KB", 1536)]
    [InlineData("1TB", 1099511627776)]
    [InlineData("2147483648", 2147483648)]
    [InlineData("1e9", 1000000000)]
    public void A_size_is_read_as_PowerShell_writes_it(string text, long bytes) =>
        Assert.Equal(bytes, ByteSize.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("MB")]
    [InlineData("-1")]
    [InlineData("0.5")]
    [InlineData("1,5GB")]
    [InlineData("9e99")]
    [InlineData("512 miles")]
    [InlineData("NaN")]
    public void What_is_no_size_is_refused_with_the_forms_there_are(string text) =>
        Assert.Contains(
            ByteSize.Forms,
            Assert.Throws<FormatException>(() => ByteSize.Parse(text)).Message,
            StringComparison.Ordinal);
}
