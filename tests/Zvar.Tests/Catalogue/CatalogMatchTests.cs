namespace Zvar.Tests.Catalogue;

public class CatalogMatchTests
{
    private static readonly ZvarObject Star = new()
    {
        Psid = 145120008365555264,
        Ra = 0.8365280032157898,
        Dec = 30.937196731567383,
    };

    [Fact]
    public void A_Gaia_row_is_typed_and_what_follows_from_it_is_worked_out()
    {
        // The row is the ZVAR notebook's. The absolute magnitude is astropy 5.2.1's G - Distance(parallax).distmod, the
        // separation its angular_separation.
        var match = Assert.IsType<GaiaMatch>(CatalogMatch.Create(Star.Psid, "gaia", GaiaRow(), Star));
        Assert.Equal("2873447302730839936", match.Id);
        Assert.Equal(16.708706, match.PhotGMeanMag);
        Assert.Equal(17.312077, match.PhotBpMeanMag);
        Assert.Equal(15.944344000000001, match.PhotRpMeanMag);
        Assert.Equal(0.7995832359862339, match.Parallax);
        Assert.Equal(0.06608167, match.ParallaxError);
        Assert.Equal(2.5535354999999997, match.Pm);
        Assert.Equal(1.0393465976352718, match.PmRa);
        Assert.Equal(0.080007255, match.PmRaError);
        Assert.Equal(-2.33244562333133, match.PmDec);
        Assert.Equal(0.039681613, match.PmDecError);
        Assert.Equal(6.223024400748443, match.AbsoluteMagnitude, 1e-12);
        Assert.Equal(1.367733, match.BpRp, 1e-12);
        Assert.Equal(12.099924774695221, match.ParallaxOverError, 1e-12);
        Assert.Equal(0.006546367181345494, match.Separation, 1e-9);
        Assert.Same(Star, match.Object);
        Assert.Equal(["ruwe"], match.GetColumns().Keys);
    }

    [Theory]
    [InlineData(-0.3)]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    public void Without_a_positive_parallax_there_is_no_absolute_magnitude(double parallax)
    {
        CatalogRow row = GaiaRow();
        var columns = new Dictionary<string, object>(row.Columns) { ["parallax"] = parallax };
        var match = (GaiaMatch)CatalogMatch.Create(Star.Psid, "gaia", row with { Columns = columns }, Star);
        Assert.Equal(double.NaN, match.AbsoluteMagnitude);
    }

    [Fact]
    public void A_number_sent_as_text_is_read_the_same_everywhere()
    {
        using var german = new InCulture("de-DE");
        var columns = new Dictionary<string, object>
        {
            ["phot_g_mean_mag"] = "16.5",
            ["parallax"] = 2L,
            ["parallax_error"] = "1,5",
        };
        var match = (GaiaMatch)CatalogMatch.Create(Star.Psid, "GAIA", new CatalogRow("1", 0, 0, columns), null);
        Assert.Equal(16.5, match.PhotGMeanMag);
        Assert.Equal(2, match.Parallax);
        Assert.Equal(double.NaN, match.ParallaxError);
        Assert.Equal(double.NaN, match.Pm);
    }

    [Fact]
    public void A_row_of_any_other_catalogue_keeps_its_own_columns()
    {
        var columns = new Dictionary<string, object> { ["z"] = 0.0231, ["class"] = "STAR" };
        CatalogMatch match = CatalogMatch.Create(
            Star.Psid, "sdss", new CatalogRow("1237", 0.83654, 30.93721, columns), zvarObject: null);
        Assert.IsType<CatalogMatch>(match);
        Assert.Equal(columns, match.GetColumns());
        Assert.Equal(double.NaN, match.Separation);
        Assert.Null(match.Object);
        Assert.Equal(0, match.WithObject(Star).Separation, 0.1);
    }

    [Fact]
    public void A_source_without_a_position_has_no_separation()
    {
        var row = new CatalogRow("1237", double.NaN, double.NaN, new Dictionary<string, object>());
        Assert.Equal(double.NaN, CatalogMatch.Create(Star.Psid, "sdss", row, Star).Separation);
    }

    [Fact]
    public void What_stands_for_no_match_is_of_the_catalogues_type_and_knows_the_side_there_is()
    {
        var lonelyStar = Assert.IsType<GaiaMatch>(CatalogMatch.Unmatched(Star.Psid, "gaia", id: null, Star));
        Assert.Equal((Star.Psid, (string?)null), (lonelyStar.Psid, lonelyStar.Id));
        Assert.Same(Star, lonelyStar.Object);
        Assert.Equal(double.NaN, lonelyStar.Separation);
        Assert.Equal(double.NaN, lonelyStar.AbsoluteMagnitude);
        CatalogMatch lonelySource = CatalogMatch.Unmatched(0, "gaia", "2873447302730839936", zvarObject: null);
        Assert.Equal((0, "2873447302730839936"), (lonelySource.Psid, lonelySource.Id));
    }

    [Fact]
    public void What_stands_for_no_match_has_the_columns_of_those_that_match_and_nothing_in_them()
    {
        var columns = new Dictionary<string, object> { ["nuv_mag"] = 21.5, ["fuv_flag"] = 3L, ["name"] = "J0003" };
        var match = CatalogMatch.Create(Star.Psid, "galex", new CatalogRow("1", 0, 0, columns), Star);
        CatalogMatch lonely = CatalogMatch.Unmatched(Star.Psid, "galex", id: null, Star, match);
        Assert.Equal(
            new Dictionary<string, object> { ["nuv_mag"] = double.NaN, ["fuv_flag"] = double.NaN, ["name"] = "" },
            lonely.GetColumns());
    }

    [Fact]
    public void A_match_reads_well()
    {
        Assert.Equal("gaia 2873447302730839936", CatalogMatch.Create(Star.Psid, "gaia", GaiaRow(), Star).ToString());
        Assert.Equal("ps1: no match", new CatalogMatch { Psid = Star.Psid, Catalog = "ps1" }.ToString());
    }

    private static CatalogRow GaiaRow() => new(
        "2873447302730839936",
        0.8365264657830731,
        30.937195479478635,
        new Dictionary<string, object>
        {
            ["phot_g_mean_mag"] = 16.708706,
            ["phot_bp_mean_mag"] = 17.312077,
            ["phot_rp_mean_mag"] = 15.944344000000001,
            ["parallax"] = 0.7995832359862339,
            ["parallax_error"] = 0.06608167,
            ["pm"] = 2.5535354999999997,
            ["pmra"] = 1.0393465976352718,
            ["pmra_error"] = 0.080007255,
            ["pmdec"] = -2.33244562333133,
            ["pmdec_error"] = 0.039681613,
            ["ruwe"] = 1.02,
        });
}
