using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Zvar.Tables;

// The header of an enhanced CSV: what its columns hold, and what is said of the table.
internal sealed record EcsvHeader(char Delimiter, IReadOnlyList<Column> Columns, TableHeader Header)
{
    private const int MostDepth = 200;
    private const int MostBrackets = 1000;

    internal static EcsvHeader Parse(string yaml)
    {
        RefuseDepths(yaml);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            var root = (YamlMappingNode)stream.Documents[0].RootNode;
            string delimiter = Text(root, "delimiter") ?? " ";
            Column[] columns =
            [
                .. ((YamlSequenceNode)root["datatype"]).Select(one => ColumnOf((YamlMappingNode)one)),
            ];
            KeyValuePair<string, string>[] facts = [.. Facts(Find(root, "meta"))];
            string name = facts.FirstOrDefault(fact => fact.Key == "name").Value ?? "";
            return new EcsvHeader(
                delimiter is [var sign] ? sign : ' ',
                columns,
                new TableHeader(name, columns) { Facts = [.. facts.Where(fact => fact.Key != "name")] });
        }
        catch (Exception error) when (error is YamlException or InvalidCastException or KeyNotFoundException
            or ArgumentException or InvalidOperationException)
        {
            throw new TableException(
                TableError.TableDamaged, $"The header of the ECSV cannot be read: {Excerpt.Of(error.Message)}", error);
        }
    }

    // Whoever reads YAML goes down into it as deep as it is written.
    private static void RefuseDepths(string yaml)
    {
        int depth = 0;
        foreach (string line in yaml.Split('\n'))
        {
            int indentation = line.AsSpan().IndexOfAnyExcept(" -?:");
            depth += line.Count(letter => letter is '[' or '{') - line.Count(letter => letter is ']' or '}');
            int brackets = line.Count(letter => letter is '[' or '{');
            if (indentation > MostDepth || depth > MostDepth || brackets > MostBrackets)
            {
                throw new TableException(
                    TableError.TableDamaged, "The header of the ECSV cannot be read: it is nested deeper than any is.");
            }
        }
    }

    private static Column ColumnOf(YamlMappingNode node)
    {
        string datatype = Text(node, "datatype") ?? "string";
        string? subtype = Text(node, "subtype");
        bool isList = subtype?.Contains('[', StringComparison.Ordinal) == true;
        ColumnType type = TypeOf(isList ? subtype!.Split('[')[0] : datatype);
        return new Column(Text(node, "name") ?? "", type, Text(node, "description") ?? "")
        {
            Unit = Text(node, "unit"),
            Ucd = Find(node, "meta") is YamlMappingNode meta ? Text(meta, "ucd") : null,
            IsList = isList,
            IsOptional = type is ColumnType.Long or ColumnType.Integer or ColumnType.Logical,
        };
    }

    private static ColumnType TypeOf(string word) => word switch
    {
        "bool" => ColumnType.Logical,
        "int8" or "int16" or "int32" or "uint8" or "uint16" => ColumnType.Integer,
        "int64" or "uint32" or "uint64" => ColumnType.Long,
        "float16" or "float32" or "float64" or "float128" => ColumnType.Real,
        _ => ColumnType.Text,
    };

    // What is a list of pairs to keep its order is mappings of one key.
    private static IEnumerable<KeyValuePair<string, string>> Facts(YamlNode? meta) => meta switch
    {
        YamlMappingNode mapping => mapping.Children
            .Where(child => child is { Key: YamlScalarNode, Value: YamlScalarNode })
            .Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value ?? "", $"{child.Value}")),
        YamlSequenceNode list => list.SelectMany(Facts),
        _ => [],
    };

    private static string? Text(YamlMappingNode node, string key) => (Find(node, key) as YamlScalarNode)?.Value;

    private static YamlNode? Find(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? found) ? found : null;
}
