namespace Zvar.Tables;

/// <summary>
/// The cross-match of a HATS catalogue's stars with the sources of another, a partition at a time: its rows are pairs,
/// a star with its place, how far the other source is, and the columns of that.
/// </summary>
/// <remarks>
/// Of the other catalogue those partitions are read that something near the stars can be in, their neighbours too, so
/// that no margin is needed; of these, first the positions, a group of rows at a time, then the other columns one by
/// one, in the groups that have partners. It may be asked by several threads.
/// </remarks>
public sealed class HatsXmatch
{
    // So many cells are written at a time.
    private const int CellsOfBlock = 1 << 22;
    private const int LeastRows = 1 << 10;

    // So many pairs are held, if they are not of one star: for more, the stars are taken in parts.
    private const int MostPairs = 1 << 21;

    private const string Synthetic = nameof(ZvarObject.Synthetic);

    private static readonly Column[] PairColumns =
    [
        .. new[] { nameof(CatalogMatch.Psid), nameof(CatalogMatch.Separation), Synthetic }
            .Select(name => MatchTable.Columns.First(column => column.Name == name))
            .Select(column => column.Name == nameof(CatalogMatch.Separation)
                ? column with { IsOptional = true }
                : (Column)column),
    ];

    private readonly HatsReader _source;
    private readonly OtherCatalog _other;
    private readonly XmatchOptions _options;
    private readonly Column[] _columns;
    private readonly int _rowsOfBlock;

    /// <summary>Makes a cross-match.</summary>
    /// <param name="source">The stars.</param>
    /// <param name="other">The catalogue whose sources are put beside them.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative, or no number.</exception>
    public HatsXmatch(HatsReader source, OtherCatalog other, XmatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(options);
        if (!(options.Radius >= 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), FormattableString.Invariant($"A radius is 0 and more, not {options.Radius}."));
        }

