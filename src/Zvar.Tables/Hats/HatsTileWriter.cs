namespace Zvar.Tables;

/// <summary>
/// Writes the results of a partition's stars, in the order of the stars in the catalogue. Without
/// <see cref="Complete"/> nothing stays of it.
/// </summary>
/// <typeparam name="TRow">A row of the results.</typeparam>
public sealed class HatsTileWriter<TRow> : IDisposable
{
    private readonly HatsResultFolder _folder;
    private readonly HatsTile _tile;
    private readonly IReadOnlyList<Column<TRow>> _columns;
    private readonly string _beside;
    private readonly FileStream _file;
    private readonly ParquetTableWriter _writer;
    private readonly List<(HatsLightCurve Star, TRow Row)> _rows = [];

    internal HatsTileWriter(HatsResultFolder folder, HatsTile tile, IReadOnlyList<Column<TRow>> columns)
    {
        (_folder, _tile, _columns) = (folder, tile, columns);
        _beside = WholeFile.NewIn(folder.Data.Beside!);
        _file = new FileStream(_beside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 1 << 16);
        _writer = new ParquetTableWriter(
            _file, new TableHeader(typeof(TRow).Name, [.. HatsResultColumns.OfPlace, .. columns]), appends: false);
    }

    /// <summary>How many rows have come.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds the rows of a star, if there are any.</summary>
    public void Add(HatsLightCurve star, IEnumerable<TRow> rows)
    {
        ArgumentNullException.ThrowIfNull(star);
        ArgumentNullException.ThrowIfNull(rows);
        foreach (TRow row in rows)
        {
            _rows.Add((star, row));
            Rows++;
            if (_rows.Count == TableBlock.MostRows)
            {
                WriteRows();
            }
        }
    }

    /// <summary>Puts the partition into its place, unless another process has done so meanwhile.</summary>
    public void Complete()
    {
        if (_rows.Count > 0)
        {
            WriteRows();
        }

        _writer.Complete();
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        if (!_folder.IsDone(_tile))
        {
            string file = Rows > 0 ? _folder.DataFileOf(_tile) : _folder.EmptyFileOf(_tile);
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.Move(_beside, file, overwrite: true);
            }
            catch (IOException) when (_folder.IsDone(_tile))
            {
                // Another was quicker, and has cleared up.
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        if (File.Exists(_beside))
        {
            File.Delete(_beside);
        }
    }

    private void WriteRows()
    {
        TRow[] rows = [.. _rows.Select(one => one.Row)];
        HatsLightCurve[] stars = [.. _rows.Select(one => one.Star)];
        _writer.WriteGroup(new TableBlock(
            rows.Length,
            [
                .. HatsResultColumns.OfPlace.Select(column => ObjectColumn<HatsLightCurve>.CellsOf(column, stars)),
                .. _columns.Select(column => ObjectColumn<TRow>.CellsOf(column, rows)),
            ]));
        _rows.Clear();
    }
}
