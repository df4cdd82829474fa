using System.Reflection;

namespace Zvar.Tests.Columns;

public class ColumnTableTests
{
    // What the API v0.2.1 calls them.
    private static readonly Dictionary<string, string[]> ServiceNames = new()
    {
        ["object"] = ["psid", "ra", "dec", "objtype"],
        ["matchfile"] =
            ["field", "ccd", "quad", "band", "nb_exposures", "idx", "amplitude", "min_mag", "max_mag"],
        ["period"] = ["field", "ccd", "quad", "band", "period", "significance", "string_length", "bin"],
        ["point"] =
        [
            "time", "mag", "magerr", "limmag", "flux", "fluxerr", "snr", "band", "field", "ccd", "quad", "magzp", "mag_ref",
        ],
        ["gaia"] =
        [
            "phot_g_mean_mag", "phot_bp_mean_mag", "phot_rp_mean_mag", "parallax", "parallax_error", "pm", "pmra",
            "pmra_error", "pmdec", "pmdec_error",
        ],
    };

    // Of the IVOA's UCD1+ controlled vocabulary, version 1.5 (2023), the words our tables use, with what the list says
    // of each: whether it may come first (P, and E, C, V and Q both ways) or only after another (S).
    private static readonly Dictionary<string, char> UcdWords = new()
    {
        ["arith.diff"] = 'S',
        ["arith.rate"] = 'P',
        ["arith.zp"] = 'Q',
        ["em.opt"] = 'S',
        ["em.opt.B"] = 'S',
        ["em.opt.R"] = 'S',
        ["instr.bandpass"] = 'Q',
        ["instr.det"] = 'S',
        ["meta.code"] = 'P',
        ["meta.dataset"] = 'Q',
        ["meta.id"] = 'P',
        ["meta.id.cross"] = 'P',
        ["meta.main"] = 'S',
        ["meta.number"] = 'P',
        ["meta.record"] = 'P',
        ["obs.exposure"] = 'S',
        ["obs.field"] = 'S',
        ["phot.color"] = 'C',
        ["phot.flux"] = 'E',
        ["phot.mag"] = 'E',
        ["phys.magAbs"] = 'E',
        ["pos.angDistance"] = 'Q',
        ["pos.eq.dec"] = 'Q',
        ["pos.eq.ra"] = 'Q',
        ["pos.parallax.trig"] = 'Q',
        ["pos.pm"] = 'V',
        ["src"] = 'S',
        ["src.class"] = 'Q',
        ["src.var.amplitude"] = 'E',
        ["src.var.index"] = 'Q',
        ["stat.error"] = 'P',
        ["stat.fit.chi2"] = 'P',
        ["stat.fit.goodness"] = 'P',
        ["stat.max"] = 'S',
        ["stat.mean"] = 'S',
        ["stat.median"] = 'S',
        ["stat.min"] = 'S',
        ["stat.param"] = 'Q',
        ["stat.probability"] = 'P',
        ["stat.rank"] = 'P',
        ["stat.snr"] = 'P',
        ["stat.stdev"] = 'P',
        ["stat.value"] = 'Q',
        ["time.duration"] = 'Q',
        ["time.end"] = 'Q',
        ["time.epoch"] = 'Q',
        ["time.period"] = 'Q',
        ["time.phase"] = 'Q',
        ["time.start"] = 'Q',
    };

    // Written as VOUnits 1.1 (2023) has them.
    private static readonly string[] Units =
        ["d", "d**-1", "mag", "deg", "arcsec", "mas", "mas.yr**-1", "mag.d**-1"];

