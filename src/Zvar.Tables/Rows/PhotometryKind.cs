namespace Zvar.Tables;

// Light curves and their points, an exposure a row. What is made of the rows again is light curves, by star and in the
// order in which the stars first came.
internal sealed class PhotometryKind() : TableKind(nameof(PhotometryPoint), PhotometryTable.Columns)
{
    public override TableRows NewRows() => new PhotometryRows();

    public override ObjectMaker NewMaker(TableHeader header) => new Maker(header);

    private protected override IEnumerable<Column> AllColumns => [.. Columns, .. OriginColumns.All];

    private protected override bool Takes(object row) => row is LightCurve or PhotometryPoint;

    private sealed class Maker : ObjectMaker
    {
        private readonly OrderedDictionary<(long Psid, string? Name), LightCurveBuilder> _stars = [];
        private readonly int[] _numbers;
        private readonly int[] _integers;
        private readonly int _psid;
        private readonly int _name;
        private readonly int _band;
        private readonly int _synthetic;
        private readonly Dictionary<string, int> _origin = [];

        internal Maker(TableHeader header)
        {
            List<string> names = [.. header.Columns.Select(column => column.Name.ToUpperInvariant())];
            int PlaceOf(string name) => names.IndexOf(name.ToUpperInvariant());
            _numbers = [.. Columns(0, PhotometryTable.NumberColumns).Select(PlaceOf)];
            _integers = [.. Columns(PhotometryTable.NumberColumns, PhotometryTable.IntegerColumns).Select(PlaceOf)];
            _psid = PlaceOf(nameof(PhotometryPoint.Psid));
            _name = PlaceOf(nameof(PhotometryPoint.TargetName));
            _band = PlaceOf(nameof(PhotometryPoint.Band));
            _synthetic = PlaceOf(nameof(PhotometryPoint.Synthetic));
            foreach (Column column in OriginColumns.All.Where(column => PlaceOf(column.Name) >= 0))
            {
                _origin.Add(column.Name, PlaceOf(column.Name));
            }
        }

        public override IEnumerable<object> Make(TableBlock block)
        {
            Gather(block);
            return [];
        }

        public override IEnumerable<object> Finish()
        {
            foreach (((long _, string? name), LightCurveBuilder star) in _stars)
            {
                yield return star.Build().Of(zvarObject: null, name);
            }

            _stars.Clear();
        }

        private static IEnumerable<string> Columns(int first, int count) =>
            Enumerable.Range(first, count).Select(column => ((PhotometryColumn)column).ToString());

        private void Gather(TableBlock block)
        {
            double[][] numbers = [.. _numbers.Select(place => Cells<double>(block, place).Values)];
            int[][] integers = [.. _integers.Select(place => Cells<int>(block, place).Values)];
            long[] psid = Cells<long>(block, _psid).Values;
            string?[] names = Cells<string?>(block, _name).Values;
            string?[] bands = Cells<string?>(block, _band).Values;
            bool[] synthetic = Cells<bool>(block, _synthetic).Values;
            Span<double> exposure = stackalloc double[PhotometryTable.NumberColumns];
            Span<int> place = stackalloc int[PhotometryTable.IntegerColumns];
            LightCurveBuilder? star = null;
            for (int row = 0; row < block.Count; row++)
            {
                if (star is null || psid[row] != psid[row - 1] || names[row] != names[row - 1])
                {
                    star = StarOf((psid[row], names[row]));
                    star.Origin = OriginAt(block, row);
                }

                for (int column = 0; column < exposure.Length; column++)
                {
                    exposure[column] = numbers[column][row];
                }

                for (int column = 0; column < place.Length; column++)
                {
                    place[column] = integers[column][row];
                }

                star.Add(exposure, place, bands[row] ?? "");
                star.Synthetic |= synthetic[row];
            }
        }

        private PhotometryOrigin OriginAt(TableBlock block, int row) => OriginColumns.Read(
            name => _origin.TryGetValue(name, out int place) ? block.Columns[place][row] : null);

        private LightCurveBuilder StarOf((long Psid, string? Name) key)
        {
            if (!_stars.TryGetValue(key, out LightCurveBuilder? star))
            {
                _stars.Add(key, star = new LightCurveBuilder(key.Psid));
            }

            return star;
        }
    }

    // A column of ours that holds something else than ours does is none of ours.
    private static Cells<T> Cells<T>(TableBlock block, int place) => block.Columns[place] as Cells<T>
        ?? throw new TableException(
            TableError.TableDamaged,
            $"A column of light curves holds {block.Columns[place].GetType().GenericTypeArguments[0].Name} where it has"
            + $" {typeof(T).Name}.");
}
