using System.Globalization;

namespace Zvar.Tables;

// Reads the cells of one column of a table of text, as they come.
internal abstract class TextCells
{
    private const int Capacity = 4096;

    // Adds a cell. A quoted cell that is empty is an empty text, and one that is not quoted nothing.
    // Throws a FormatException where it is not what the column holds.
    internal abstract void Add(ReadOnlySpan<char> cell, bool quoted);

    internal abstract Cells Take();

    internal static TextCells Of(Column column) => (column.Type, column.IsList) switch
    {
        _ when column is UntypedColumn => new Untyped(),
        (ColumnType.Real, false) => new Reals(),
        (ColumnType.Long, false) => new Optional<long>(
            cell => long.Parse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture)),
        (ColumnType.Integer, false) => new Optional<int>(
            cell => int.Parse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture)),
        (ColumnType.Logical, false) => new Optional<bool>(
            cell => cell is "T" or "t" or "1" || (cell is not ("F" or "f" or "0") && bool.Parse(cell))),
        (_, false) => new Texts(),
        (ColumnType.Real, _) => new Lists<double>(),
        (ColumnType.Long, _) => new Lists<long>(),
        (ColumnType.Integer, _) => new Lists<int>(),
        (ColumnType.Logical, _) => new Lists<bool>(),
        _ => new Lists<string>(),
    };

    private sealed class Reals : TextCells
    {
        private readonly CellsBuilder<double> _cells = new(Capacity);

        internal override void Add(ReadOnlySpan<char> cell, bool quoted) =>
            _cells.Add(cell.IsEmpty ? double.NaN : RealParser.Parse(cell));

        internal override Cells Take() => _cells.Take();
    }

    private delegate T Parse<T>(ReadOnlySpan<char> cell);

    // What has no value of its own for nothing.
    private sealed class Optional<T>(Parse<T> parse) : TextCells
    {
        private readonly CellsBuilder<T> _cells = new(Capacity);

        internal override void Add(ReadOnlySpan<char> cell, bool quoted)
        {
            if (cell.IsEmpty)
            {
                _cells.AddMissing();
            }
            else
            {
                _cells.Add(parse(cell));
            }
        }

        internal override Cells Take() => _cells.Take();
    }

    private sealed class Texts : TextCells
    {
        private readonly CellsBuilder<string?> _cells = new(Capacity);
        private string _last = "";

        internal override void Add(ReadOnlySpan<char> cell, bool quoted)
        {
            if (cell.IsEmpty && !quoted)
            {
                _cells.Add(null);
                return;
            }

            // Rows of one star and band follow each other: their texts are one.
            if (!cell.SequenceEqual(_last))
            {
                _last = cell.ToString();
            }

            _cells.Add(_last);
        }

        internal override Cells Take() => _cells.Take();
    }

    private sealed class Lists<T> : TextCells
    {
        private readonly CellsBuilder<T[]> _cells = new(Capacity);

        internal override void Add(ReadOnlySpan<char> cell, bool quoted) =>
            _cells.Add(cell.IsEmpty ? [] : ListText.Parse<T>(cell.ToString()));

        internal override Cells Take() => _cells.Take();
    }

    private sealed class Untyped : TextCells
    {
        private readonly CellsBuilder<object?> _cells = new(Capacity);

        internal override void Add(ReadOnlySpan<char> cell, bool quoted)
        {
            string text = cell.ToString();
            _cells.Add(quoted ? text
                : text.Length == 0 ? null
                : FoundType.TryLong(text, out long whole) ? whole
                : FoundType.TryReal(text, out double real) ? real
                : FoundType.TryTruth(text, out bool truth) ? truth
                : text);
        }

        internal override Cells Take() => _cells.Take();
    }
}
