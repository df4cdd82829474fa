namespace Zvar.Tables;

// The cells of one column, as they come, for a block of unknown length.
internal sealed class CellsBuilder<T>(int capacity)
{
    private T[] _values = new T[capacity];
    private bool[]? _missing;
    private int _count;

    internal void Add(T value)
    {
        Grow();
        _values[_count++] = value;
    }

    internal void AddMissing()
    {
        Grow();
        _missing ??= new bool[_values.Length];
        _missing[_count++] = true;
    }

    // The cells, which are the caller's.
    internal Cells<T> Take()
    {
        var cells = new Cells<T>(_values) { Missing = _missing };
        (_values, _missing, _count) = (new T[_values.Length], null, 0);
        return cells;
    }

    private void Grow()
    {
        if (_count == _values.Length)
        {
            Array.Resize(ref _values, 2 * _count);
            if (_missing is not null)
            {
                Array.Resize(ref _missing, 2 * _count);
            }
        }
    }
}
