namespace Zvar.Tables;

// The stars of a group of rows, as far as their columns were read.
internal sealed class HatsRows
{
    private static readonly Dictionary<string, int> Places =
        HatsTable.Header.Columns.Select((column, place) => (column.Name, place)).ToDictionary();

    private readonly Dictionary<string, Cells> _cells;

    internal HatsRows(IReadOnlyList<string> columns, TableBlock block)
    {
        Count = block.Count;
        _cells = columns.Zip(block.Columns).ToDictionary();
        Psid = Values<long>(HatsTable.Psid);
    }

    internal static IReadOnlyList<string> PlaceColumns { get; } = [HatsTable.Psid, HatsTable.Ra, HatsTable.Dec];

    internal static IReadOnlyList<string> ObjectColumns { get; } =
    [
        .. PlaceColumns, nameof(ZvarObject.ObjectType), nameof(ZvarObject.Synthetic), .. InStruct(HatsTable.Matchfiles),
        .. InStruct(HatsTable.Periods),
    ];

    internal static IReadOnlyList<string> MatchColumns { get; } =
    [
        .. PlaceColumns, nameof(ZvarObject.Synthetic), .. InStruct(HatsTable.Matched), .. InStruct(HatsTable.Matches),
    ];

    internal static IReadOnlyList<string> MagnitudeColumns { get; } =
    [
        HatsTable.Psid, nameof(ZvarObject.Synthetic), HatsTable.Bands, HatsTable.FirstTime,
        .. OriginColumns.All.Select(column => column.Name), .. InStruct(HatsTable.Points),
    ];

    internal static IReadOnlyList<string> FluxColumns { get; } =
    [
        HatsTable.Psid, nameof(ZvarObject.Synthetic), HatsTable.FluxBands, HatsTable.FluxFirstTime,
        .. InStruct(HatsTable.FluxPoints),
    ];

    internal static IReadOnlyList<string> HealpixColumns { get; } = [HatsTable.Psid, HatsTable.Healpix];

    // By which it is told what sources of other catalogues a row has.
    internal static IReadOnlyList<string> SourceColumns { get; } =
    [
        HatsTable.Psid, $"{HatsTable.Matched}.Catalog", $"{HatsTable.Matches}.Catalog", $"{HatsTable.Matches}.Id",
    ];

    internal static IReadOnlyList<string> AllColumns { get; } =
        [.. ObjectColumns.Concat(MatchColumns).Concat(MagnitudeColumns).Concat(FluxColumns).Distinct()];

    internal int Count { get; }

    internal long[] Psid { get; }

    internal long[] Healpix => Values<long>(HatsTable.Healpix);

    // Where columns are in a file.
    internal static IEnumerable<int> PlacesOf(IEnumerable<string> columns) => columns.Select(column => Places[column]);

    internal SkyPosition PositionOf(int row) =>
        new(Values<double>(HatsTable.Ra)[row], Values<double>(HatsTable.Dec)[row]);

    internal bool IsSynthetic(int row) => Values<bool>(nameof(ZvarObject.Synthetic))[row];

    internal ZvarObject ObjectOf(int row) => new()
    {
        Psid = Psid[row],
        Ra = Values<double>(HatsTable.Ra)[row],
        Dec = Values<double>(HatsTable.Dec)[row],
        ObjectType = Enum.Parse<ObjectType>(Values<string>(nameof(ZvarObject.ObjectType))[row]),
        Synthetic = IsSynthetic(row),
        Matchfiles = new(MatchfilesOf(row)),
        Periods = new(PeriodsOf(row)),
    };

    // The bands in which a light curve is whole; null where there is none.
    internal string[]? BandsOf(int row, PhotometryFormat format) =>
        Values<string?>(format == PhotometryFormat.Mag ? HatsTable.Bands : HatsTable.FluxBands)[row]
            ?.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal LightCurve LightCurveOf(int row, PhotometryFormat format)
    {
        string name = format == PhotometryFormat.Mag ? HatsTable.Points : HatsTable.FluxPoints;
        double[]?[] numbers = new double[]?[PhotometryTable.NumberColumns];
        int[][] integers = new int[PhotometryTable.IntegerColumns][];
        string[] band = [];
        foreach (PhotometryColumn column in HatsTable.ExposureColumns(format))
        {
            string full = $"{name}.{column}";
            switch (column)
            {
                case PhotometryColumn.Band:
                    band = Values<string[]>(full)[row];
                    break;
                case < (PhotometryColumn)PhotometryTable.NumberColumns:
                    double[] list = Values<double[]>(full)[row];
                    numbers[(int)column] = Array.TrueForAll(list, double.IsNaN) ? null : list;
                    break;
                default:
                    integers[(int)column - PhotometryTable.NumberColumns] = Values<int[]>(full)[row];
                    break;
            }
        }

        string first = format == PhotometryFormat.Mag ? HatsTable.FirstTime : HatsTable.FluxFirstTime;
        return new LightCurve(Psid[row], new PhotometryColumns(numbers, integers, band), Values<double>(first)[row])
        {
            Synthetic = IsSynthetic(row),
            Origin = OriginColumns.Read(column => _cells.TryGetValue(column, out Cells? cells) ? cells[row] : null),
        };
    }

