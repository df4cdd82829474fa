namespace Zvar.Tables;

// A table of IPAC: bars over the columns say where each begins and ends, and the lines of bars say the names, then what
// they hold, their units, and what stands for nothing.
internal sealed class IpacReader : TextTableReader
{
    private const int Names = 0;
    private const int Nulls = 3;

    private readonly TextReader _text;
    private readonly (int From, int To)[] _places;
    private readonly string?[] _nulls;
    private string? _line;
    private long _number;

    private IpacReader(
        TextReader text, TableHeader header, (int From, int To)[] places, List<string[]> lines, string? line)
        : base(header)
    {
        (_text, _places, _line, _number) = (text, places, line, lines.Count);
        _nulls = lines.Count > Nulls ? lines[Nulls] : new string?[places.Length];
    }

    internal static IpacReader Open(
        TextReader text, string first, Func<IReadOnlyList<string>, TableHeader> headerOf)
    {
        int[] bars = [.. Enumerable.Range(0, first.Length).Where(at => first[at] == '|')];
        (int From, int To)[] places = [.. bars.Zip(bars.Skip(1))];
        if (places.Length == 0)
        {
            throw Damaged($"The line '{Excerpt.Of(first)}' has no columns between bars.");
        }

        List<string[]> lines = [];
        string? line;
        for (line = first; line?.StartsWith('|') == true; line = PlainText.ReadLine(text))
        {
            lines.Add([.. places.Select(place => CellOf(line, place).Trim())]);
        }

        return new IpacReader(text, headerOf(lines[Names]), places, lines, line);
    }

    public override TableBlock? Read()
    {
        int count = 0;
        for (; count < TableBlock.MostRows && _line is { } line; _line = PlainText.ReadLine(_text))
        {
            _number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            for (int i = 0; i < _places.Length; i++)
            {
                string cell = CellOf(line, _places[i]).Trim();
                Add(i, cell == _nulls[i] ? "" : cell, quoted: false, _number);
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

    // A cell may begin under its first bar.
    private static string CellOf(string line, (int From, int To) place)
    {
        int from = line.StartsWith('|') ? place.From + 1 : place.From;
        return from >= line.Length ? "" : line[from..Math.Min(line.Length, place.To)];
    }
}
