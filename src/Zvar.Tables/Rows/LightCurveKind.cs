using System.Text.Json;

namespace Zvar.Tables;

// Light curves, a row each, with lists of their exposures.
internal sealed class LightCurveKind() : TableKind(nameof(LightCurve), new LightCurveRows().Header.Columns)
{
    public override TableRows NewRows() => new LightCurveRows();

    public override ObjectMaker NewMaker(TableHeader header) => new Maker(header);

    // Light curves are rows of points unless somebody asks for this.
    private protected override bool Takes(object row) => false;

    private sealed class Maker(TableHeader header) : ObjectMaker
    {
        private readonly List<string> _names = [.. header.Columns.Select(column => column.Name.ToUpperInvariant())];

        public override IEnumerable<object> Make(TableBlock block)
        {
            for (int row = 0; row < block.Count; row++)
            {
                int from = row;
                T[] List<T>(PhotometryColumn column) =>
                    CellOf(block, from, column.ToString()) as T[] ?? throw Unequal(column.ToString());
                double[][] numbers =
                    [.. Columns(0, PhotometryTable.NumberColumns).Select(column => List<double>(column))];
                int[][] integers =
                [
                    .. Columns(PhotometryTable.NumberColumns, PhotometryTable.IntegerColumns)
                        .Select(column => List<int>(column)),
                ];
                string[] band = BandOf(CellOf(block, from, nameof(PhotometryColumn.Band)), numbers[0].Length);
                if (numbers.Any(list => list.Length != band.Length) || integers.Any(list => list.Length != band.Length))
                {
                    throw Unequal("Band");
                }

                var builder = new LightCurveBuilder(CellOf(block, row, "Psid") as long? ?? 0, band.Length)
                {
                    Synthetic = CellOf(block, from, "Synthetic") is true,
                    Origin = OriginColumns.Read(name => CellOf(block, from, name)),
                };
                for (int i = 0; i < band.Length; i++)
                {
                    builder.Add([.. numbers.Select(list => list[i])], [.. integers.Select(list => list[i])], band[i]);
                }

                builder.StartAt(CellOf(block, row, "FirstTime") as double? ?? double.NaN);
                yield return builder.Build().Of(zvarObject: null, CellOf(block, row, "TargetName") as string);
            }
        }

        // A format has a list of texts as one, or a row has room for the longest and blanks behind a shorter.
        private static string[] BandOf(object? cell, int points)
        {
            try
            {
                string[] band = cell as string[] ?? (cell is string words ? Words.Split(words) : []);
                return band.Length > points && band.Skip(points).All(string.IsNullOrEmpty) ? band[..points] : band;
            }
            catch (JsonException)
            {
                throw Unequal(nameof(PhotometryColumn.Band));
            }
        }

        private static IEnumerable<PhotometryColumn> Columns(int first, int count) =>
            Enumerable.Range(first, count).Select(column => (PhotometryColumn)column);

        private object? CellOf(TableBlock block, int row, string column) =>
            block.Columns[_names.IndexOf(column.ToUpperInvariant())][row];

        private static TableException Unequal(string column) => new(
            TableError.TableDamaged,
            $"The lists of a light curve differ in length, or the column {column} holds something else than one.");
    }
}