    // Every list of columns in the library, each with the type of its rows.
    public static TheoryData<Type, IReadOnlyList<Column>> Tables
    {
        get
        {
            var tables = new TheoryData<Type, IReadOnlyList<Column>>();
            foreach (PropertyInfo table in typeof(Column).Assembly.GetExportedTypes()
                .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
                .Where(property => property.PropertyType.IsAssignableTo(typeof(IReadOnlyList<Column>))))
            {
                Type row = table.PropertyType.GenericTypeArguments[0].GenericTypeArguments[0];
                tables.Add(row, (IReadOnlyList<Column>)table.GetValue(null)!);
            }

            return tables;
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_property_that_fits_a_cell_is_a_column_in_the_order_of_the_type(Type row, IReadOnlyList<Column> columns)
    {
        IEnumerable<(string, ColumnType)> cells =
            from property in row.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            let type = TypeOf(property.PropertyType)
            where type is not null
            select (property.Name, type.Value);

        Assert.Equal(cells, columns.Select(column => (column.Name, column.Type)));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_column_says_what_it_is_in_the_words_of_the_virtual_observatory(
        Type row, IReadOnlyList<Column> columns) => Assert.All(columns, column =>
        {
            Assert.Matches("^[A-Z].*[^.]$", column.Description);
            Assert.True(column.Unit is null || Units.Contains(column.Unit), $"{row.Name}: {column.Unit}");
            string[] words = column.Ucd!.Split(';');
            Assert.All(words, word => Assert.Contains(word, UcdWords));
            Assert.NotEqual('S', UcdWords[words[0]]);
            Assert.All(words[1..], word => Assert.NotEqual('P', UcdWords[word]));
        });

    [Fact]
    public void Columns_from_the_service_have_its_names()
    {
        Assert.Equal(ServiceNames["object"], NamesAtService(ObjectTable.Columns));
        Assert.Equal(ServiceNames["matchfile"], NamesAtService(MatchfileTable.Columns));
        Assert.Equal(ServiceNames["period"], NamesAtService(PeriodTable.Columns));
        Assert.Equal(ServiceNames["point"], NamesAtService(PhotometryTable.Columns));
        Assert.Equal(ServiceNames["gaia"], NamesAtService(GaiaTable.Columns));
    }

    [Fact]
    public void The_two_formats_of_the_service_carry_its_columns_between_them()
    {
        Assert.Equal(
            ["time", "mag", "magerr", "limmag", "flux", "fluxerr", "snr", "band", "field", "ccd", "quad"],
            NamesIn(PhotometryFormat.Mag));
        Assert.Equal(
            ["time", "flux", "fluxerr", "snr", "band", "field", "ccd", "quad", "magzp", "mag_ref"],
            NamesIn(PhotometryFormat.Flux));
        Assert.All(ServiceNames["point"], name => Assert.True(PhotometryTable.TryFind(name, out _)));
        Assert.False(PhotometryTable.TryFind("airmass", out _));
    }

    [Fact]
    public void A_cell_is_the_property_of_its_row()
    {
        LightCurveBuilder builder = new(145120008365555264);
        builder.Add(new PhotometryRow { Time = 2458000.5, Mag = 17.5, Flux = 3, FluxErr = 2, Band = "g", Ccd = 7 });
        PhotometryPoint point = builder.Build().EnumeratePoints().Single();

        Assert.All(PhotometryTable.Columns, column => Assert.Equal(
            typeof(PhotometryPoint).GetProperty(column.Name)!.GetValue(point), column.Read(point)));
    }

    private static IEnumerable<string> NamesAtService(IReadOnlyList<Column> columns) =>
        columns.Select(column => column.ServiceName).OfType<string>();

    private static IEnumerable<string?> NamesIn(PhotometryFormat format) =>
        PhotometryTable.InFormat(format).Select(column => PhotometryTable.Of(column).ServiceName);

    private static ColumnType? TypeOf(Type type) =>
        type == typeof(long) ? ColumnType.Long
        : type == typeof(int) ? ColumnType.Integer
        : type == typeof(double) ? ColumnType.Real
        : type == typeof(bool) ? ColumnType.Logical
        : type == typeof(string) || type.IsEnum ? ColumnType.Text
        : null;
}
