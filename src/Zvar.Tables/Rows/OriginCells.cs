namespace Zvar.Tables;

// The cells of a block that say where photometry is from.
internal sealed class OriginCells
{
    private readonly Cells<string?>[] _cells =
        [.. OriginColumns.All.Select(_ => new Cells<string?>(new string?[TableBlock.MostRows]))];

    internal IReadOnlyList<Cells> Cells => _cells;

    internal void Add(PhotometryOrigin origin, int from, int some)
    {
        for (int column = 0; column < _cells.Length; column++)
        {
            _cells[column].Values.AsSpan(from, some).Fill(OriginColumns.All[column].Cells<string?>()(origin));
        }
    }
}
