using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

public sealed class InvokeZvarXmatchTests : IDisposable
{
    private readonly Shell _shell = Shell.OnDemoSky();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_gaia_match_has_gaias_columns_under_both_names()
    {
        // The Gaia row the ZVAR notebook prints of this star.
        PSObject match = _shell.Run("Invoke-ZvarXmatch 145120008365555264 -Catalog gaia -Radius 3").Single;
        Assert.Equal("Zvar.GaiaMatch", match.TypeNames[0]);
        Assert.Equal("2873447302730839936", match.Properties["Id"].Value);
        Assert.Equal(16.708706, match.Properties["PhotGMeanMag"].Value);
        Assert.Equal(16.708706, match.Properties["phot_g_mean_mag"].Value);
        Assert.Equal(0.06608167, match.Properties["parallax_error"].Value);
        Assert.Equal(-2.33244562333133, match.Properties["PmDec"].Value);
        Assert.Equal(17.312077 - 15.944344, (double)match.Properties["BpRp"].Value, 9);

        // G + 5 log10(0.7995832359862339 / 1000) + 5, by hand.
        Assert.Equal(6.2230, (double)match.Properties["AbsoluteMagnitude"].Value, 4);
        Assert.Equal(145120008365555264, match.Properties["Psid"].Value);
    }

    [Fact]
    public void The_separation_is_measured_for_a_bare_psid_as_for_an_object()
    {
        // Printed positions of star and source: 0.0065″ apart.
        PSObject alone = _shell.Run("Invoke-ZvarXmatch 145120008365555264 -Catalog gaia -Radius 3").Single;
        double bare = (double)alone.Properties["Separation"].Value;
        PSObject piped = _shell.Run(
            "Get-ZvarObject 145120008365555264 | Invoke-ZvarXmatch -Catalog gaia -Radius 3").Single;
        Assert.InRange(bare, 0.001, 0.02);
        Assert.Equal(bare, piped.Properties["Separation"].Value);
        Assert.Equal("145120008365555264", piped.Properties["Object"].Value.ToString());
    }

    [Fact]
    public void The_other_way_gives_the_same_type_with_the_object()
    {
        PSObject match = _shell.Run("Invoke-ZvarXmatch -Id 2873447302730839936 -Catalog gaia -Radius 5").Single;
        Assert.Equal("Zvar.GaiaMatch", match.TypeNames[0]);
        Assert.Equal(145120008365555264, match.Properties["Psid"].Value);
        Assert.Equal("145120008365555264", match.Properties["Object"].Value.ToString());
        Assert.Equal(0.7995832359862339, match.Properties["Parallax"].Value);
    }

    [Theory]
    [InlineData("ps1")]
    [InlineData("2mass")]
    [InlineData("allwise")]
    public void Other_catalogues_show_their_own_columns_and_lead_back(string catalog)
    {
        Output there = _shell.Run(
            """
            Find-ZvarCone 0.8365280032157898 30.937196731567383 -Radius 2arcmin |
                Invoke-ZvarXmatch -Catalog $catalog -Radius 3
            """,
            ("catalog", catalog));
        PSObject match = there.Succeed()[0];
        Assert.Equal("Zvar.CatalogMatch", match.TypeNames[0]);
        Assert.Contains(match.Properties, property => property is PSNoteProperty && property.Value is double);
        Output back = _shell.Run(
            "Invoke-ZvarXmatch -Id $id -Catalog $catalog -Radius 3",
            ("id", match.Properties["Id"].Value),
            ("catalog", catalog));
        Assert.Equal(match.Properties["Psid"].Value, back.Single.Properties["Psid"].Value);
    }

    [Fact]
    public void Unmatched_stars_come_only_when_asked_for()
    {
        const string Cone = "Find-ZvarCone 0.8365280032157898 30.937196731567383 -Radius 2arcmin";
        const string Search = $"{Cone} | Invoke-ZvarXmatch -Catalog galex -Radius 1";
        int stars = _shell.Run(Cone).Results.Count;
        int matched = _shell.Run(Search).Succeed().Count;
        IReadOnlyList<PSObject> all = _shell.Run($"{Search} -IncludeUnmatched").Succeed();
        Assert.True(matched < stars);
        Assert.Equal(stars, all.Count);
        Assert.Equal(stars - matched, all.Count(match => match.Properties["Id"].Value is null));
        Assert.All(all, match => Assert.True((bool)match.Properties["Synthetic"].Value));
    }

    [Theory]
    [InlineData("gaia")]
    [InlineData("galex")]
    public void Every_row_of_an_answer_has_the_same_columns(string catalog)
    {
        Output stars = _shell.Run(
            """
            Find-ZvarCone 0.8365280032157898 30.937196731567383 -Radius 2arcmin |
                Invoke-ZvarXmatch -Catalog $catalog -Radius 1 -IncludeUnmatched
            """,
            ("catalog", catalog));
        Assert.Single(stars.Succeed().Select(Columns).Distinct());
        Output sources = _shell.Run(
            """
            Invoke-ZvarXmatch -Id 1, $id -Catalog $catalog -Radius 5 -IncludeUnmatched
            """,
            ("catalog", catalog),
            ("id", stars.Results.Select(match => match.Properties["Id"].Value).First(id => id is not null)));
        Assert.Equal(2, sources.Results.Count);
        Assert.Single(sources.Succeed().Select(Columns).Distinct());

        static string Columns(PSObject row) => string.Join(' ', row.Properties.Select(property => property.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-IncludeUnmatched")]
    public void A_psid_the_catalogue_lacks_is_told_and_harms_no_other(string option)
    {
        Output output = _shell.Run($"Invoke-ZvarXmatch 1, 145120008365555264 -Catalog gaia -Radius 3 {option}");
        Assert.Equal("ObjectNotFound", output.ErrorId);
        Assert.Equal(1L, output.Error.TargetObject);
        Assert.Equal(145120008365555264, output.Single.Properties["Psid"].Value);
    }

    [Fact]
    public void An_id_without_a_star_is_made_up_too_on_the_demo_sky()
    {
        PSObject lonely = _shell.Run("Invoke-ZvarXmatch -Id 1 -Catalog gaia -Radius 3 -IncludeUnmatched").Single;
        Assert.Equal(0L, lonely.Properties["Psid"].Value);
        Assert.True((bool)lonely.Properties["Synthetic"].Value);
    }

    [Theory]
    [InlineData("Find-ZvarCone 0.836528 30.937197 2 -TargetName mine")]
    [InlineData("[pscustomobject]@{ Psid = 145120008365555264; Name = 'mine' }")]
    [InlineData("@{ Psid = 145120008365555264; TargetName = 'mine' }")]
    public void The_name_of_the_target_goes_along(string star) => Assert.Equal(
        "mine", _shell.Run($"{star} | Invoke-ZvarXmatch -Catalog gaia -Radius 3").Single.Properties["TargetName"].Value);

    [Fact]
    public void Ids_of_the_other_catalogue_in_the_pipeline_are_told_where_they_go()
    {
        Output output = _shell.Run("'2873447302730839936' | Invoke-ZvarXmatch -Catalog gaia -Radius 3");
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Contains("-Id", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_catalogue_the_source_lacks_is_refused_in_its_own_words()
    {
        Output output = _shell.Run("Invoke-ZvarXmatch 145120008365555264 -Catalog no-such-catalogue -Radius 3");
        Assert.Equal("RequestRejected", output.ErrorId);
        Assert.Equal([145120008365555264], Assert.IsType<long[]>(output.Error.TargetObject));
    }
}
