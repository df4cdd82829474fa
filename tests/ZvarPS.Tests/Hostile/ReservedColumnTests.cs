using System.Management.Automation;
using System.Text.Json;
using Zvar.Tests.Http;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Hostile;

/// <summary>
/// Columns with the names that PowerShell or we have taken, or with none: none is lost, none hides what is ours, and no
/// row ends what others begin.
/// </summary>
public sealed class ReservedColumnTests
{
    private const long Star = 145120008365555264;

    public static TheoryData<string, string> Columns => new()
    {
        // What the catalogue calls it, and what it is called here.
        { "", "Column_1" },
        { " ", "Column_ " },
        { "psobject", "Column_psobject" },
        { "PSObject", "Column_PSObject" },
        { "psbase", "Column_psbase" },
        { "psadapted", "Column_psadapted" },
        { "psextended", "Column_psextended" },
        { "pstypenames", "Column_pstypenames" },
        { "PSStandardMembers", "Column_PSStandardMembers" },
        { "ToString", "Column_ToString" },
        { "tostring", "Column_tostring" },
        { "GetType", "Column_GetType" },
        { "Equals", "Column_Equals" },
        { "GetColumns", "Column_GetColumns" },
        { "psid", "Column_psid" },
        { "Object", "Column_Object" },
        { "Catalog", "Column_Catalog" },
        { "SEPARATION", "Column_SEPARATION" },
        { "Synthetic", "Column_Synthetic" },
        { "Count", "Count" },
        { "*", "*" },
        { "a.b", "a.b" },
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task A_catalogues_column_has_a_name_that_says_so(string column, string shown)
    {
        await using LoopbackServer server = Serve(new() { [column] = "theirs", ["z"] = 1 });
        using Shell shell = Service.Connect(server.Address);

        PSObject match = shell.Run($"Invoke-ZvarXmatch {Star} -Catalog sdss -Radius 5").Single;

        Assert.Equal("theirs", match.Properties[shown].Value);
        Assert.Equal(1L, match.Properties["z"].Value);
        Output said = shell.Run(
            """
            $match.Psid
            $match.Catalog
            $match.Synthetic
            $match.GetType().Name
            $match.ToString()
            "$match"
            $match.psobject.TypeNames[0]
            $match.pstypenames[0]
            $match.GetColumns().Keys -ccontains $column
            $match.GetRow()[$column]
            """,
            ("match", match),
            ("column", column));
        Assert.Equal(
            [
                Star, "sdss", false, "CatalogMatch", "sdss 1237", "sdss 1237", "Zvar.CatalogMatch", "Zvar.CatalogMatch",
                true, "theirs",
            ],
            said.Succeed().Select(one => one.BaseObject));
    }

    [Fact]
    public async Task Columns_that_differ_in_case_alone_are_all_there()
    {
        await using LoopbackServer server = Serve(
            new() { ["mag"] = 1, ["Mag"] = 2, ["MAG"] = 3, ["Column_Mag"] = 4, ["column_mag_2"] = 5, [""] = 6 });
        using Shell shell = Service.Connect(server.Address);

        PSObject match = shell.Run($"Invoke-ZvarXmatch {Star} -Catalog sdss -Radius 5").Single;

        PSNoteProperty[] columns = [.. match.Properties.OfType<PSNoteProperty>()];
        Assert.Equal([1, 2, 3, 4, 5, 6], columns.Select(column => (long)column.Value));
        Assert.Equal(6, columns.Select(column => column.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal("mag", columns[0].Name);
    }

    [Fact]
    public async Task Gaias_id_is_not_shown_twice()
    {
        await using LoopbackServer server = Serve(new() { ["source_id"] = 1237 });
        using Shell shell = Service.Connect(server.Address);

        PSObject match = shell.Run($"Invoke-ZvarXmatch {Star} -Catalog gaia -Radius 5").Single;

        Assert.Equal("1237", match.Properties["source_id"].Value);
        Assert.Null(match.Properties["Column_source_id"]);
    }

    [Fact]
    public async Task One_such_row_takes_no_other_with_it()
    {
        string rows = JsonSerializer.Serialize(Enumerable.Range(0, 3).ToDictionary(
            i => $"{Star + i}", i => new[] { Row(new() { ["psobject"] = i, [""] = i }) }));
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, AnswerTo(call, rows)));
        using Shell shell = Service.Connect(server.Address);
        Output output = shell.Run($"{Star}, {Star + 1}, {Star + 2} | Invoke-ZvarXmatch -Catalog sdss -Radius 5");
        Assert.Equal([0, 1, 2], output.Values<long>("Column_psobject"));
    }

    [Fact]
    public async Task The_other_way_and_processing_logs_are_no_different()
    {
        string row = JsonSerializer.Serialize(Row(new() { [""] = 1, ["Psid"] = 2, ["psobject"] = 4 }));
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, call.RequestLine.Contains("logs")
            ? """[{"field": 1, "ccd": 1, "quad": 1, "band": "g", "": 1, "Field": 7, "ToString": 3, "psobject": 4}]"""
            : $$"""{"1237": [{{row}}]}"""));
        using Shell shell = Service.Connect(server.Address);
        PSObject match = shell.Run("Invoke-ZvarXmatch -Id 1237 -Catalog sdss -Radius 5 -IncludeUnmatched").Single;
        Assert.Equal([1, 2, 4], match.Properties.OfType<PSNoteProperty>().Select(column => (long)column.Value));
        PSObject log = shell.Run("Get-ZvarProcessingLog").Single;
        Assert.Equal([1, 7, 3, 4], log.Properties.OfType<PSNoteProperty>().Select(column => (long)column.Value));
        Assert.Equal(1, log.Properties["Field"].Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ToString")]
    [InlineData("GetType")]
    [InlineData("psobject")]
    [InlineData("PSTypeNames")]
    [InlineData("psbase")]
    [InlineData("Count")]
    [InlineData("Length")]
    [InlineData("Keys")]
    [InlineData("Values")]
    [InlineData("Item")]
    [InlineData("SyncRoot")]
    public void A_users_table_may_have_such_columns(string column)
    {
        using Shell shell = Shell.OnDemoSky();
        Output output = shell.Run(
            """
            $table = 0..3 | ForEach-Object {
                @{ $column = 'theirs'; Name = 'star'; Ra = 0.8365; Dec = 30.9372; Time = 2458000 + $_; Mag = 17 }
            }
            $objects = foreach ($row in $table) {
                $object = [psobject]::new()
                foreach ($pair in $row.GetEnumerator()) {
                    try {
                        $object.psobject.Properties.Add([psnoteproperty]::new($pair.Key, $pair.Value))
                    } catch [System.Management.Automation.RuntimeException] {
                        # No object has such a property.
                    }
                }
                , $object
            }
            foreach ($rows in $table, $objects) {
                $rows | ConvertTo-ZvarFold -Period 1 -Bins 1
                $rows[0] | Find-ZvarCone -Radius 3
            }
            $table[0], $objects[0] | Get-ZvarObject
            """,
            ("column", column));
        Assert.All(output.Errors, error => Assert.StartsWith(
            "InputNotUnderstood", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.InRange(output.Errors.Count, 1, 2);
        ILookup<string, PSObject> given = output.Results.ToLookup(one => one.TypeNames[0]);
        Assert.Equal([4, 4], given["Zvar.PhasePoint"].Select(bin => (int)bin.Properties["Count"].Value));
        Assert.NotEmpty(given["Zvar.ZvarObject"]);
    }

    [Fact]
    public void Columns_of_a_users_table_that_differ_in_case_alone_are_not_taken_one_for_the_other()
    {
        using Shell shell = Shell.OnDemoSky();
        Output output = shell.Run(
            """
            $row = [System.Collections.Hashtable]::new()
            $row['Time'] = 2458000; $row['mag'] = 17; $row['MAG'] = 17
            $row | ConvertTo-ZvarFold -Period 1
            """);
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Contains("Two columns could be the magnitude", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_a_users_table_may_have_one_text()
    {
        using Shell shell = Shell.OnDemoSky();
        Output output = shell.Run(
            """
            $columns = @{ Time = 2458000, 2458001; Mag = 17, 18; 1 = 1, 2 }
            $columns['1'] = 3, 4
            $columns | ConvertTo-ZvarFold -Period 1
            """);
        Assert.Equal([17, 18], output.Values<double>("Mag").Order());
    }

    private static LoopbackServer Serve(Dictionary<string, object> columns)
    {
        string matches = $$"""{"{{Star}}": [{{JsonSerializer.Serialize(Row(columns))}}]}""";
        return new LoopbackServer(call => call.AnswerAsync(200, AnswerTo(call, matches)));
    }

    private static string AnswerTo(Call call, string matches) =>
        call.RequestLine.Contains("xmatch", StringComparison.Ordinal) ? matches : "[]";

    private static Dictionary<string, object> Row(Dictionary<string, object> columns) =>
        new(columns) { ["id"] = "1237", ["ra"] = 10.0, ["dec"] = 1.0 };
}
