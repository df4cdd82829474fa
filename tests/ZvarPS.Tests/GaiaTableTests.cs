using System.Xml.Linq;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>Show-ZvarColorMagnitude on a table of Gaia's own, which has no psids and asks nobody.</summary>
public sealed class GaiaTableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly Shell _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("bp_rp = '1.37'", "parallax_error = '0.066'")]
    [InlineData("phot_bp_mean_mag = '17.312077'; phot_rp_mean_mag = '15.944344'", "parallax_over_error = '12.1'")]
    public void Rows_are_placed_by_their_columns_and_named_by_their_source_id(string color, string error)
    {
        string text = Draw(
            $$"""
            [pscustomobject]@{
                source_id = '2873447302730839936'; phot_g_mean_mag = '16.708706'; parallax = '0.79958'
                {{color}}; {{error}}
            }
            """);

        Assert.Contains("1 stars", text, StringComparison.Ordinal);
        Assert.Contains("parallax at least 3 σ (1)", text, StringComparison.Ordinal);
        Assert.Contains("2873447302730839936", text, StringComparison.Ordinal);
        Assert.DoesNotContain("|0|", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'BP-RP' = '1.37'", "e_Plx = '0.066'")]
    [InlineData("BPmag = '17.312077'; RPmag = '15.944344'", "RPlx = '12.1'")]
    public void VizieR_has_names_of_its_own_for_the_columns(string color, string error)
    {
        string text = Draw(
            $$"""
            [pscustomobject]@{ Source = '2873447302730839936'; Gmag = '16.708706'; Plx = '0.79958'; {{color}}; {{error}} }
            """);

        Assert.Contains("parallax at least 3 σ (1)", text, StringComparison.Ordinal);
        Assert.Contains("2873447302730839936", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_error_of_the_parallax_and_a_name_a_star_is_placed_all_the_same()
    {
        string text = Draw("@{ phot_g_mean_mag = 12; bp_rp = 0.8; parallax = 4.5 }");

        Assert.Contains("parallax below 3 σ (1)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("|0|", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_measured_has_no_place_and_is_no_error()
    {
        string text = Draw(
            """
            @{ source_id = '1'; phot_g_mean_mag = '12'; bp_rp = '0.8'; parallax = '4.5' }
            @{ source_id = '2'; phot_g_mean_mag = '12'; bp_rp = ''; parallax = 'null' }
            """);

        Assert.Contains("1 stars", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Matches_from_a_table_are_shown_as_the_matches_were()
    {
        const string Matches = """
            Connect-Zvar -Demo
            $matches = Find-ZvarCone 4.93855 36.31493 -Radius 1arcmin | Invoke-ZvarXmatch -Catalog gaia -Radius 3
            Disconnect-Zvar
            """;
        string direct = Draw("$matches", Matches);
        string rows = Draw(
            """
            foreach ($m in $matches) {
                [pscustomobject]@{
                    Psid = "$($m.Psid)"; Id = $m.Id; PhotGMeanMag = $m.PhotGMeanMag; PhotBpMeanMag = $m.PhotBpMeanMag
                    PhotRpMeanMag = $m.PhotRpMeanMag; Parallax = $m.Parallax; ParallaxError = $m.ParallaxError
                    Synthetic = 'True'
                }
            }
            """);

        Assert.Equal(direct, rows);
    }

    [Fact]
    public void A_number_that_cannot_be_read_is_told()
    {
        Output output = _shell.Run(
            "@{ phot_g_mean_mag = 'bright'; bp_rp = '1'; parallax = '1' } | Show-ZvarColorMagnitude -Path a.svg");

        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Contains("'bright' is not a number", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_no_star_is_told_what_would_be()
    {
        Output output = _shell.Run("[pscustomobject]@{ x = 1 } | Show-ZvarColorMagnitude -Path a.svg");

        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Contains("phot_g_mean_mag", output.Error.ToString(), StringComparison.Ordinal);
    }

    // What the diagram says, its texts between bars.
    private string Draw(string rows, string before = "")
    {
        string path = Path.Combine(_folder, "diagram.svg");
        _shell.Run($"{before}\n& {{ {rows} }} | Show-ZvarColorMagnitude -Path $path", ("path", path)).Succeed();
        return string.Concat(XDocument.Load(path).Descendants()
            .Where(one => one.Name.LocalName == "text").Select(one => $"|{one.Value.Trim()}|"));
    }
}
