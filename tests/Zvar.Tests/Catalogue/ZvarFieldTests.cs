namespace Zvar.Tests.Catalogue;

public class ZvarFieldTests
{
    [Fact]
    public void Processed_files_are_counted_by_field_and_band()
    {
        ZvarField[] fields =
        [
            .. ZvarField.Count(
            [
                Log(1648, 1, "i"), Log(648, 1, "r"), Log(648, 1, "g"), Log(648, 2, "r"), Log(1648, 1, "g"),
            ]),
        ];
        Assert.Equal(
        [
            new ZvarField { Field = 648, Bands = "g r", Files = 3, GFiles = 1, RFiles = 2, IFiles = 0 },
            new ZvarField { Field = 1648, Bands = "g i", Files = 2, GFiles = 1, RFiles = 0, IFiles = 1 },
        ],
            fields);
        Assert.Equal("648 g r (3 files)", fields[0].ToString());
    }

    [Fact]
    public void A_log_keeps_the_columns_it_came_with()
    {
        ProcessingLog log = Log(648, 1, "g").WithColumns(new Dictionary<string, object> { ["nb_exposures"] = 474L });
        Assert.Equal(474L, log.GetColumns()["nb_exposures"]);
        Assert.Equal("648/2/1 g", log.ToString());
    }

    private static ProcessingLog Log(int field, int quad, string band) =>
        new() { Field = field, Ccd = 2, Quad = quad, Band = band };
}
