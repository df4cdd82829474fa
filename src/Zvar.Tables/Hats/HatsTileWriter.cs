namespace Zvar.Tables;

/// <summary>
/// Writes the results of a partition's stars, in the order of the stars in the catalogue. Without
/// <see cref="Complete"/> nothing stays of it.
/// </summary>
public class HatsTileWriter : IDisposable
{
    private readonly HatsResultFolder _folder;
    private readonly HatsTile _tile;
    private readonly string _beside;
    private readonly FileStream _file;
    private readonly ParquetTableWriter _writer;

    internal HatsTileWriter(HatsResultFolder folder, HatsTile tile, TableHeader header)
    {
        (_folder, _tile) = (folder, tile);
        _beside = WholeFile.NewIn(folder.Data.Beside!);
        _file = new FileStream(_beside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 1 << 16);
        _writer = new ParquetTableWriter(_file, header, appends: false);
    }

    /// <summary>How many rows were written.</summary>
    public long Rows { get; private set; }

    /// <summary>Puts the partition into its place, unless another process has done so meanwhile.</summary>
    public virtual void Complete()
    {
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
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    // Writes rows as a group of their own.
    internal void Write(TableBlock block)
    {
        _writer.WriteGroup(block);
        Rows += block.Count;
    }

    /// <summary>Lets go of the file, and deletes it if it is not in its place.</summary>
    protected virtual void Dispose(bool disposing)
    {
        _file.Dispose();
        if (File.Exists(_beside))
        {
            File.Delete(_beside);
        }
    }
}

/// <summary>Writes the results of a partition's stars as rows of one type.</summary>
/// <typeparam name="TRow">A row of the results.</typeparam>
public sealed class HatsTileWriter<TRow> : HatsTileWriter
{
    private readonly IReadOnlyList<Column<TRow>> _columns;
    private readonly List<(HatsLightCurve Star, TRow Row)> _rows = [];

    internal HatsTileWriter(HatsResultFolder folder, HatsTile tile, IReadOnlyList<Column<TRow>> columns)
        : base(folder, tile, new TableHeader(typeof(TRow).Name, [.. HatsResultColumns.OfPlace, .. columns])) =>
        _columns = columns;

    /// <summary>Adds the rows of a star, if there are any.</summary>
    public void Add(HatsLightCurve star, IEnumerable<TRow> rows)
    {
        ArgumentNullException.ThrowIfNull(star);
        ArgumentNullException.ThrowIfNull(rows);
        foreach (TRow row in rows)
        {
            _rows.Add((star, row));
            if (_rows.Count == TableBlock.MostRows)
            {
                WriteRows();
            }
        }
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        if (_rows.Count > 0)
        {
            WriteRows();
        }

        base.Complete();
    }

    private void WriteRows()
    {
        TRow[] rows = [.. _rows.Select(one => one.Row)];
        HatsLightCurve[] stars = [.. _rows.Select(one => one.Star)];
        Write(new TableBlock(
            rows.Length,
            [
                .. HatsResultColumns.OfPlace.Select(column => ObjectColumn<HatsLightCurve>.CellsOf(column, stars)),
                .. _columns.Select(column => ObjectColumn<TRow>.CellsOf(column, rows)),
            ]));
        _rows.Clear();
    }
}
