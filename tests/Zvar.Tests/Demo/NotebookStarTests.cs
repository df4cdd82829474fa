namespace Zvar.Tests.Demo;

// The numbers are those the ZVAR notebook prints of its star.
public class NotebookStarTests
{
    private const double Ra = 0.8365280032157898;
    private const double Dec = 30.937196731567383;

    [Fact]
    public async Task It_stands_where_it_really_is()
    {
        ZvarObject star = Assert.Single(await DemoQuestions.GetObjectsAsync(DemoQuestions.NotebookStar));

        Assert.Equal((Ra, Dec, ObjectType.Star), (star.Ra, star.Dec, star.ObjectType));
        Assert.Equal(DemoQuestions.NotebookStar, (await DemoQuestions.FindConeAsync(Ra, Dec, 60))[0].Psid);
    }

    [Fact]
    public async Task It_is_listed_as_it_really_is()
    {
        ZvarObject star = Assert.Single(await DemoQuestions.GetObjectsAsync(DemoQuestions.NotebookStar));

        Matchfile inG = new()
        {
            Psid = DemoQuestions.NotebookStar,
            Field = 648,
            Ccd = 2,
            Quad = 2,
            Band = "g",
            Exposures = 474,
            Index = 6121,
            Amplitude = 0.85447776,
            MinMag = 17.216894,
            MaxMag = 18.362774,
            Synthetic = true,
        };
        Matchfile inR = inG with
        {
            Band = "r",
            Exposures = 652,
            Index = 6136,
            Amplitude = 0.71687734,
            MinMag = 16.26603,
            MaxMag = 17.217215,
        };
        Assert.Equal([inG, inR], star.Matchfiles);
        Assert.Equal(6, star.Periods.Count);
        Assert.Equal(
            new ZvarPeriod
            {
                Psid = DemoQuestions.NotebookStar,
                Field = 648,
                Ccd = 2,
                Quad = 2,
                Band = "g",
                Period = 0.2726629621689033,
                Significance = 48.87137985229492,
                StringLength = 11.694456767129525,
                Bins = 5,
                Synthetic = true,
            },
            star.Periods[0]);
    }

    // "This object is clearly periodic, with a period ~3.27 hours", says the notebook of its most significant one.
    [Fact]
    public async Task Its_most_significant_period_is_half_of_the_first_one()
    {
        ZvarObject star = Assert.Single(await DemoQuestions.GetObjectsAsync(DemoQuestions.NotebookStar));

        Assert.Equal("3.27 hours", Duration.ToText(star.Period));
        Assert.All(star.Periods, entry => Assert.InRange(entry.Significance, 40, 50));
    }

    [Fact]
    public async Task Its_first_five_points_are_exact()
    {
        LightCurve lightCurve = await DemoQuestions.GetLightCurveAsync(DemoQuestions.NotebookStar);

        Assert.Equal(1126, lightCurve.Points);
        Assert.Equal(2458263.981924, lightCurve.FirstTime);
        Assert.Equal(
            [
                ("g", 17.416570, 0.036399588, 345.24374, 95.399110, 29.828255),
                ("r", 16.449749, 0.012616, 1278.2693, 78.648030, 86.06215),
                ("r", 16.419369, 0.010663, 1470.3439, 68.358690, 101.82602),
                ("r", 16.546500, 0.010184, 701.21387, 58.076283, 106.61088),
                ("g", 17.316734, 0.018827, 619.30790, 54.096283, 57.66853),
            ],
            lightCurve.EnumeratePoints().Take(5).Select(point =>
                (point.Band, point.Mag, point.MagErr, point.Flux, point.FluxErr, point.Snr)));
        Assert.Equal(
            [2458264, 2458269, 2458272, 2458274, 2458274],
            lightCurve.Time.Take(5).Select(time => Math.Round(time)));
    }

