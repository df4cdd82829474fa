using System.Collections.ObjectModel;
using System.Management.Automation;
using Microsoft.PowerShell.Commands;
using Zvar;
using Zvar.Tables;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Reads tables: ours, and anybody's light curves.</para>
/// </summary>
[Cmdlet(VerbsData.Import, "ZvarTable", DefaultParameterSetName = PathSet)]
[OutputType(
    typeof(LightCurve), typeof(PhotometryPoint), typeof(ZvarObject), typeof(CatalogMatch), typeof(PSObject))]
public sealed class ImportZvarTableCommand : ZvarCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    [Parameter(
        ParameterSetName = PathSet,
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        HelpMessage = "Files, with wildcards if you like. What they are is found from their first bytes.")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    [Parameter(
        ParameterSetName = LiteralPathSet,
        Mandatory = true,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "Files whose names are meant as they are written.")]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    [Parameter(HelpMessage = "The column of the times, where the names do not tell.")]
    [Name, ArgumentCompleter(typeof(NameAttribute))]
    public string? TimeColumn { get; set; }

    [Parameter(HelpMessage = "The column of the magnitudes.")]
    [Name, ArgumentCompleter(typeof(NameAttribute))]
    public string? MagColumn { get; set; }

    [Parameter(HelpMessage = "The column of their errors.")]
    [Name, ArgumentCompleter(typeof(NameAttribute))]
    public string? MagErrColumn { get; set; }

    [Parameter(HelpMessage = "The column of fluxes that magnitudes are made of; relative ones, unless it names Jy.")]
    [Name, ArgumentCompleter(typeof(NameAttribute))]
    public string? FluxColumn { get; set; }

    [Parameter(HelpMessage = "The column of the errors of the fluxes.")]
    [Name, ArgumentCompleter(typeof(NameAttribute))]
    public string? FluxErrColumn { get; set; }

    [Parameter(HelpMessage = "The column of the bands.")]
    [Name, ArgumentCompleter(typeof(NameAttribute))]
    public string? BandColumn { get; set; }

    [Parameter(HelpMessage = "The column that says whose photometry a row is.")]
    [Name, ArgumentCompleter(typeof(NameAttribute))]
    public string? IdColumn { get; set; }

    [Parameter(HelpMessage = "What is added to the times for full Julian dates, in days: 2400000.5 to an MJD.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    public double? TimeOffset { get; set; }

    [Parameter(HelpMessage = "How the times are counted: " + Zvar.TimeSystem.Forms + ".")]
    [TimeSystem, ArgumentCompleter(typeof(TimeSystemAttribute))]
    public TimeSystem? TimeSystem { get; set; }

    [Parameter(HelpMessage = "Keep the rows that their survey says are bad.")]
    public SwitchParameter KeepFlagged { get; set; }

    [Parameter(HelpMessage = "Give the points of light curves one by one.")]
    public SwitchParameter AsPoint { get; set; }

    [Parameter(HelpMessage = "Give the rows as they are, whatever the table is of.")]
    public SwitchParameter AsRow { get; set; }

    private PhotometryOptions Options => new()
    {
        TimeColumn = TimeColumn,
        MagColumn = MagColumn,
        MagErrColumn = MagErrColumn,
        FluxColumn = FluxColumn,
        FluxErrColumn = FluxErrColumn,
        BandColumn = BandColumn,
        IdColumn = IdColumn,
        TimeOffset = TimeOffset,
        TimeSystem = TimeSystem,
        KeepFlagged = KeepFlagged,
    };

    private protected override void Begin()
    {
        if (AsRow && AsPoint)
        {
            ThrowTerminatingError(ErrorRecords.ParametersExcludeEachOther(
                "-AsRow gives the rows of the file, and -AsPoint the points of light curves made of them: give one."));
        }
    }

    private protected override void Process()
    {
        foreach (string path in ParameterSetName == PathSet ? Path : LiteralPath)
        {
            foreach (string file in FilesOf(path))
            {
                Read(file);
            }
        }
    }

    private Collection<string> FilesOf(string path)
    {
        try
        {
            if (ParameterSetName == LiteralPathSet)
            {
                return [FilePath.Resolve(this, path)];
            }

            Collection<string> files = GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
            return provider.ImplementingType == typeof(FileSystemProvider)
                ? files
                : throw new NotSupportedException($"'{path}' is a place of the provider {provider.Name}, and no file.");
        }
        catch (ItemNotFoundException error)
        {
            WriteError(ErrorRecords.CannotRead(error, path));
        }
        catch (Exception error) when (error is NotSupportedException or SessionStateException)
        {
            WriteError(ErrorRecords.PathNotSupported(error, path));
        }

        return [];
    }

    private void Read(string file)
    {
        try
        {
            using TableReader table = TableFile.Open(file);
            foreach (string note in table.Notes)
            {
                WriteWarning(note);
            }

            string[] names = [.. table.Header.Columns.Select(column => column.Name)];
            if (AsRow)
            {
                WriteRows(table, names);
            }
            else if (Options == PhotometryOptions.None && TableKind.OfColumns(names) is { } kind)
            {
                WriteVerbose($"'{file}' is a table of {kind.Name}.");
                WriteObjects(table, kind);
            }
            else
            {
                WriteLightCurves(table, names, file);
            }
        }
        catch (TableException error)
        {
            WriteError(ErrorRecords.Table(error, file));
        }
        catch (FormatException error)
        {
            WriteError(ErrorRecords.Table(new TableException(
                TableError.TableNotUnderstood, $"{error.Message} -AsRow gives the rows as they are.", error), file));
        }
        catch (InvalidDataException error)
        {
            WriteError(ErrorRecords.Table(new TableException(
                TableError.TableDamaged, $"The compressed file is damaged: {Excerpt.Of(error.Message)}", error), file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.CannotRead(error, file));
        }
    }

    private void WriteObjects(TableReader table, TableKind kind)
    {
        ObjectMaker maker = kind.NewMaker(table.Header);
        foreach (TableBlock block in Blocks(table))
        {
            Write(maker.Make(block));
        }

        Write(maker.Finish());
    }

    private void Write(IEnumerable<object> objects)
    {
        foreach (object one in objects)
        {
            Write(one);
        }
    }

    private void Write(object one)
    {
        if (AsPoint && one is LightCurve curve)
        {
            WriteObject(curve.EnumeratePoints(), enumerateCollection: true);
        }
        else
        {
            WriteObject(one);
        }
    }

    private void WriteLightCurves(TableReader table, string[] names, string file)
    {
        Dictionary<string, string> metadata = table.Header.Facts.DistinctBy(fact => fact.Key.ToUpperInvariant())
            .ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.OrdinalIgnoreCase);
        var gatherer = new LightCurveGatherer(names, metadata, Options);
        Dictionary<string, int> places = names.Select((name, place) => (name, place)).DistinctBy(one => one.name).ToDictionary();
        foreach (TableBlock block in Blocks(table))
        {
            int row = 0;
            object? CellOf(string name) => block.Columns[places[name]][row];
            for (; row < block.Count; row++)
            {
                try
                {
                    gatherer.Add(CellOf);
                }
                catch (FormatException error)
                {
                    WriteNotUnderstood(file, error.Message);
                }
            }
        }

        foreach (GatheredLightCurve gathered in gatherer.Gather())
        {
            Write(gathered.LightCurve);
        }

        WriteNotes(gatherer.Notes);
    }

    private void WriteRows(TableReader table, string[] names)
    {
        foreach (TableBlock block in Blocks(table))
        {
            for (int row = 0; row < block.Count; row++)
            {
                var shown = new PSObject();
                for (int place = 0; place < names.Length; place++)
                {
                    if (shown.Properties[names[place]] is null)
                    {
                        shown.Properties.Add(new PSNoteProperty(names[place], block.Columns[place][row]));
                    }
                }

                WriteObject(shown);
            }
        }
    }

    // Between two blocks there is less than Ctrl+C is felt to wait.
    private IEnumerable<TableBlock> Blocks(TableReader table)
    {
        while (table.Read() is { } block)
        {
            StopToken.ThrowIfCancellationRequested();
            yield return block;
        }
    }
}