        (_source, _other, _options) = (source, other, options);
        _columns = [.. PairColumns, .. NameApart(other)];
        _rowsOfBlock = Math.Clamp(CellsOfBlock / _columns.Length, LeastRows, TableBlock.MostRows);
    }

    /// <summary>Begins a catalogue of the pairs, or goes on with one.</summary>
    /// <param name="path">Its folder, which is made if need be.</param>
    /// <param name="work">What it is.</param>
    /// <exception cref="TableException">
    /// The folder has something else in it: results of other work, or of other catalogues, or of these before they were
    /// changed.
    /// </exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public HatsResults OpenResults(string path, HatsWork work)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(work);
        return _source.OpenResults(path, work with { Other = _other });
    }

    /// <summary>Matches the stars of a partition, and writes the pairs.</summary>
    /// <param name="results">The catalogue of the pairs.</param>
    /// <param name="tile">The partition.</param>
    /// <param name="cancellationToken">Interrupts it; nothing stays of the partition then.</param>
    /// <returns>How many pairs.</returns>
    /// <exception cref="TableException">A file of either catalogue cannot be read; it is named.</exception>
    /// <exception cref="IOException">The pairs cannot be written.</exception>
    public long Write(HatsResults results, HatsTile tile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(results);
        XmatchStars stars = ReadStars(tile);
        OtherGroup[] groups = [.. FindGroups(tile)];
        using HatsTileWriter writer = results.Begin(tile, nameof(CatalogMatch), _columns);
        Write(0, stars.Count);
        writer.Complete();
        return writer.Rows;

        void Write(int from, int to)
        {
            if (FindPairs(stars, from, to, groups, cancellationToken) is not { } pairs)
            {
                int middle = (from + to) / 2;
                Write(from, middle);
                Write(middle, to);
                return;
            }

            foreach (XmatchPair[] some in pairs.Chunk(_rowsOfBlock))
            {
                writer.Write(BlockOf(stars, some, groups, cancellationToken));
            }
        }
    }

    // The other's columns, as they are called beside those of the stars. Case does not tell names apart in PowerShell
    // and in SQL.
    private static IEnumerable<Column> NameApart(OtherCatalog other)
    {
        var taken = new HashSet<string>(
            HatsResultColumns.OfPlace.Select(column => column.Name).Concat(PairColumns.Select(column => column.Name)),
            StringComparer.OrdinalIgnoreCase);
        bool[] isFree = [.. other.Columns.Select(column => taken.Add(column.Name))];
        return
        [
            .. other.Columns.Zip(isFree, (column, free) => Named(column, free ? column.Name : Apart(column.Name))),
        ];

        string Apart(string name)
        {
            do
            {
                name += $"_{HatsCollection.NameOf(other.Name)}";
            }
            while (!taken.Add(name));

            return name;
        }

        // The main position of a row is the star's.
        static Column Named(Column column, string name) => column with
        {
            Name = name,
            Ucd = column.Ucd?.Replace(";meta.main", "", StringComparison.Ordinal),
            IsOptional = column.Type != ColumnType.Text,
        };
    }

    private XmatchStars ReadStars(HatsTile tile)
    {
        try
        {
            return _source.ReadStars(tile);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TableException(
                TableError.TableDamaged, $"The HATS catalogue '{_source.Path}' cannot be read: {error.Message}", error);
        }
    }

    private IEnumerable<OtherGroup> FindGroups(HatsTile tile)
    {
        IReadOnlyList<(long First, long End)> ranges =
            HealpixCover.RangesAround(tile.Order, tile.Pixel, _options.Radius);
        foreach (string path in _other.PartitionsIn(ranges).SelectMany(_other.FilesOf))
        {
            using var file = new OtherFile(_other, path);
            foreach (int group in file.GroupsIn(ranges))
            {
                yield return new OtherGroup(path, group);
            }
        }
    }

    // The pairs of some stars in order; null where there are too many of several.
    private IReadOnlyList<XmatchPair>? FindPairs(
        XmatchStars stars, int from, int to, OtherGroup[] groups, CancellationToken cancellationToken)
    {
        var zones = new SkyZones(stars.Position[from..to], _options.Radius);
        var pairs = new XmatchPairs(from, to, _options);
        foreach ((int number, SkyPosition?[] positions) in ReadPositions(groups))
        {
            List<(int Place, double Separation)> near = [];
            for (int row = 0; row < positions.Length; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (positions[row] is not { } position)
                {
                    continue;
                }

                near.Clear();
                zones.Find(position, near);
                foreach ((int place, double separation) in near)
                {
                    pairs.Add(new XmatchPair(from + place, separation, number, row));
                }

                if (pairs.Count > MostPairs && to - from > 1)
                {
                    return null;
                }
            }
        }

        return pairs.InOrder();
    }

    private IEnumerable<(int Group, SkyPosition?[] Positions)> ReadPositions(OtherGroup[] groups)
    {
        for (int at = 0; at < groups.Length;)
        {
            string path = groups[at].Path;
            using var file = new OtherFile(_other, path);
            for (; at < groups.Length && groups[at].Path == path; at++)
            {
                yield return (at, file.ReadPositions(groups[at].Number));
            }
        }
    }

    private TableBlock BlockOf(
        XmatchStars stars, XmatchPair[] pairs, OtherGroup[] groups, CancellationToken cancellationToken)
    {
        GatheredCells[] gathered = [.. _other.Columns.Select(column => GatheredCells.Of(column, pairs.Length))];
        foreach (IGrouping<string, int> inFile in Enumerable.Range(0, pairs.Length)
            .Where(place => pairs[place].HasSource).GroupBy(place => groups[pairs[place].Group].Path))
        {
            using var file = new OtherFile(_other, inFile.Key);
            foreach (IGrouping<int, int> inGroup in inFile.GroupBy(place => groups[pairs[place].Group].Number))
            {
                int[] places = [.. inGroup];
                for (int column = 0; column < gathered.Length; column++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    gathered[column].Take(file.Read(inGroup.Key, _other.Columns[column]), pairs, places);
                }
            }
        }

        int[] star = [.. pairs.Select(pair => pair.Star)];
        double[] separation = [.. pairs.Select(pair => pair.Separation)];
        bool[] synthetic = AreSynthetic([.. star.Select(one => stars.Synthetic[one])], gathered);
        return new TableBlock(
            pairs.Length,
            [
                new Cells<long>([.. star.Select(one => stars.Healpix[one])]),
                new Cells<double>([.. star.Select(one => stars.Position[one].Ra)]),
                new Cells<double>([.. star.Select(one => stars.Position[one].Dec)]),
                new Cells<long>([.. star.Select(one => stars.Psid[one])]),
                new Cells<double>(separation) { Missing = Array.ConvertAll(separation, double.IsNaN) },
                new Cells<bool>(synthetic), .. gathered.Select(one => one.Cells),
            ]);
    }

    // A pair is made up where either of the two is. Where some sources are, their rows say which.
    private bool[] AreSynthetic(bool[] stars, GatheredCells[] gathered)
    {
        if (_other.Synthetic == "none")
        {
            return stars;
        }

        Cells? said = _other.Synthetic == "some"
            ? gathered.Zip(_other.Columns)
                .FirstOrDefault(one => one.Second is { Name: Synthetic, Type: ColumnType.Logical }).First?.Cells
            : null;
        return [.. stars.Select((star, place) => star || said is null || said[place] is true)];
    }
}