    [Fact]
    public async Task Its_first_point_in_flux_is_exact()
    {
        LightCurve lightCurve = await DemoQuestions.GetLightCurveAsync(
            DemoQuestions.NotebookStar, PhotometryFormat.Flux);

        PhotometryPoint first = lightCurve.EnumeratePoints().First();
        Assert.Equal((345.24374, 95.399110), (first.Flux, first.FluxErr));
        Assert.Equal(3.618941, first.DifferenceSnr, 1e-6);
        Assert.Equal((26.052000762939453, -8.494999885559082), (first.MagZeroPoint, first.ReferenceMag));
    }

    [Theory]
    [InlineData("g", 17.216894, 18.362774)]
    [InlineData("r", 16.26603, 17.217215)]
    public async Task Its_light_curve_reaches_the_magnitudes_listed_and_goes_no_farther(
        string band, double brightest, double faintest)
    {
        LightCurve lightCurve = await DemoQuestions.GetLightCurveAsync(DemoQuestions.NotebookStar);

        LightCurve inBand = lightCurve.Where(i => lightCurve.Band[i] == band);
        Assert.Equal(brightest, inBand.Mag.Min(), 1e-6);
        Assert.Equal(faintest, inBand.Mag.Max(), 1e-6);
    }

    // Two unlike minima: only the whole period puts each into its own place.
    [Fact]
    public async Task It_folds_better_at_its_whole_period_than_at_half_of_it()
    {
        LightCurve lightCurve = await DemoQuestions.GetLightCurveAsync(DemoQuestions.NotebookStar);

        double whole = DemoQuestions.LaflerKinman(lightCurve, 0.2726629621689033);
        double half = DemoQuestions.LaflerKinman(lightCurve, 0.2726629621689033 / 2);

        Assert.InRange(whole, 0, 0.05);
        Assert.InRange(half, 1.5 * whole, 0.2);
    }

    [Theory]
    [InlineData("gaia", "2873447302730839936")]
    [InlineData("ps1", "145120008365555264")]
    [InlineData("2mass", "00032077+3056139")]
    [InlineData("allwise", "J000320.77+305613.9")]
    public async Task Its_names_in_other_catalogues_lead_to_it(string catalog, string id)
    {
        CatalogMatch match = Assert.Single(await DemoQuestions.MatchExternalAsync(catalog, 5, id));

        Assert.Equal(DemoQuestions.NotebookStar, match.Psid);
        Assert.InRange(match.Separation, 0, 0.2);
    }

    // The notebook's own search: 2 arcminutes, 5 to 10 hours, amplitude 0.7 to 1, a star with 100 exposures.
    [Fact]
    public async Task The_notebooks_search_finds_it_first()
    {
        List<ZvarObject> found = await DemoQuestions.FindConeAsync(Ra, Dec, 120, new ConeFilter
        {
            ObjectType = ObjectType.Star,
            MinPeriod = 5.0 / 24,
            MaxPeriod = 10.0 / 24,
            MinSignificance = 15,
            MinExposures = 100,
            MinAmplitude = 0.7,
            MaxAmplitude = 1,
        });

        Assert.Equal(DemoQuestions.NotebookStar, found[0].Psid);
    }

    [Fact]
    public async Task The_notebooks_other_star_stands_where_its_psid_says_and_folds()
    {
        ZvarObject star = Assert.Single(await DemoQuestions.GetObjectsAsync(DemoQuestions.SecondStar));
        LightCurve lightCurve = await DemoQuestions.GetLightCurveAsync(DemoQuestions.SecondStar);

        Assert.True(Psid.TryDecode(DemoQuestions.SecondStar, out SkyPosition encoded));
        Assert.InRange(star.GetPosition().SeparationTo(encoded), 0, 0.6);
        Assert.InRange(star.Significance, 40, 51);
        Assert.InRange(DemoQuestions.LaflerKinman(lightCurve, star.Period), 0, 0.05);
    }
}
