namespace Zvar.Tables;

// The cells of one column, as they come, for a block of unknown length.
internal sealed class CellsBuilder<T>(int capacity)
{
    private T[] _values = new T[capacity];
    private bool[]? _missing;

    internal int Count { get; private set; }

    internal void Add(T value)
    {
        Grow();
        _values[Count++] = value;
    }

    internal void AddMissing(T value)
    {
        Grow();
        _missing ??= new bool[_values.Length];
        _missing[Count] = true;
        _values[Count++] = value;
    }

    // The cells, which are the caller's.
    internal Cells<T> Take()
    {
        var cells = new Cells<T>(_values) { Missing = _missing };
        (_values, _missing, Count) = (new T[_values.Length], null, 0);
        return cells;
    }

    private void Grow()
    {
        if (Count == _values.Length)
        {
            Array.Resize(ref _values, 2 * Count);
            if (_missing is not null)
            {
                Array.Resize(ref _missing, 2 * Count);
            }
        }
    }
}
