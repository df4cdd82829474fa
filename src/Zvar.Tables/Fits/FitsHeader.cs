using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Zvar.Tables;

// The cards of one header of a FITS file, and how long the data behind it are (FITS 4.0, sections 4 and 7).
internal sealed partial class FitsHeader
{
    internal const int BlockLength = 2880;

    // More cards than any header has.
    private const int MostBlocks = 10_000;

    private readonly OrderedDictionary<string, string> _values = [];

    internal IEnumerable<KeyValuePair<string, string>> Values => _values;

    // Null at the end of the file.
    internal static FitsHeader? Read(Stream input)
    {
        var header = new FitsHeader();
        byte[] block = new byte[BlockLength];
        string? last = null;
        for (int blocks = 0; blocks < MostBlocks; blocks++)
        {
            int read = input.ReadAtLeast(block, BlockLength, throwOnEndOfStream: false);
            if (read == 0 && blocks == 0)
            {
                return null;
            }

            if (read < BlockLength)
            {
                throw Damaged("it ends in a header");
            }

            for (int at = 0; at < BlockLength; at += FitsCard.Length)
            {
                string card = Encoding.ASCII.GetString(block, at, FitsCard.Length);
                if (card.TrimEnd() == "END")
                {
                    return header;
                }

                last = header.Add(card, last);
            }
        }

        throw Damaged("a header of it does not end");
    }

    internal string? Text(string keyword) => _values.GetValueOrDefault(keyword);

    internal long? Whole(string keyword)
    {
        if (Text(keyword) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
            ? whole
            : throw Damaged($"its {keyword} is no whole number but '{Excerpt.Of(text)}'");
    }

    internal double? Real(string keyword)
    {
        if (Text(keyword) is not { } text)
        {
            return null;
        }

        string number = text.Replace('D', 'E');
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double real)
            ? real
            : throw Damaged($"its {keyword} is no number but '{Excerpt.Of(text)}'");
    }

    // What must be there, and not below zero.
    internal long Count(string keyword) => Whole(keyword) is { } count and >= 0
        ? count
        : throw Damaged($"its {keyword} is missing or below zero");

    // How many bytes its data take, without those that fill the last block.
    internal long DataLength
    {
        get
        {
            long axes = Count("NAXIS");
            if (axes == 0)
            {
                return 0;
            }

            try
            {
                long size = 1;
                for (int axis = 1; axis <= Math.Min(axes, 999); axis++)
                {
                    size = checked(size * Count($"NAXIS{axis}"));
                }

                long groups = Whole("GCOUNT") ?? 1;
                return checked(Math.Abs(Count("BITPIX", 8)) / 8 * groups * ((Whole("PCOUNT") ?? 0) + size));
            }
            catch (OverflowException error)
            {
                throw Damaged("its header claims more bytes than there can be", error);
            }
        }
    }

    // What says how the bytes are to be read, and what a column has; the rest are facts.
    internal static bool IsOfStructure(string keyword) => keyword == FitsText.Keyword || Structure().IsMatch(keyword);

    internal static TableException Damaged(string what, Exception? inner = null) =>
        new(TableError.TableDamaged, $"The FITS file is damaged: {what}.", inner);

    private long Count(string keyword, long otherwise) => Whole(keyword) ?? otherwise;

    // Gives the keyword that a card CONTINUE would go on with.
    private string? Add(string card, string? last)
    {
        string keyword = card[..8].TrimEnd();
        if (keyword == "CONTINUE" && last is not null && _values[last].EndsWith('&'))
        {
            _values[last] = _values[last][..^1] + ValueOf(card[8..]);
            return last;
        }

        if (keyword.Length == 0 || card[8..10] != "= ")
        {
            return null;
        }

        // The first of a keyword counts.
        return _values.TryAdd(keyword, ValueOf(card[10..])) ? keyword : null;
    }

    private static string ValueOf(string field)
    {
        string text = field.TrimStart();
        if (!text.StartsWith('\''))
        {
            int slash = text.IndexOf('/', StringComparison.Ordinal);
            return (slash < 0 ? text : text[..slash]).Trim();
        }

        var value = new StringBuilder();
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] != '\'')
            {
                value.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '\'')
            {
                value.Append('\'');
                i++;
            }
            else
            {
                break;
            }
        }

        return value.ToString().TrimEnd();
    }

    [GeneratedRegex(
        "^(SIMPLE|XTENSION|EXTEND|BITPIX|NAXIS[0-9]*|[PG]COUNT|TFIELDS|THEAP|EXTNAME|CHECKSUM|DATASUM"
            + "|T(TYPE|FORM|UNIT|NULL|SCAL|ZERO|DISP|DIM|UCD|COMM)[0-9]+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Structure();
}
