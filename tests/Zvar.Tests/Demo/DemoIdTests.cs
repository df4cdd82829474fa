using System.Globalization;

namespace Zvar.Tests.Demo;

public class DemoIdTests
{
    // Poles, their neighbourhoods, the borders of RA, and places from everywhere between.
    public static TheoryData<double, double> Places
    {
        get
        {
            var places = new TheoryData<double, double>
            {
                { 0, 90 },
                { 200, 89.999 },
                { 311, 89.9 },
                { 0, -90 },
                { 17, -89.9995 },
                { 0, 5 },
                { 360, -5 },
                { 359.9999, 60 },
            };
            for (int i = 0; i < 24; i++)
            {
                // Golden-ratio steps: even over the sphere.
                places.Add(i * 137.50776 % 360, Math.Asin((2 * (i + 0.5) / 24) - 1) * 180 / Math.PI);
            }

            return places;
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_psid_leads_back_to_its_star_and_says_where_it_is(double ra, double dec)
    {
        List<ZvarObject> found = await DemoQuestions.FindConeAsync(ra, dec, 90);

        List<ZvarObject> again = await DemoQuestions.GetObjectsAsync([.. found.Select(star => star.Psid)]);

        Assert.NotEmpty(found);
        Assert.Equal(found.Select(star => star.Psid), again.Select(star => star.Psid));
        Assert.All(found, star =>
        {
            Assert.InRange(star.Psid, 1, 999_999_999_999_999_999);
            Assert.True(Psid.TryDecode(star.Psid, out SkyPosition encoded));
            Assert.InRange(star.GetPosition().SeparationTo(encoded), 0, 0.6);
            Assert.Equal(((float)star.Ra, (float)star.Dec), (star.Ra, star.Dec));
        });
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Ids_of_every_catalogue_lead_back_to_their_star(double ra, double dec)
    {
        List<ZvarObject> found = await DemoQuestions.FindConeAsync(ra, dec, 90);

        foreach (string catalog in (string[])["gaia", "ps1", "galex", "2mass", "allwise"])
        {
            List<CatalogMatch> sources = await DemoQuestions.MatchAsync(found, catalog, 1);
            List<CatalogMatch> back = await DemoQuestions.MatchExternalAsync(
                catalog, 1, [.. sources.Select(source => source.Id!)]);
            Assert.True(sources.Count > 0 || catalog is not ("gaia" or "ps1"), catalog);
            Assert.All(
                sources,
                source => Assert.Contains(back, match => (match.Id, match.Psid) == (source.Id, source.Psid)));
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_Gaia_id_holds_its_sources_HEALPix_pixel(double ra, double dec)
    {
        List<GaiaMatch> sources = await DemoQuestions.MatchGaiaAsync(await DemoQuestions.FindConeAsync(ra, dec, 90), 1);

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.Equal(
            Healpix.PixelOf(12, new SkyPosition(source.CatalogRa, source.CatalogDec)),
            long.Parse(source.Id!, CultureInfo.InvariantCulture) / (1L << 35)));
    }

    [Theory]
    [InlineData("gaia", @"^\d{15,19}$")]
    [InlineData("ps1", @"^\d{17,18}$")]
    [InlineData("galex", @"^6\d{18}$")]
    [InlineData("2mass", @"^\d{8}[+-]\d{7}$")]
    [InlineData("allwise", @"^J\d{6}\.\d\d[+-]\d{6}\.\d$")]
    public async Task Ids_have_the_form_of_their_catalogue(string catalog, string form)
    {
        List<CatalogMatch> north = await DemoQuestions.MatchAsync(
            await DemoQuestions.FindConeAsync(300.5, 33.3, 300), catalog, 1);
        List<CatalogMatch> south = await DemoQuestions.MatchAsync(
            await DemoQuestions.FindConeAsync(0.001, -0.001, 300), catalog, 1);

        Assert.NotEmpty(north);
        Assert.NotEmpty(south);
        Assert.All(north.Concat(south), match => Assert.Matches(form, match.Id));
    }

    // A designation is its row's position, rounded.
    [Fact]
    public async Task A_designation_is_a_position()
    {
        List<CatalogMatch> matches = await DemoQuestions.MatchAsync(
            await DemoQuestions.FindConeAsync(0.001, -0.001, 300), "allwise", 1);

        Assert.All(matches, match =>
        {
            string id = match.Id![1..];
            SkyPosition named = Coordinate.ParsePosition(
                $"{id[..2]}:{id[2..4]}:{id[4..9]} {id[9..12]}:{id[12..14]}:{id[14..]}");
            Assert.InRange(named.SeparationTo(new SkyPosition(match.CatalogRa, match.CatalogDec)), 0, 0.1);
        });
    }

    [Theory]
    [InlineData("gaia", "2873447302730839937")]
    [InlineData("gaia", "9223372036854775807")]
    [InlineData("gaia", "")]
    [InlineData("ps1", "145120008365555265")]
    [InlineData("galex", "1")]
    [InlineData("galex", "-3223372036854775808")]
    [InlineData("2mass", "00032077+9956139")]
    [InlineData("2mass", "99992077+3056139")]
    [InlineData("allwise", "J000320.77+305613")]
    public async Task An_id_the_catalogue_lacks_leads_nowhere(string catalog, string id) =>
        Assert.Empty(await DemoQuestions.MatchExternalAsync(catalog, 5, id));

    // Given out by the first version of the demo sky: people keep ids in their notes, and they must go on meaning the
    // same star with the same light.
    [Theory]
    [InlineData(132000499750405660, 49.975040435791016, 20.004276275634766, 0.4267675774587577, 15.516851)]
    [InlineData(215982870597591387, 287.1401672363281, 89.98374938964844, 0.0701078198738031, 18.495474)]
    [InlineData(58833599753473216, 359.9753723144531, -40.97249221801758, 0.11972840900567479, 18.169575)]
    [InlineData(73232663875617704, 266.3875427246094, -28.968809127807617, 2.6172249064844006, 17.74896)]
    public async Task Psids_of_an_earlier_session_still_mean_the_same_star(
        long psid, double ra, double dec, double period, double firstMag)
    {
        ZvarObject star = Assert.Single(await DemoQuestions.GetObjectsAsync(psid));
        LightCurve lightCurve = await DemoQuestions.GetLightCurveAsync(psid);

        Assert.Equal((ra, dec), (star.Ra, star.Dec));
        Assert.Equal(period, star.Period, 1e-9);
        Assert.Equal(firstMag, lightCurve.Mag[0], 2e-6);
    }

    [Theory]
    [InlineData("gaia", "59389613171571660", 132000499750405660)]
    [InlineData("2mass", "03195401+2000152", 132000499750405660)]
    [InlineData("allwise", "J031954.01+200015.4", 132000499750405660)]
    [InlineData("gaia", "2305842969993574286", 215982870597591387)]
    [InlineData("galex", "6215982870597591387", 215982870597591387)]
    [InlineData("allwise", "J235954.08-405820.9", 58833599753473216)]
    public async Task Other_catalogues_ids_of_an_earlier_session_still_mean_the_same_star(
        string catalog, string id, long psid) =>
        Assert.Equal(psid, Assert.Single(await DemoQuestions.MatchExternalAsync(catalog, 1, id)).Psid);
}
