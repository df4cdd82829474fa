namespace Zvar.Tables;

// Light curves, a row each: what is true of all of one, and lists of its exposures.
internal sealed class LightCurveRows : TableRows
{
    // A row takes some room in itself.
    private const int FewestPoints = 64;

    private readonly List<LightCurve> _curves = [];
    private int _points;

    internal static IReadOnlyList<Column<LightCurve>> OfStar { get; } =
    [
        new("Psid", ColumnType.Long, "Pan-STARRS1 object id", curve => curve.Psid) { Ucd = "meta.id;src;meta.main" },
        new("TargetName", ColumnType.Text, "Name of the position it was found around", curve => curve.TargetName)
        {
            Ucd = "meta.id",
        },
        new("FirstTime", ColumnType.Real, "First time before any cut, counted as the others", curve => curve.FirstTime)
        {
            Unit = "d", Ucd = "time.start",
        },
        new("Synthetic", ColumnType.Logical, "Whether it is made up", curve => curve.Synthetic) { Ucd = "meta.code" },
        .. OriginColumns.All.Select(column => new Column<LightCurve>(
            column.Name, column.Type, column.Description, curve => column.Cells<string?>()(curve.Origin))
            {
                Ucd = column.Ucd,
            }),
    ];

    public override TableHeader Header { get; } = new(
        nameof(LightCurve),
        [
            .. OfStar,
            .. Enum.GetValues<PhotometryColumn>().Select(PhotometryTable.Of).Select(column =>
                OriginColumns.Beside(new Column(column.Name, column.Type, column.Description)
                {
                    Unit = column.Unit, Ucd = column.Ucd, IsList = true,
                })),
        ]);

    public override int Add(object row, int from)
    {
        var curve = (LightCurve)row;
        _curves.Add(curve);
        _points += Math.Max(curve.Points, FewestPoints);
        Count = _points >= TableBlock.MostRows ? TableBlock.MostRows : _curves.Count;
        return 0;
    }

    private protected override IReadOnlyList<Cells> Cells()
    {
        LightCurve[] curves = [.. _curves];
        Count = curves.Length;
        _curves.Clear();
        _points = 0;
        return
        [
            .. OfStar.Select(column => ObjectColumn<LightCurve>.CellsOf(column, curves)),
            .. Enum.GetValues<PhotometryColumn>().Select(column => CellsOf(curves, column)),
        ];
    }

    private static Cells CellsOf(LightCurve[] curves, PhotometryColumn column) => column switch
    {
        PhotometryColumn.Band => new Cells<string[]>(Array.ConvertAll(curves, curve => curve.Band)),
        < (PhotometryColumn)PhotometryTable.NumberColumns =>
            new Cells<double[]>(Array.ConvertAll(curves, curve => curve.GetNumbers(column))),
        _ => new Cells<int[]>(Array.ConvertAll(curves, curve => curve.GetIntegers(column))),
    };
}