    // The cross-matches of a star, by catalogue.
    internal IReadOnlyList<StarMatches> MatchesOf(int row)
    {
        string[] asked = CatalogsOf(row);
        double[] radius = List<double>(HatsTable.Matched, "Radius", row);
        bool[] closest = List<bool>(HatsTable.Matched, "ClosestOnly", row);
        ILookup<string, CatalogMatch> matches = AllMatchesOf(row).ToLookup(match => match.Catalog);
        return
        [
            .. asked.Select((catalog, i) => new StarMatches(catalog, radius[i], closest[i], [.. matches[catalog]])),
        ];
    }

    // With which other catalogues a star was matched.
    internal string[] CatalogsOf(int row) => List<string>(HatsTable.Matched, "Catalog", row);

    // The sources that a star was matched with.
    internal IEnumerable<(string Catalog, string Id)> SourcesOf(int row)
    {
        string[] known = CatalogsOf(row);
        return List<string>(HatsTable.Matches, "Catalog", row).Zip(List<string>(HatsTable.Matches, "Id", row))
            .Where(source => known.Contains(source.First));
    }

    // The same with all of their columns.
    internal CatalogMatch[] SourceRowsOf(int row) => [.. MatchesOf(row).SelectMany(one => one.Matches)];

    internal StarRecord StarOf(int row)
    {
        string[]? bands = BandsOf(row, PhotometryFormat.Mag);
        string[]? fluxBands = BandsOf(row, PhotometryFormat.Flux);
        return new StarRecord(ObjectOf(row))
        {
            LightCurve = bands is null ? null : LightCurveOf(row, PhotometryFormat.Mag),
            Bands = bands ?? Band.All,
            Fluxes = fluxBands is null ? null : LightCurveOf(row, PhotometryFormat.Flux),
            FluxBands = fluxBands ?? Band.All,
            Matches = MatchesOf(row),
        };
    }

    private static IEnumerable<string> InStruct(string name) =>
        HatsTable.Header.Columns.Where(column => column.Struct == name).Select(column => column.Name);

    private IEnumerable<CatalogMatch> AllMatchesOf(int row)
    {
        string[] catalog = List<string>(HatsTable.Matches, "Catalog", row);
        string[] id = List<string>(HatsTable.Matches, "Id", row);
        double[] ra = List<double>(HatsTable.Matches, "CatalogRa", row);
        double[] dec = List<double>(HatsTable.Matches, "CatalogDec", row);
        string[] columns = List<string>(HatsTable.Matches, "Row", row);
        bool synthetic = IsSynthetic(row);
        for (int i = 0; i < id.Length; i++)
        {
            var source = new CatalogRow(id[i], ra[i], dec[i], MatchRow.Parse(columns[i]));
            var match = CatalogMatch.Create(Psid[row], catalog[i], source, zvarObject: null);
            yield return synthetic ? match.AsSynthetic() : match;
        }
    }

    private Matchfile[] MatchfilesOf(int row)
    {
        T[] Of<T>(string field) => List<T>(HatsTable.Matchfiles, field, row);
        int[] fields = Of<int>(nameof(Matchfile.Field));
        int[] ccd = Of<int>(nameof(Matchfile.Ccd));
        int[] quad = Of<int>(nameof(Matchfile.Quad));
        string[] band = Of<string>(nameof(Matchfile.Band));
        int[] exposures = Of<int>(nameof(Matchfile.Exposures));
        int[] index = Of<int>(nameof(Matchfile.Index));
        double[] amplitude = Of<double>(nameof(Matchfile.Amplitude));
        double[] minMag = Of<double>(nameof(Matchfile.MinMag));
        double[] maxMag = Of<double>(nameof(Matchfile.MaxMag));
        var files = new Matchfile[fields.Length];
        for (int i = 0; i < files.Length; i++)
        {
            files[i] = new Matchfile
            {
                Psid = Psid[row],
                Field = fields[i],
                Ccd = ccd[i],
                Quad = quad[i],
                Band = band[i],
                Exposures = exposures[i],
                Index = index[i],
                Amplitude = amplitude[i],
                MinMag = minMag[i],
                MaxMag = maxMag[i],
                Synthetic = IsSynthetic(row),
            };
        }

        return files;
    }

    private ZvarPeriod[] PeriodsOf(int row)
    {
        T[] Of<T>(string field) => List<T>(HatsTable.Periods, field, row);
        int[] fields = Of<int>(nameof(ZvarPeriod.Field));
        int[] ccd = Of<int>(nameof(ZvarPeriod.Ccd));
        int[] quad = Of<int>(nameof(ZvarPeriod.Quad));
        string[] band = Of<string>(nameof(ZvarPeriod.Band));
        double[] period = Of<double>(nameof(ZvarPeriod.Period));
        double[] significance = Of<double>(nameof(ZvarPeriod.Significance));
        double[] stringLength = Of<double>(nameof(ZvarPeriod.StringLength));
        int[] bins = Of<int>(nameof(ZvarPeriod.Bins));
        var periods = new ZvarPeriod[fields.Length];
        for (int i = 0; i < periods.Length; i++)
        {
            periods[i] = new ZvarPeriod
            {
                Psid = Psid[row],
                Field = fields[i],
                Ccd = ccd[i],
                Quad = quad[i],
                Band = band[i],
                Period = period[i],
                Significance = significance[i],
                StringLength = stringLength[i],
                Bins = bins[i],
                Synthetic = IsSynthetic(row),
            };
        }

        return periods;
    }

    private T[] List<T>(string name, string field, int row) => Values<T[]>($"{name}.{field}")[row];

    private T[] Values<T>(string column) => ((Cells<T>)_cells[column]).Values;
}
