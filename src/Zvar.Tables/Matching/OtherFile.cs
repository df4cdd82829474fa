namespace Zvar.Tables;

// A file of a partition of another catalogue, open.
internal sealed class OtherFile : IDisposable
{
    private readonly OtherCatalog _catalog;
    private readonly string _path;
    private readonly ParquetTableReader _reader;
    private readonly Dictionary<string, int> _places;

    internal OtherFile(OtherCatalog catalog, string path)
    {
        (_catalog, _path) = (catalog, path);
        _reader = catalog.OpenTable(path);
        _places = _reader.Header.Columns.Select((column, place) => (column.Name, place))
            .DistinctBy(one => one.Name).ToDictionary();
    }

    // The groups of rows that may have something in some ranges of the finest order.
    internal IEnumerable<int> GroupsIn(IReadOnlyList<(long First, long End)> ranges)
    {
        for (int group = 0; group < _reader.GroupCount; group++)
        {
            if (MayBeIn(ranges, group))
            {
                yield return group;
            }
        }
    }

    // Where the sources of a group are; null where a position is none.
    internal SkyPosition?[] ReadPositions(int group)
    {
        double[] ra = Numbers(group, _catalog.RaColumn);
        double[] dec = Numbers(group, _catalog.DecColumn);
        var positions = new SkyPosition?[ra.Length];
        for (int row = 0; row < ra.Length; row++)
        {
            if (double.IsFinite(ra[row]) && Math.Abs(dec[row]) <= 90)
            {
                // Some count right ascensions from -180 degrees.
                double around = ra[row] % 360;
                positions[row] = new SkyPosition(around < 0 ? around + 360 : around, dec[row]);
            }
        }

        return positions;
    }

    internal Cells Read(int group, Column column)
    {
        if (!_places.TryGetValue(column.Name, out int place)
            || _reader.Header.Columns[place] is var there && (there.Type != column.Type || there.IsList))
        {
            throw _catalog.Damaged(
                _path, $"it has no column {Excerpt.Of(column.Name)} as other files of the catalogue have it.");
        }

        try
        {
            return _reader.ReadGroup(group, [place]).Columns[0];
        }
        catch (TableException error)
        {
            throw _catalog.Damaged(_path, error.Message, error);
        }
    }

    public void Dispose() => _reader.Dispose();

    private double[] Numbers(int group, string name) =>
        ((Cells<double>)Read(group, _catalog.Columns.First(column => column.Name == name))).Values;

    private bool MayBeIn(IReadOnlyList<(long First, long End)> ranges, int group)
    {
        if (_catalog.Healpix is not var (column, order) || _reader.RangeOf(group, column) is not var (least, most))
        {
            return true;
        }

        int shift = 2 * (Healpix.MaxOrder - order);
        (long first, long end) = (least << shift, (most + 1) << shift);
        return ranges.Any(range => range.First < end && first < range.End);
    }
}
