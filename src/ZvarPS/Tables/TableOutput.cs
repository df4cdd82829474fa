using Zvar;
using Zvar.Tables;

namespace ZvarPS;

/// <summary>Writes one table to a file, which is in its place only once it is whole.</summary>
internal sealed class TableOutput : IDisposable
{
    private readonly ReplacedFile _file;
    private readonly TableFormat _format;
    private readonly Stream _output;
    private readonly bool _appends;
    private readonly string _path;
    private TableWriter? _writer;
    private readonly Stream? _plain;

    private TableOutput(ReplacedFile file, string path, TableFormat format, bool appends)
    {
        (_file, _path, _format, _appends) = (file, path, format, appends);
        bool compressed = TableFile.IsCompressed(path);

        // What has to be gone back to in the file is written plain first.
        _plain = compressed && format == TableFormat.Fits ? TableFile.Spool() : null;
        _output = compressed ? TableFile.Compress(file.Stream) : file.Stream;
    }

    /// <summary>Begins a file, or goes on with one that is there.</summary>
    /// <exception cref="TableException">It is there, and nothing can be added to it.</exception>
    internal static TableOutput Open(string path, TableFormat format, bool append, bool noClobber)
    {
        bool appends = append && File.Exists(path);
        if (append && !TableFile.CanAppend(format, TableFile.IsCompressed(path)))
        {
            throw new TableException(
                TableError.TableColumnsDiffer,
                $"To a file of {format} no rows can be added: -Append goes with CSV, ECSV and Parquet. Import-ZvarTable reads"
                + " both, and their rows can be exported together.");
        }

        var file = new ReplacedFile(path, noClobber);
        try
        {
            return new TableOutput(file, path, format, appends);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes rows.</summary>
    /// <param name="headerOf">Says what the table is, before its first rows.</param>
    /// <param name="block">The rows.</param>
    /// <exception cref="TableException">They do not fit into the format, or to the rows that are there.</exception>
    internal void Write(Func<TableHeader> headerOf, TableBlock block)
    {
        try
        {
            _writer ??= Begin(headerOf());
            _writer.Write(block);
        }
        catch (IOException error)
        {
            throw _file.Named(error);
        }
    }

    /// <summary>Puts the file in its place.</summary>
    internal void Finish()
    {
        try
        {
            _writer!.Complete();
            _writer.Dispose();
            if (_plain is not null)
            {
                _plain.Position = 0;
                _plain.CopyTo(_output);
            }

            if (_output != _file.Stream)
            {
                _output.Dispose();
            }
        }
        catch (IOException error)
        {
            throw _file.Named(error);
        }

        _file.Finish();
    }

    /// <summary>Leaves nothing of a table that is not whole.</summary>
    public void Dispose()
    {
        _writer?.Dispose();
        _plain?.Dispose();
        _file.Dispose();
    }

    private TableWriter Begin(TableHeader header)
    {
        if (_appends)
        {
            using TableReader there = TableFile.Open(_path);
            if (!there.Header.Columns.Select(column => column.Name).SequenceEqual(header.Columns.Select(column => column.Name)))
            {
                throw new TableException(
                    TableError.TableColumnsDiffer,
                    $"'{_path}' has the columns {Names(there.Header)}, and what comes has {Names(header)}: only rows with the"
                    + " same columns in the same order can be added.");
            }

            CopyWhatIsThere();
        }

        return TableFile.Begin(_plain ?? _output, _format, header, _appends);
    }

    private static string Names(TableHeader header) =>
        Excerpt.Of(string.Join(", ", header.Columns.Select(column => column.Name)));

    // Rows come behind what is there; a last line that does not end is ended.
    private void CopyWhatIsThere()
    {
        if (_format == TableFormat.Parquet)
        {
            TableFile.CopyContent(_path, _file.Stream);
            return;
        }

        var last = new LastByte(_output);
        TableFile.CopyContent(_path, last);
        if (last.Value is not (null or (byte)'\n'))
        {
            _output.WriteByte((byte)'\n');
        }
    }
}
