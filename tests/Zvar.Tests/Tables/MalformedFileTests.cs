using System.IO.Compression;
using System.Text;
using Zvar.Tables;

namespace Zvar.Tests.Tables;

/// <summary>Files that are no tables, or mean harm: each is one clear error, at once and in little memory.</summary>
public sealed class MalformedFileTests : IDisposable
{
    private static string VOTable(string before, string data) =>
        $"""
        <?xml version="1.0"?>{before}<VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE><TABLE>
        <FIELD name="a" datatype="long"/><FIELD name="b" datatype="unicodeChar" arraysize="*"/><DATA>{data}</DATA></TABLE></RESOURCE></VOTABLE>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("", TableError.TableNotUnderstood, "empty")]
    [InlineData("# only\n# remarks\n", TableError.TableNotUnderstood, "remarks alone")]
    [InlineData("1,2,3\n4,5,6\n", TableError.TableNotUnderstood, "no names")]
    [InlineData("hjd,mag\n2458000.5,12.1\n2458001.5\n", TableError.TableDamaged, "rows and columns")]
    [InlineData("hjd mag\n2458000.5 12.1\n2458001.5\n", TableError.TableDamaged, "Line 3 has 1 columns")]
    [InlineData("# %ECSV 1.0\n# ---\n# datatype: [\na\n1\n", TableError.TableDamaged, "header of the ECSV")]
    [InlineData("# %ECSV 1.0\n# ---\n# datatype:\n# - {name: a, datatype: int64}\nb\n1\n", TableError.TableDamaged, "not those")]
    [InlineData("# %ECSV 1.0\n# ---\n# datatype:\n# - {name: a, datatype: int64}\na\nx\n", TableError.TableDamaged, "not Long")]
    [InlineData("<html><body>Service away</body></html>", TableError.TableNotUnderstood, "an HTML page")]
    [InlineData("\uFEFF\r\n <!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<title>Log in", TableError.TableNotUnderstood, "an HTML page")]
    [InlineData("<?xml version='1.0'?><!-- a > b --><!-- c -->\n<!doctype html><HTML>", TableError.TableNotUnderstood, "an HTML page")]
    [InlineData("<htmlish><body/></htmlish>", TableError.TableDamaged, "no VOTable")]
    [InlineData("<VOTABLE><RESOURCE><TABLE><FIELD name='a' datatype='int'/><DATA><TABLEDATA><TR><TD>1</TD>", TableError.TableDamaged, "damaged")]
    [InlineData("<VOTABLE><RESOURCE><INFO name='QUERY_STATUS' value='ERROR'>no such table</INFO></RESOURCE></VOTABLE>", TableError.TableNotUnderstood, "no such table")]
    [InlineData("SIMPLE  =                    T", TableError.TableDamaged, "ends in a header")]
    public void Text_that_is_none_is_told(string content, TableError error, string word) =>
        Check(Encoding.UTF8.GetBytes(content), error, word);

    [Fact]
    public void Entities_are_not_expanded_and_nothing_else_is_fetched()
    {
        const string bomb = """
            <!DOCTYPE VOTABLE [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">
            <!ENTITY f SYSTEM "file:///etc/passwd">]>
            """;
        foreach (string entity in (string[])["&c;", "&f;"])
        {
            Check(
                Encoding.UTF8.GetBytes(VOTable(bomb, $"<TABLEDATA><TR><TD>1</TD><TD>{entity}</TD></TR></TABLEDATA>")),
                TableError.TableDamaged,
                "damaged");
        }

        Check(
            Encoding.UTF8.GetBytes(VOTable(
                "", "<BINARY2><STREAM encoding=\"base64\" href=\"http://127.0.0.1:9/rows\"/></BINARY2>")),
            TableError.TableNotUnderstood,
            "elsewhere");
    }

    // A mask byte, an id, and the length of a text: two billion letters.
    [Fact]
    public void A_length_that_is_claimed_takes_no_memory()
    {
        byte[] row = [0, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 0xFF, 0xFF, 0x00, 0, 65];
        string stream = $"<BINARY2><STREAM encoding=\"base64\">{Convert.ToBase64String(row)}</STREAM></BINARY2>";
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Check(Encoding.UTF8.GetBytes(VOTable("", stream)), TableError.TableDamaged, "damaged");
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64 << 20);
    }

    [Theory]
    [InlineData("NAXIS1", 2_000_000_000)]
    [InlineData("NAXIS2", 2_000_000_000)]
    [InlineData("NAXIS2", long.MaxValue)]
    [InlineData("PCOUNT", 2_000_000_000)]
    [InlineData("TFIELDS", 999_999_999)]
    [InlineData("NAXIS1", -8)]
    public void A_fits_header_that_claims_more_than_there_is_takes_no_memory(string keyword, long value)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Check(Fits(keyword, value), TableError.TableDamaged, "FITS file is damaged");
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64 << 20);
    }

    [Fact]
    public void A_fits_file_that_is_cut_off_is_told_wherever_it_is_cut()
    {
        byte[] whole = Fits("PCOUNT", 0);
        for (int length = 40; length < 2880 * 2; length += 320)
        {
            Check(whole[..length], TableError.TableDamaged, "FITS file is damaged");
        }
    }

    [Fact]
    public void A_compressed_file_that_is_cut_off_is_told()
    {
        var room = new MemoryStream();
        using (var compressed = new GZipStream(room, CompressionLevel.Fastest, leaveOpen: true))
        {
            compressed.Write(Encoding.UTF8.GetBytes("hjd,mag\n"));
            for (int i = 0; i < 200_000; i++)
            {
                compressed.Write(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{2458000 + (i * 0.37)},{i % 17}.5\n")));
            }
        }

        string path = Path.Combine(_folder, "cut.csv.gz");
        File.WriteAllBytes(path, room.ToArray()[..(int)(room.Length / 2)]);
        Assert.ThrowsAny<Exception>(() => ReadAll(path));
        File.WriteAllBytes(path, [0x1F, 0x8B, 8, 0, 1, 2, 3]);
        Assert.ThrowsAny<Exception>(() => ReadAll(path));
    }

    private void Check(byte[] content, TableError error, string word)
    {
        string path = Path.Combine(_folder, "file");
        File.WriteAllBytes(path, content);
        TableException told = Assert.Throws<TableException>(() => ReadAll(path));
        Assert.Equal(error, told.Error);
        Assert.Contains(word, told.Message);
    }

    private static void ReadAll(string path)
    {
        using TableReader reader = TableFile.Open(path);
        while (reader.Read() is not null)
        {
            // To its end.
        }
    }

    // A table of one column and one row, and with one card that says something else.
    private static byte[] Fits(string keyword, long value)
    {
        string primary = Cards("SIMPLE  =                    T", "BITPIX  =                    8", "NAXIS   =                    0");
        string[] table =
        [
            "XTENSION= 'BINTABLE'", "BITPIX  =                    8", "NAXIS   =                    2", "NAXIS1  =                    8",
            "NAXIS2  =                    1", "PCOUNT  =                    0", "GCOUNT  =                    1",
            "TFIELDS =                    1", "TTYPE1  = 'Time'", "TFORM1  = '1D'",
        ];
        string header = Cards([.. table.Select(card => card.StartsWith(keyword, StringComparison.Ordinal)
            ? FormattableString.Invariant($"{keyword,-8}= {value,20}")
            : card)]);
        return [.. Encoding.ASCII.GetBytes(primary + header), .. new byte[2880]];
    }

    private static string Cards(params string[] cards) =>
        string.Concat(cards.Append("END").Select(card => card.PadRight(80))).PadRight(2880);
}
