using System.Text.Encodings.Web;
using System.Text.Json;

namespace Zvar.Tables;

// Enhanced CSV 1.0 (APE 6 of astropy): a header in YAML after #, then CSV. Texts of the header are written as JSON has
// them, which YAML reads too.
internal sealed class EcsvWriter : CsvWriter
{
    private static readonly JsonSerializerOptions Quoting =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal EcsvWriter(Stream output, TableHeader header, bool appends)
        : base(output, header, appends ? "" : Yaml(header) + Names(header), nan: "nan")
    {
    }

    private static string Yaml(TableHeader header) => string.Concat(
    [
        "# %ECSV 1.0\n# ---\n# delimiter: ','\n# datatype:\n",
        .. header.Columns.Select(column => $"# - {{{string.Join(", ", KeysOf(column))}}}\n"),
        $"# meta:\n#   name: {Quote(header.Name)}\n",
        .. header.Facts.Select(fact => $"#   {Quote(fact.Key)}: {Quote(fact.Value)}\n"),
        "# schema: astropy-2.0\n",
    ]);

    private static IEnumerable<string> KeysOf(Column column)
    {
        yield return $"name: {Quote(column.Name)}";
        yield return $"datatype: {(column.IsList ? "string" : Word(column.Type))}";
        if (column.Unit is { } unit)
        {
            yield return $"unit: {Quote(unit)}";
        }

        if (column.IsList)
        {
            yield return $"subtype: '{Word(column.Type)}[null]'";
        }

        if (column.Description.Length > 0)
        {
            yield return $"description: {Quote(column.Description)}";
        }

        if (column.Ucd is { } ucd)
        {
            yield return $"meta: {{ucd: {Quote(ucd)}}}";
        }
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, Quoting);

    private static string Word(ColumnType type) => type switch
    {
        ColumnType.Long => "int64",
        ColumnType.Integer => "int32",
        ColumnType.Real => "float64",
        ColumnType.Logical => "bool",
        _ => "string",
    };
}
