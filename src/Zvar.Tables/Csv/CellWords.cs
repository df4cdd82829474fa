using System.Text;

namespace Zvar.Tables;

// What a format of text writes for what has no digits, and how it writes a text so that nothing in it is taken for
// markup.
internal sealed class CellWords(string nan, string infinity, string minusInfinity, Func<string, string> escape)
{
    internal byte[] NaN { get; } = Encoding.UTF8.GetBytes(nan);

    internal byte[] Infinity { get; } = Encoding.UTF8.GetBytes(infinity);

    internal byte[] MinusInfinity { get; } = Encoding.UTF8.GetBytes(minusInfinity);

    internal string Escape(string text) => escape(text);
}
