using System.Globalization;
using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

public sealed class FindZvarConeTests : IDisposable
{
    private const string Star = "0.8365280032157898 30.937196731567383";
    private readonly Shell _shell = Shell.OnDemoSky();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_ten_arcminute_cone_has_about_two_thousand_stars_nearest_first()
    {
        Output output = _shell.Run($"Find-ZvarCone {Star} -Radius 10arcmin");
        double[] separations = output.Values<double>("Separation");
        Assert.InRange(separations.Length, 1500, 2500);
        Assert.Equal(separations.Order(), separations);
        Assert.True(separations[^1] <= 600);
        Assert.Equal(145120008365555264, output.Results[0].Properties["Psid"].Value);
    }

    [Theory]
    [InlineData("ra_deg", "dec_deg", "star")]
    [InlineData("RA (deg)", "Dec (deg)", "StarName")]
    [InlineData("RAdeg", "DEdeg", "target")]
    public void Columns_in_degrees_and_the_names_of_stars_are_understood(string ra, string dec, string name)
    {
        using Shell shell = Shell.OnDemoSky();
        Output output = shell.Run(
            $"[pscustomobject]@{{ '{ra}' = '0.83653'; '{dec}' = '30.93720'; {name} = 'mine' }} | Find-ZvarCone -Radius 10");
        Assert.Equal("mine", output.Single.Properties["TargetName"].Value);
    }

    [Theory]
    [InlineData("0.8365280032157898 30.937196731567383 60")]
    [InlineData("0.8365280032157898 30.937196731567383 1arcmin")]
    [InlineData("0.8365280032157898 30.937196731567383 \"1'\"")]
    [InlineData("00:03:20.76672 +30:56:13.9082 1arcmin")]
    [InlineData("00h03m20.76672s 30d56m13.9082s 0.0166666666667deg")]
    [InlineData("-Position '0.8365280032157898 30.937196731567383' -Radius 60")]
    [InlineData("-Position '00:03:20.76672 +30:56:13.9082' -Radius 60arcsec")]
    public void Positions_and_radii_read_as_people_write_them(string arguments)
    {
        long[] asDegrees = _shell.Run($"Find-ZvarCone {Star} 60").Values<long>("Psid");
        Assert.NotEmpty(asDegrees);
        Assert.Equal(asDegrees, _shell.Run($"Find-ZvarCone {arguments}").Values<long>("Psid"));
    }

