namespace Zvar.Tables;

// Rows of text with blanks between the columns, as many as somebody liked.
internal sealed class BlankSeparatedReader : TextTableReader
{
    private readonly TextReader _text;
    private readonly int _columns;
    private long _line = 1;

    private BlankSeparatedReader(TextReader text, TableHeader header, int columns)
        : base(header) => (_text, _columns) = (text, columns);

    internal static BlankSeparatedReader Open(TextReader text, Func<IReadOnlyList<string>, TableHeader> headerOf)
    {
        string[] names = [.. Words(PlainText.ReadLine(text) ?? "").Select(name => name.TrimEnd(','))];
        return new BlankSeparatedReader(text, headerOf(names), names.Length);
    }

    public override TableBlock? Read()
    {
        int count = 0;
        while (count < TableBlock.MostRows && PlainText.ReadLine(_text) is { } line)
        {
            _line++;
            string[] words = Words(line);
            if (words.Length == 0 || words[0][0] == '#')
            {
                continue;
            }

            if (words.Length != _columns)
            {
                throw Damaged(
                    $"Line {_line} has {words.Length} columns, and the names before are {_columns}: '{Excerpt.Of(line)}'.");
            }

            for (int i = 0; i < words.Length; i++)
            {
                Add(i, words[i], quoted: false, _line);
            }

            count++;
        }

        return Take(count);
    }

    protected override void Dispose(bool disposing)
    {
        _text.Dispose();
        base.Dispose(disposing);
    }

    private static string[] Words(string line) =>
        line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
