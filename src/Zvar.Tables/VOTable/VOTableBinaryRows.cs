namespace Zvar.Tables;

// Rows in BINARY, or in BINARY2, where each has a bit for each column first, set where the cell is null.
internal sealed class VOTableBinaryRows(ByteWindow bytes, VOTableField[] fields, bool hasMask) : VOTableRows
{
    private readonly BinaryCells[] _cells = [.. fields.Select(BinaryCells.Of)];
    private readonly byte[] _mask = new byte[(fields.Length + 7) / 8];

    internal override TableBlock? Read()
    {
        int count = 0;
        for (; count < TableBlock.MostRows && !bytes.IsAtEnd; count++)
        {
            if (hasMask)
            {
                bytes.Take(_mask.Length).CopyTo(_mask);
            }

            for (int column = 0; column < _cells.Length; column++)
            {
                bool isNull = (_mask[column >> 3] & (0x80 >> (column & 7))) != 0;
                _cells[column].Add(bytes, isNull);
            }
        }

        return count == 0 ? null : new TableBlock(count, [.. _cells.Select(cells => cells.Take())]);
    }
}