    [Theory]
    [InlineData("10 91 5", "Dec", "-90 to 90")]
    [InlineData("361 10 5", "Ra", "0 to 360")]
    [InlineData("-5 10 5", "Ra", "0 to 360")]
    [InlineData("10 10 0", "Radius", "more than 0")]
    [InlineData("10 10 -3", "Radius", "more than 0")]
    [InlineData("10 10 31deg", "Radius", "at most 30deg")]
    [InlineData("10 10 3parsec", "Radius", "10arcmin")]
    [InlineData("1,5 10 5", "Ra", "point")]
    [InlineData("'1,5' 10 5", "Ra", "1.5")]
    [InlineData("-Position '1,5' -Radius 5", "Position", "decimal")]
    [InlineData("-Position 1,5,2 -Radius 5", "Position", "0.8365 30.9372")]
    [InlineData("10 10 5 -MinPeriod 0", "MinPeriod", "more than 0")]
    [InlineData("10 10 5 -MinSignificance '1,5'", "MinSignificance", "1.5")]
    [InlineData("'0.8365, 30.9372' -Radius 5", "Ra", "a space between them")]
    [InlineData("0.8365, 30.9372 -Radius 5", "Ra", "a space between them")]
    [InlineData("10 10 5 -ObjectType Galaxy", "ObjectType", "Extended (2)")]
    [InlineData("10 10 5 -ObjectType 1, 2", "ObjectType", "Star (1)")]
    [InlineData("10 10 5 -ObjectType 'Star,Extended'", "ObjectType", "Star (1)")]
    [InlineData("10 10 5 -ObjectType 10", "ObjectType", "OffImage (9)")]
    public void Bad_input_is_refused_at_binding_with_what_would_be_right(
        string arguments, string parameter, string right)
    {
        Output output = _shell.Run($"Find-ZvarCone {arguments}");
        Assert.StartsWith(
            "ParameterArgumentTransformationError", output.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"'{parameter}'", output.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains(right, output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Under_a_culture_with_decimal_commas_numbers_read_the_same()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("de-DE", _shell.Run("[cultureinfo]::CurrentCulture.Name").Single.ToString());
            Assert.Equal(
                145120008365555264,
                _shell.Run("$ra = 0.836528; Find-ZvarCone $ra 30.937196 -Radius 1.5").Single.Properties["Psid"].Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Rows_of_a_table_are_positions_and_their_names_go_with_the_stars()
    {
        Output output = _shell.Run(
            """
            [pscustomobject]@{ Name = 'mine'; RAJ2000 = '0.836528'; DEJ2000 = '30.937196' },
            [pscustomobject]@{ Name = 'mine'; ra = 0.836528; dec = 30.937196 },
            [pscustomobject]@{ TargetName = 'another'; Position = '00:03:20.76672 +30:56:13.9082' } |
                Find-ZvarCone -Radius 2
            """);
        Assert.Equal(["mine", "mine", "another"], output.Values<string>("TargetName"));
        Assert.All(output.Values<long>("Psid"), psid => Assert.Equal(145120008365555264, psid));
    }

    [Fact]
    public void A_row_may_bring_its_own_radius()
    {
        Output output = _shell.Run(
            "[pscustomobject]@{ Ra = 0.836528; Dec = 30.937196; Radius = '2arcsec' } | Find-ZvarCone");
        Assert.Equal(145120008365555264, output.Single.Properties["Psid"].Value);
    }

    [Fact]
    public void A_table_without_the_columns_is_told_which_ones_are_wanted_and_harms_no_other_row()
    {
        Output output = _shell.Run(
            """
            [pscustomobject]@{ x = 1; y = 2 }, [pscustomobject]@{ Ra = 0.836528; Dec = 30.937196 } |
                Find-ZvarCone -Radius 2
            """);
        Assert.Equal("InputNotUnderstood", output.ErrorId);
        Assert.Contains("Ra and Dec", output.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains("x, y", output.Error.ToString(), StringComparison.Ordinal);
        Assert.Single(output.Results);
    }

    [Fact]
    public void An_empty_pipeline_is_no_error() => Assert.Empty(_shell.Run("@() | Find-ZvarCone -Radius 5").Succeed());

    [Fact]
    public void Filters_are_met_by_any_entry_and_strictly_by_one()
    {
        const string Filters = "-MinPeriod 5h -MaxPeriod 10h -MinSignificance 15 -MinAmplitude 0.3 -ObjectType Star";
        long[] any = _shell.Run($"Find-ZvarCone {Star} -Radius 10arcmin {Filters}").Values<long>("Psid");
        IReadOnlyList<PSObject> strict =
            _shell.Run($"Find-ZvarCone {Star} -Radius 10arcmin {Filters} -Strict").Succeed();
        Assert.Contains(145120008365555264, any);
        Assert.NotEmpty(strict);
        Assert.All(strict, one => Assert.Contains((long)one.Properties["Psid"].Value, any));
        Assert.All(strict, one => Assert.Contains(
            (IEnumerable<object>)one.Properties["Periods"].Value,
            entry => entry is not null
                && Get(entry, "Period") is >= 5 / 24.0 and <= 10 / 24.0
                && Get(entry, "Significance") >= 15));
    }

    [Fact]
    public void A_significance_alone_brings_its_period_range_with_it()
    {
        Output output = _shell.Run($"Find-ZvarCone {Star} -Radius 10arcmin -MinSignificance 20");
        Assert.NotEmpty(output.Succeed());
        Assert.All(output.Values<double>("Significance"), significance => Assert.True(significance >= 20));
    }

    [Fact]
    public void A_cone_wider_than_the_service_takes_is_covered_and_each_star_comes_once()
    {
        Output output = _shell.Run($"Find-ZvarCone {Star} -Radius 15arcmin -MinSignificance 30");
        long[] psids = output.Values<long>("Psid");
        Assert.Equal(psids.Distinct().Count(), psids.Length);
        Assert.Contains(output.Values<double>("Separation"), separation => separation > 600);
        Assert.All(output.Values<double>("Separation"), separation => Assert.True(separation <= 900));
        long[] inner = _shell.Run($"Find-ZvarCone {Star} -Radius 10arcmin -MinSignificance 30").Values<long>("Psid");
        Assert.NotEmpty(inner);
        Assert.Subset(psids.ToHashSet(), inner.ToHashSet());
    }

    [Fact]
    public void The_giants_pipeline_finds_giants()
    {
        Output output = _shell.Run(
            """
            Find-ZvarCone 4.93855 36.31493 -Radius 10arcmin -ObjectType Star -MinSignificance 40 |
                Invoke-ZvarXmatch -Catalog gaia -Radius 5 |
                Where-Object { $_.ParallaxOverError -gt 3 -and $_.BpRp -gt 1 -and $_.AbsoluteMagnitude -lt 3 }
            """);
        Assert.True(output.Succeed().Count >= 2);
        Assert.All(output.Values<bool>("Synthetic"), Assert.True);
    }

    private static double Get(object entry, string property) =>
        (double)PSObject.AsPSObject(entry).Properties[property].Value;
}
