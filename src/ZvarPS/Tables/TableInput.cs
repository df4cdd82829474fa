using System.Management.Automation;
using Zvar;
using Zvar.Tables;

namespace ZvarPS;

/// <summary>Gathers what comes down the pipeline into the blocks of one table.</summary>
/// <param name="nested">Whether a light curve is one row, with lists in it.</param>
/// <param name="take">Takes each block, with what the table is.</param>
internal sealed class TableInput(bool nested, Action<TableHeader, TableBlock> take)
{
    private readonly LightCurveReader _reader = new(readsPeriods: false);
    private TableKind? _kind;
    private TableRows? _rows;

    /// <summary>Whether the first of them is made up.</summary>
    internal bool Synthetic { get; private set; }

    /// <summary>Whether rows that were taken could not be handed on: the table cannot become whole.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>Takes an object.</summary>
    /// <exception cref="FormatException">It is no row of a table; the message says what would be.</exception>
    /// <exception cref="TableException">It is a row of another table than those before.</exception>
    internal void Add(PSObject input)
    {
        object row = RowOf(input);
        TableKind? kind = TableKind.Of(row, nested);
        if (_rows is null)
        {
            _kind = kind;
            _rows = kind?.NewRows() ?? TableKind.NewFoundRows();
            Synthetic = new Row(input).Is("Synthetic");
        }
        else if (kind != _kind)
        {
            throw new TableException(
                TableError.TableColumnsDiffer,
                $"The table is one of {_kind?.Name ?? "rows"}, and this is {kind?.Name ?? "another row"}: export them apart.");
        }

        int from = 0;
        do
        {
            from = _rows.Add(row, from);
            if (_rows.IsFull)
            {
                Flush();
            }
        }
        while (from > 0);
    }

    /// <summary>Hands on what is left.</summary>
    internal void Finish()
    {
        if (_rows is { IsEmpty: false })
        {
            Flush();
        }
    }

    private void Flush()
    {
        IsBroken = true;
        TableBlock block = _rows!.Take();
        take(_rows.Header, block);
        IsBroken = false;
    }

    // What came out of a file or a job is made again where all of it is there.
    private object RowOf(PSObject input)
    {
        if (TableKind.Of(input.BaseObject) is not null)
        {
            return input.BaseObject;
        }

        if (!Argument.IsRow(input))
        {
            throw new FormatException(
                $"'{Excerpt.Of($"{input}")}' is no row of a table: pipe objects, such as Find-ZvarCone gives, or rows with"
                + " columns.");
        }

        if (IsDeserialized<LightCurve>(input) && _reader.TryRead(input, out GivenLightCurve? whole) && whole is { } given)
        {
            return given.LightCurve;
        }

        if (IsDeserialized<ZvarObject>(input) && ObjectReader.Read(input) is { } star)
        {
            return star;
        }

        var row = new Row(input);
        return row.Names.DistinctBy(name => name.ToUpperInvariant())
            .Where(name => !IsNestedObject(input, name))
            .Select(name => KeyValuePair.Create(name, CellOf(row.Raw(name)))).ToArray();
    }

    private static bool IsDeserialized<T>(PSObject input) =>
        input.TypeNames.Contains($"Deserialized.{typeof(T).FullName}");

    // The star of a match is no cell of it.
    private static bool IsNestedObject(PSObject input, string name) =>
        name == nameof(CatalogMatch.Object) && input.TypeNames.Any(type => type.StartsWith("Deserialized.Zvar.", StringComparison.Ordinal));

    private static object? CellOf(object? cell) => cell switch
    {
        null or string => cell,
        _ when Argument.IsList(cell) => string.Join("; ", Argument.Elements(cell).Select(one => Argument.Unwrap(one))),
        PSObject row => row.ToString(),
        _ => cell,
    };
}
