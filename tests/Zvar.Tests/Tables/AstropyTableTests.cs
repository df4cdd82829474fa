using Zvar.Tables;

namespace Zvar.Tests.Tables;

/// <summary>Files that astropy (Debian's 5.2 and later) writes are read to the last bit.</summary>
public sealed class AstropyTableTests : IDisposable
{
    private const string WriteAll = """
        import sys
        from astropy.table import Table, MaskedColumn
        import numpy as np
        table = Table({
            'id': np.array([145120008365555264, -9223372036854775807, 3], dtype='i8'),
            'real': np.array([0.1 + 0.2, np.nan, -5e-324]),
            'single': np.array([0.1, 1e30, -0.0], dtype='f4'),
            'name': ['RR Lyr', 'a,"b" <&>', "it's"],
            'truth': [True, False, True],
            'short': np.array([-32768, 0, 7], dtype='i2'),
            'byte': np.array([0, 255, 7], dtype='u1'),
            'some': MaskedColumn(np.array([1, 2, 3], dtype='i4'), mask=[False, True, False]),
        })
        if sys.argv[2] in ('tabledata', 'binary', 'binary2'):
            table['some'] = table['some'].filled(2)  # this astropy writes no null of a whole number there
        table['list'] = np.array([[1.5, 2.5], [np.nan, 4.0], [5.0, 6.0]])
        table['real'].unit = 'mag'
        table['id'].description = 'who it is'
        table.meta['ORIGIN'] = 'a test'
        options = {'tabledata': dict(format='votable', tabledata_format='tabledata'),
                   'binary': dict(format='votable', tabledata_format='binary'),
                   'binary2': dict(format='votable', tabledata_format='binary2'),
                   'fits': dict(format='fits'), 'ecsv': dict(format='ascii.ecsv'),
                   'commas': dict(format='ascii.ecsv', delimiter=',')}[sys.argv[2]]
        table.write(sys.argv[1], overwrite=True, **options)
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("tabledata")]
    [InlineData("binary")]
    [InlineData("binary2")]
    [InlineData("fits")]
    [InlineData("ecsv")]
    [InlineData("commas")]
    public void Every_type_is_exact(string kind)
    {
        string path = Path.Combine(_folder, $"table.{kind}");
        OtherProgram.Python(WriteAll, path, kind);
        Dictionary<string, object?[]> cells = WrittenTable.ReadCells(path);
        Assert.Equal([145120008365555264L, -9223372036854775807L, 3L], cells["id"]);
        Assert.Equal([0.1 + 0.2, double.NaN, -5e-324], cells["real"].Select(cell => cell ?? double.NaN));
        Assert.Equal([0.1f, 1e30f, -0.0f], cells["single"].Select(cell => (float)(double)cell!));
        Assert.Equal(["RR Lyr", "a,\"b\" <&>", "it's"], cells["name"]);
        Assert.Equal([true, false, true], cells["truth"]);
        Assert.Equal([-32768, 0, 7], cells["short"]);
        Assert.Equal([0, 255, 7], cells["byte"]);
        Assert.Equal(1, cells["some"][0]);
        Assert.Equal(3, cells["some"][2]);
        Assert.Equal(kind is "fits" or "ecsv" or "commas" ? null : 2, cells["some"][1]);
        Assert.Equal([1.5, 2.5], Assert.IsType<double[]>(cells["list"][0]));
        Assert.Equal([double.NaN, 4.0], Assert.IsType<double[]>(cells["list"][1]));
        using TableReader reader = TableFile.Open(path);
        Assert.Equal("mag", reader.Header.Columns.First(column => column.Name == "real").Unit);
    }

    [Fact]
    public void Unsigned_and_variable_columns_of_fits_are_read()
    {
        string path = Path.Combine(_folder, "table.fits");
        OtherProgram.Python(
            """
            import sys
            from astropy.io import fits
            import numpy as np
            columns = [
                fits.Column('u2', 'I', bzero=32768, array=np.array([0, 65535], dtype='u2')),
                fits.Column('u4', 'J', bzero=2147483648, array=np.array([0, 4294967295], dtype='u4')),
                fits.Column('scaled', 'E', bscale=0.5, bzero=10.0, array=np.array([10.5, 11.0], dtype='f4')),
                fits.Column('lists', 'PD()', array=np.array([np.array([1.0, 2.0]), np.array([])], dtype=object)),
                fits.Column('complex', 'C', array=np.array([1j, 2j])),
            ]
            fits.BinTableHDU.from_columns(columns).writeto(sys.argv[1])
            """,
            path);
        Dictionary<string, object?[]> cells = WrittenTable.ReadCells(path);
        Assert.Equal([0, 65535], cells["u2"]);
        Assert.Equal([0L, 4294967295L], cells["u4"]);
        Assert.Equal([10.5, 11.0], cells["scaled"]);
        Assert.Equal([1.0, 2.0], Assert.IsType<double[]>(cells["lists"][0]));
        Assert.Empty(Assert.IsType<double[]>(cells["lists"][1]));
        using TableReader reader = TableFile.Open(path);
        Assert.Contains("complex", Assert.Single(reader.Notes));
    }
}
