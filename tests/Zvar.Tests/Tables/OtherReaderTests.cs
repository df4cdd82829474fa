using System.Text.Json;
using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using Zvar.Demo;

namespace Zvar.Tests.Tables;

/// <summary>
/// Independent programs read what is written here: astropy (5.2 and later) and STILTS of Debian, and DuckDB.
/// </summary>
public sealed class OtherReaderTests : IDisposable
{
    private const string ReadAll = """
        import json, sys, warnings
        warnings.simplefilter('error')
        from astropy.table import Table
        import numpy as np
        table = Table.read(sys.argv[1], format=sys.argv[2])
        def cell(value):
            if value is np.ma.masked: return None
            value = value.item() if hasattr(value, 'item') else value
            return str(value) if isinstance(value, float) and value != value else value
        print(json.dumps({name: {
            'unit': str(table[name].unit or ''),
            'type': table[name].dtype.kind + str(table[name].dtype.itemsize),
            'cells': [cell(one) for one in table[name]]} for name in table.colnames}))
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(TableFormat.VOTable, "votable")]
    [InlineData(TableFormat.VOTableText, "votable")]
    [InlineData(TableFormat.Ecsv, "ascii.ecsv")]
    [InlineData(TableFormat.Fits, "fits")]
    public async Task Astropy_reads_light_curves_with_their_units_and_exact_ids(TableFormat format, string name)
    {
        LightCurve[] curves = await CurvesAsync();
        string path = PathOf(format);
        WrittenTable.Write(path, format, curves, nested: false, "creator", "ZvarPS", "question", "it's \"this\" <&>");
        JsonNode read = JsonNode.Parse(OtherProgram.Python(ReadAll, path, name))!;
        Assert.Equal(PhotometryTable.Columns.Select(column => column.Name), read.AsObject().Select(one => one.Key));
        foreach (Column<PhotometryPoint> column in PhotometryTable.Columns)
        {
            Assert.Equal(column.Unit ?? "", (string?)read[column.Name]!["unit"]);
        }

        Assert.Equal("i8", (string?)read["Psid"]!["type"]);
        Assert.Equal("f8", (string?)read["Time"]!["type"]);
        Assert.Equal("i4", (string?)read["Field"]!["type"]);
        PhotometryPoint[] points = [.. curves.SelectMany(curve => curve.EnumeratePoints())];
        Assert.Equal(points.Select(point => point.Psid), Cells<long>(read, "Psid"));
        Assert.Equal(points.Select(point => point.Time), Cells<double>(read, "Time"));
        Assert.Equal(points.Select(point => point.Mag), Reals(read, "Mag"));
        Assert.Equal(points.Select(point => point.LimitingMag), Reals(read, "LimitingMag"));
        Assert.Equal(points.Select(point => point.Band), Cells<string>(read, "Band"));
        Assert.Equal(points.Select(point => point.Detected), Cells<bool>(read, "Detected"));
    }

    [Theory]
    [InlineData(TableFormat.VOTable, "votable")]
    [InlineData(TableFormat.VOTableText, "votable")]
    [InlineData(TableFormat.Ecsv, "ascii.ecsv")]
    [InlineData(TableFormat.Fits, "fits")]
    public async Task Astropy_reads_matches_with_what_they_lack(TableFormat format, string name)
    {
        await using var sky = new DemoSky();
        CatalogMatch match = await sky.MatchAsync(
            new ObjectMatchRequest([145120008365555264], "gaia", 2, ClosestOnly: true), Stop).FirstAsync(Stop);
        string path = PathOf(format);
        WrittenTable.Write(path, format, [match, CatalogMatch.Unmatched(5, "gaia", null, null, match)]);
        JsonNode read = JsonNode.Parse(OtherProgram.Python(ReadAll, path, name))!;
        Assert.Equal([145120008365555264, 5], Cells<long>(read, "Psid"));
        Assert.Equal([((GaiaMatch)match).Parallax, double.NaN], Reals(read, "Parallax"));
        Assert.Equal("mas", (string?)read["Parallax"]!["unit"]);
        Assert.Equal("mas / yr", (string?)read["Pm"]!["unit"]);
        Assert.Equal(match.Id, (string?)read["Id"]!["cells"]![0]);
    }

    [Theory]
    [InlineData(TableFormat.VOTable, "votable")]
    [InlineData(TableFormat.VOTableText, "votable")]
    [InlineData(TableFormat.Fits, "fits")]
    public async Task Astropy_reads_nested_light_curves(TableFormat format, string name)
    {
        LightCurve[] curves = await CurvesAsync();
        string path = PathOf(format);
        WrittenTable.Write(path, format, curves, nested: true);
        JsonNode read = JsonNode.Parse(OtherProgram.Python(
            """
            import json, sys, warnings
            warnings.simplefilter('error')
            from astropy.table import Table
            import numpy as np
            table = Table.read(sys.argv[1], format=sys.argv[2])
            table.convert_bytestring_to_unicode()
            def bands(row):
                band = row['Band']
                return band.split(' ') if isinstance(band, str) else [str(one) for one in band][:len(row['Time'])]
            def reals(cell):
                return [None if one != one else one for one in np.ma.filled(cell, np.nan).tolist()]
            print(json.dumps([{
                'Psid': int(row['Psid']), 'Name': str(row['TargetName']), 'Unit': str(table['Time'].unit),
                'Time': reals(row['Time']), 'Mag': reals(row['Mag']), 'Field': row['Field'].tolist(),
                'Band': bands(row)} for row in table]))
            """,
            path,
            name))!;
        Assert.Equal(curves.Length, read.AsArray().Count);
        foreach ((LightCurve curve, JsonNode? row) in curves.Zip(read.AsArray()))
        {
            T[] Column<T>(string column) => row![column].Deserialize<T[]>()!;
            Assert.Equal(curve.Psid, (long)row!["Psid"]!);
            Assert.Equal(curve.TargetName, (string?)row["Name"]);
            Assert.Equal("d", (string?)row["Unit"]);
            Assert.Equal(curve.Time, Column<double>("Time"));
            Assert.Equal(curve.Mag, Column<double?>("Mag").Select(mag => mag ?? double.NaN));
            Assert.Equal(curve.Field, Column<int>("Field"));
            Assert.Equal(curve.Band, Column<string>("Band"));
        }
    }

    [Theory]
    [InlineData(TableFormat.VOTable, "votable")]
    [InlineData(TableFormat.VOTableText, "votable")]
    [InlineData(TableFormat.Fits, "fits")]
    public async Task Stilts_turns_nested_light_curves_into_other_formats_and_nothing_is_lost(
        TableFormat format, string name)
    {
        LightCurve[] curves = await CurvesAsync();
        string path = PathOf(format);
        WrittenTable.Write(path, format, curves, nested: true);
        foreach (string other in (string[])["votable-binary2", "votable", "fits-var"])
        {
            string copy = Path.Combine(_folder, "copy");
            OtherProgram.Stilts(
                "tpipe", $"in={path}", $"ifmt={name}", $"out={copy}", $"ofmt={other}", "cmd=addcol first Time[0]");
            Assert.Equal(
                curves.Select(curve => (object?)curve.Time[0]), WrittenTable.ReadCells(copy)["first"]);
            LightCurve[] read = [.. WrittenTable.Read(copy).Cast<LightCurve>()];
            Assert.Equal(curves.Select(curve => curve.Time), read.Select(curve => curve.Time));
            Assert.Equal(curves.Select(curve => curve.Mag), read.Select(curve => curve.Mag));
            Assert.Equal(curves.Select(curve => curve.Band), read.Select(curve => curve.Band));
            Assert.Equal(curves.Select(curve => curve.Field), read.Select(curve => curve.Field));
        }
    }

    [Theory]
    [InlineData(TableFormat.VOTable)]
    [InlineData(TableFormat.VOTableText)]
    public async Task Votlint_finds_nothing_wrong(TableFormat format)
    {
        await using var sky = new DemoSky();
        ZvarObject[] stars = await StarsAsync();
        object[][] tables =
        [
            stars,
            [.. stars.SelectMany(one => one.Periods)],
            [.. stars.SelectMany(one => one.Matchfiles)],
            await CurvesAsync(),
            await sky.MatchAsync(new ObjectMatchRequest([stars[0].Psid], "gaia", 2, true), Stop).ToArrayAsync(Stop),
            await sky.GetProcessingLogsAsync(Stop).Take(10).ToArrayAsync(Stop),
            [.. Zvar.Variability.Measure((await CurvesAsync())[0])],
        ];
        LightCurve[] curves = await CurvesAsync();
        foreach ((object[] table, bool nested) in tables.Select(table => (table, false)).Append((curves, true)))
        {
            string path = PathOf(format);
            WrittenTable.Write(path, format, table, nested, "source", "demo sky", "question", "a <b> & \"c\"");
            Assert.Equal("", OtherProgram.Stilts("votlint", $"votable={path}", "ucd=true", "unit=true").Trim());
        }
    }

    [Theory]
    [InlineData(TableFormat.VOTable, "votable")]
    [InlineData(TableFormat.VOTableText, "votable")]
    [InlineData(TableFormat.Fits, "fits")]
    [InlineData(TableFormat.Ecsv, "ecsv")]
    [InlineData(TableFormat.Csv, "csv")]
    public async Task Stilts_turns_a_table_into_every_other_format_and_nothing_is_lost(TableFormat format, string name)
    {
        LightCurve[] curves = await CurvesAsync();
        string path = PathOf(format);
        WrittenTable.Write(path, format, curves);
        foreach (string other in (string[])["votable-binary2", "votable-binary", "votable", "fits-basic", "ecsv", "csv"])
        {
            string copy = Path.Combine(_folder, "copy");
            OtherProgram.Stilts("tcopy", $"in={path}", $"ifmt={name}", $"out={copy}", $"ofmt={other}");
            Dictionary<string, object?[]> cells = WrittenTable.ReadCells(copy);
            PhotometryPoint[] points = [.. curves.SelectMany(curve => curve.EnumeratePoints())];
            Assert.Equal(points.Select(point => (object?)point.Psid), cells["Psid"]);
            Assert.Equal(points.Select(point => (object?)point.Time), cells["Time"]);
            Assert.Equal(points.Select(point => point.Mag), cells["Mag"].Select(cell => cell as double? ?? double.NaN));
            Assert.Equal(points.Select(point => (object?)point.Band), cells["Band"]);
            Assert.Equal(points.Select(point => (object?)point.Detected), cells["Detected"]);
            Assert.Equal(points.Select(point => (object?)point.Field), cells["Field"].Select(cell => cell is long whole ? (int)whole : cell));
        }
    }

    [Fact]
    public async Task DuckDB_reads_the_parquet()
    {
        LightCurve[] curves = await CurvesAsync();
        string path = PathOf(TableFormat.Parquet);
        WrittenTable.Write(path, TableFormat.Parquet, curves);
        PhotometryPoint[] points = [.. curves.SelectMany(curve => curve.EnumeratePoints())];
        Assert.Equal(
            points.Select(point => (point.Psid, point.Time, point.Mag, point.Band, point.Field, point.Synthetic)),
            Query($"SELECT Psid, Time, Mag, Band, Field, Synthetic FROM '{path}'", row =>
                (row.GetInt64(0), row.GetDouble(1), row.GetDouble(2), row.GetString(3), row.GetInt32(4), row.GetBoolean(5))));
        Assert.Equal(
            ["1.0"],
            Query(
                $"SELECT decode(value) FROM parquet_kv_metadata('{path}') WHERE decode(key) = 'IVOA.VOTable-Parquet.version'",
                row => row.GetString(0)));
    }

    [Fact]
    public async Task DuckDB_reads_nested_light_curves()
    {
        LightCurve[] curves = await CurvesAsync();
        string path = PathOf(TableFormat.Parquet);
        WrittenTable.Write(path, TableFormat.Parquet, curves, nested: true);
        Assert.Equal(
            curves.Select(curve => (curve.Psid, (long)curve.Points, curve.Time.Max(), curve.Band[^1])),
            Query($"SELECT Psid, len(Time), list_max(Time), Band[-1] FROM '{path}'", row =>
                (row.GetInt64(0), row.GetInt64(1), row.GetDouble(2), row.GetString(3))));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static T[] Query<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader rows = command.ExecuteReader();
        List<T> all = [];
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return [.. all];
    }

    private static T[] Cells<T>(JsonNode read, string column) => read[column]!["cells"].Deserialize<T[]>()!;

    // NaN where astropy has none, masked or not.
    private static double[] Reals(JsonNode read, string column) =>
    [
        .. read[column]!["cells"]!.AsArray().Select(cell =>
            cell is null || cell.GetValueKind() == JsonValueKind.String ? double.NaN : cell.GetValue<double>()),
    ];

    private static async Task<ZvarObject[]> StarsAsync()
    {
        await using var sky = new DemoSky();
        var cone = new ConeSearch([new ConeTarget("a", new SkyPosition(4.93855, 36.31493), 60)], ConeFilter.None);
        return await sky.FindConesAsync(cone, Stop).Select(found => found.Object).ToArrayAsync(Stop);
    }

    private static async Task<LightCurve[]> CurvesAsync()
    {
        await using var sky = new DemoSky();
        long[] psids = [.. (await StarsAsync()).Take(2).Select(one => one.Psid)];
        return await sky.GetLightCurvesAsync(new PhotometryRequest(psids, Band.All), Stop)
            .Select(curve => curve.Of(null, $"star {curve.Psid % 10}")).ToArrayAsync(Stop);
    }

    private string PathOf(TableFormat format) => Path.Combine(_folder, $"table.{format}");
}
