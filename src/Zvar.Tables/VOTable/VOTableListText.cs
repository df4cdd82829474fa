namespace Zvar.Tables;

// A list of numbers or truths in a cell of TABLEDATA: its elements with blanks between them.
internal sealed class VOTableListText<T>(T[][] lists, CellWords words) : CellText
{
    internal override void Write(int row, ByteBuffer to)
    {
        T[] list = lists[row];
        CellText elements = Of(new Cells<T>(list), words);
        for (int i = 0; i < list.Length; i++)
        {
            if (i > 0)
            {
                to.Add((byte)' ');
            }

            elements.Write(i, to);
        }
    }
}
