using System.Buffers.Binary;
using Zvar.Tables;
using Zvar.Tests.Tables;

namespace Zvar.Tests.Hostile;

/// <summary>
/// Footers of Parquet files that a reader which believes them would read for ever, or for all of the memory.
/// </summary>
public sealed class DamagedFooterTests : IDisposable
{
    private const string PastTheMost = "FFFFFFFF07";

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.parquet");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("15808080", "cut short")]
    [InlineData("291C15", "cut short")]
    [InlineData("CC1515", "Field 12 of type 12 is not known")]
    [InlineData("FC", "cut short")]
    [InlineData("29FC" + PastTheMost, "list of 2147483647 elements in 0 bytes")]
    [InlineData("F9F1" + PastTheMost, "list of 2147483647 elements in 0 bytes")]
    [InlineData("F929F1" + PastTheMost + "00", "Field 15 of type 9 is not known")]
    [InlineData("2502", "Field 2 is of type 5, and has to be of 9")]
    [InlineData("29250200", "Field 2 lists elements of type 5, and has to list 12")]
    [InlineData("158080808080808080808080", "more than 64 bits")]
    [InlineData("68FFFFFFFF0F00", "cannot be read")]
    [InlineData("05FFFFFFFF0F0200", "cannot be read")]
    public void Are_told(string footer, string says)
    {
        Write(Convert.FromHexString(footer), footer.Length / 2);

        TableException refusal = Assert.Throws<TableException>(() => TableFile.Open(_path));
        Assert.Equal(TableError.TableDamaged, refusal.Error);
        Assert.Contains(says, refusal.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Have_the_length_that_they_say(int length)
    {
        Write([0], length);

        TableException refusal = Assert.Throws<TableException>(() => TableFile.Open(_path));
        Assert.Contains($"footer has {length} bytes of 13", refusal.Message);
    }

    // A number, a text, a truth, some numbers and an empty struct with ids that no version has yet.
    [Theory]
    [InlineData("05C80102")]
    [InlineData("08C8010161")]
    [InlineData("01C801")]
    [InlineData("09C801250204")]
    [InlineData("0CC80100")]
    public void Of_a_later_version_are_read(string field)
    {
        WrittenTable.Write(_path, TableFormat.Parquet, [new LightCurveBuilder(7).Build()], nested: true);
        byte[] file = File.ReadAllBytes(_path);
        int length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(^8));
        byte[] footer = [.. file[^(8 + length)..^9], .. Convert.FromHexString(field), 0];
        byte[] before = file[4..^(8 + length)];
        Write(footer, footer.Length, before);

        using TableReader reader = TableFile.Open(_path);
        Assert.Contains("Psid", reader.Header.Columns.Select(column => column.Name));
        Assert.Equal(1, reader.Read()!.Count);
    }

    private void Write(byte[] footer, int length, params byte[] before)
    {
        byte[] number = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(number, length);
        File.WriteAllBytes(_path, [.. "PAR1"u8, .. before, .. footer, .. number, .. "PAR1"u8]);
    }
}
