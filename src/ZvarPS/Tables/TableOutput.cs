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

    // Where the writer writes to.
    private Stream Content => _plain ?? _output;

    /// <summary>Begins a file, or goes on with one that is there.</summary>
    internal static TableOutput Open(string path, TableFormat format, bool append, bool noClobber)
    {
        var file = new ReplacedFile(path, noClobber);
        try
        {
            return new TableOutput(file, path, format, append && File.Exists(path));
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
            if (_writer is null)
            {
                Begin(headerOf());
            }

            _writer!.Write(block);
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

    private void Begin(TableHeader header)
    {
        if (!_appends)
        {
            _writer = TableFile.Begin(Content, _format, header);
            return;
        }

        using TableReader there = TableFile.Open(_path);
        RequireSameNames(there.Header, header);
        if (TableFile.CanGoOn(_format))
        {
            CopyWhatIsThere();
            _writer = TableFile.Begin(Content, _format, header, appends: true);
            return;
        }

        RequireOwn(there.Header);
        _writer = TableFile.Begin(Content, _format, Together(there.Header, header));
        while (there.Read() is { } block)
        {
            _writer.Write(block);
        }
    }

    private void RequireSameNames(TableHeader there, TableHeader header)
    {
        if (!there.Columns.Select(column => column.Name).SequenceEqual(header.Columns.Select(column => column.Name)))
        {
            throw new TableException(
                TableError.TableColumnsDiffer,
                $"'{_path}' has the columns {Names(there)}, and what comes has {Names(header)}: only rows with the same"
                + " columns in the same order can be added.");
        }
    }

    // What is written anew would lose what only others know to write.
    private void RequireOwn(TableHeader there)
    {
        if (!there.Facts.Any(fact => fact.Key.Equals(Provenance.Creator, StringComparison.OrdinalIgnoreCase)
            && fact.Value.StartsWith(Provenance.Program, StringComparison.Ordinal)))
        {
            throw new TableException(
                TableError.TableColumnsDiffer,
                $"'{_path}' is not of Export-ZvarTable, and to a file of {_format} of others no rows can be added."
                + " Import-ZvarTable reads both, and their rows can be exported together.");
        }
    }

    // The header stays what it was. A list of texts may be one text there.
    private TableHeader Together(TableHeader there, TableHeader header) => there with
    {
        Columns =
        [
            .. there.Columns.Zip(header.Columns, (old, added) => old.Type == added.Type
                ? old with { IsList = added.IsList, IsOptional = old.IsOptional || added.IsOptional }
                : throw new TableException(
                    TableError.TableColumnsDiffer,
                    $"The column {Excerpt.Of(old.Name)} holds {old.Type} in '{_path}' and {added.Type} in what comes: only"
                    + " rows with the same columns can be added.")),
        ],
    };

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
