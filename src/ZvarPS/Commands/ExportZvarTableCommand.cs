using System.Management.Automation;
using Zvar;
using Zvar.Tables;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Writes objects to a file that astronomers' programs read.</para>
/// </summary>
[Cmdlet(VerbsData.Export, "ZvarTable", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportZvarTableCommand : ZvarCommand
{
    private const int ProgressActivity = 1;

    private TableInput? _input;
    private TableOutput? _output;
    private TableFormat _format;
    private string _path = "";
    private long _rows;
    private long _told;

    [Parameter(
        Mandatory = true,
        Position = 0,
        HelpMessage = "The file. Its ending says the format: " + TableFile.KnownEndings + ".")]
    [Alias("LiteralPath")]
    [Path, ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    [Parameter(
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "ZVAR objects, periods, points, light curves, matches, folds, logs, or rows with any columns.")]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    [Parameter(HelpMessage = "The format, where the file's ending does not say it. VOTableText is one for eyes.")]
    [Choice<TableFormat>]
    public TableFormat? As { get; set; }

    [Parameter(HelpMessage = "Write a light curve as one row, with lists of its exposures; not in a CSV.")]
    public SwitchParameter Nested { get; set; }

    [Parameter(HelpMessage = "Add the rows to a file that is there, if its columns are the same.")]
    public SwitchParameter Append { get; set; }

    [Parameter(HelpMessage = "Write over no file that is there.")]
    public SwitchParameter NoClobber { get; set; }

    [Parameter(HelpMessage = "Replace a file that is read-only.")]
    public SwitchParameter Force { get; set; }

    [Parameter(HelpMessage = "Give the file that was written.")]
    public SwitchParameter PassThru { get; set; }

    private protected override void Begin()
    {
        if (Append && NoClobber)
        {
            ThrowTerminatingError(ErrorRecords.ParametersExcludeEachOther(
                "-Append adds to a file that is there, and -NoClobber leaves it alone: give one of them."));
        }

        try
        {
            _path = FilePath.Resolve(this, Path);
            _format = FormatOf(_path);
            if (ShouldProcess(_path, $"Write {_format}"))
            {
                OutputTarget.RefuseWhatStays(_path, NoClobber, Force);
                _output = TableOutput.Open(_path, _format, Append, NoClobber);
                _input = new TableInput(Nested, Write);
            }
        }
        catch (NotSupportedException error)
        {
            ThrowTerminatingError(ErrorRecords.PathNotSupported(error, Path));
        }
        catch (TableException error)
        {
            ThrowTerminatingError(ErrorRecords.Table(error, Path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.CannotWrite(error, Path));
        }
    }

    private protected override void Process()
    {
        foreach (PSObject input in _input is null ? [] : OneByOne(InputObject!))
        {
            StopToken.ThrowIfCancellationRequested();
            try
            {
                _input!.Add(input);
            }
            catch (FormatException error)
            {
                WriteNotUnderstood(input, error.Message);
            }
            catch (TableException error) when (!_input!.IsBroken)
            {
                WriteError(ErrorRecords.Table(error, input));
            }
            catch (TableException error)
            {
                ThrowTerminatingError(ErrorRecords.Table(error, Path));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                ThrowTerminatingError(ErrorRecords.CannotWrite(error, Path));
            }
        }
    }

    private protected override void End()
    {
        if (_output is null)
        {
            return;
        }

        try
        {
            _input!.Finish();
            if (_rows == 0)
            {
                WriteWarning("Nothing came that could be written: "
                    + (File.Exists(_path) ? $"'{_path}' is what it was." : $"there is no file '{_path}'."));
                return;
            }

            _output.Finish();
        }
        catch (TableException error)
        {
            ThrowTerminatingError(ErrorRecords.Table(error, Path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.CannotWrite(error, Path));
        }

        if (_told > 0)
        {
            WriteProgress(new ProgressRecord(ProgressActivity, MyInvocation.MyCommand.Name, "Done")
            {
                RecordType = ProgressRecordType.Completed,
            });
        }

        if (PassThru)
        {
            WriteObject(InvokeProvider.Item.Get([_path], force: true, literalPath: true), enumerateCollection: true);
        }
    }

    /// <summary>Leaves nothing of a file that is not whole.</summary>
    public override void Dispose()
    {
        base.Dispose();
        _output?.Dispose();
    }

    private void Write(TableHeader header, TableBlock block)
    {
        _output!.Write(() => header with { Facts = Provenance.Of(MyInvocation, _input!.Synthetic) }, block);
        _rows += block.Count;

        // A block is some tenths of a second of work at the most.
        if (_rows > block.Count)
        {
            _told = _rows;
            WriteProgress(new ProgressRecord(
                ProgressActivity,
                MyInvocation.MyCommand.Name,
                FormattableString.Invariant($"{_rows:N0} rows to {System.IO.Path.GetFileName(_path)}")));
        }
    }

    private TableFormat FormatOf(string path)
    {
        TableFormat? said = TableFile.FormatOf(path);
        if (As is { } wanted)
        {
            return said is { } other && other != wanted && (wanted, other) is not (TableFormat.VOTableText, TableFormat.VOTable)
                ? throw Refused($"-As {wanted} and the ending of '{path}' say two things: leave one of them out.")
                : wanted == TableFormat.Parquet && TableFile.IsCompressed(path)
                ? throw Refused("Parquet compresses within: leave .gz out.")
                : wanted;
        }

        return said is TableFormat.Parquet && TableFile.IsCompressed(path)
            ? throw Refused("Parquet compresses within: leave .gz out.")
            : said ?? throw Refused(
                $"The ending of '{System.IO.Path.GetFileName(path)}' says no format: let it be one of {TableFile.KnownEndings},"
                + " or say the format with -As.");
    }

    private PipelineStoppedException Refused(string message)
    {
        ThrowTerminatingError(ErrorRecords.FormatNotUnderstood(message, Path));
        return new PipelineStoppedException();
    }
}
