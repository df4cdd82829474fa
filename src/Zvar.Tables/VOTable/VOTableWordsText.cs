using System.Text;

namespace Zvar.Tables;

// A list of texts in a cell of TABLEDATA, which is one text.
internal sealed class VOTableWordsText(string[][] lists, CellWords words) : CellText
{
    internal override void Write(int row, ByteBuffer to) =>
        to.Add(Encoding.UTF8.GetBytes(words.Escape(Words.Join(lists[row]))));
}
