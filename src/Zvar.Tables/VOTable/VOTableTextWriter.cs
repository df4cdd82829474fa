using System.Text;

namespace Zvar.Tables;

// A VOTable whose rows are elements: the serialization TABLEDATA.
internal sealed class VOTableTextWriter : RowWriter
{
    private static readonly CellWords Spelling = new("NaN", "+Inf", "-Inf", Escape);

    private readonly string _after;

    internal VOTableTextWriter(Stream output, TableHeader header)
        : base(output)
    {
        (string before, _after) = VOTableFrame.Of(header, "TABLEDATA");
        output.Write(Encoding.UTF8.GetBytes(before));
    }

    public override void Complete()
    {
        Flush();
        Output.Write(Encoding.UTF8.GetBytes(_after));
    }

    private protected override void Encode(TableBlock block, int from, int to, ByteBuffer buffer)
    {
        CellText[] columns = [.. block.Columns.Select(TextOf)];
        for (int row = from; row < to; row++)
        {
            buffer.Add("\n<TR>"u8);
            foreach (CellText column in columns)
            {
                buffer.Add("<TD>"u8);
                column.Write(row, buffer);
                buffer.Add("</TD>"u8);
            }

            buffer.Add("</TR>"u8);
        }
    }

    private static CellText TextOf(Cells cells) => cells switch
    {
        Cells<double[]> reals => new VOTableListText<double>(reals.Values, Spelling),
        Cells<long[]> longs => new VOTableListText<long>(longs.Values, Spelling),
        Cells<int[]> integers => new VOTableListText<int>(integers.Values, Spelling),
        Cells<bool[]> truths => new VOTableListText<bool>(truths.Values, Spelling),
        Cells<string[]> texts => new VOTableWordsText(texts.Values, Spelling),
        _ => CellText.Of(cells, Spelling),
    };

    // A carriage return would be read as the end of a line.
    private static string Escape(string text) => VOTableHeader.Allowed(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\r", "&#13;", StringComparison.Ordinal);
}
