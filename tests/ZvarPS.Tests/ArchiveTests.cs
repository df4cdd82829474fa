using System.Management.Automation;
using Zvar;
using Zvar.Tests.Sources;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>
/// The cmdlets on an archive, which has some stars, knows that there are no others, and cannot know of any else.
/// </summary>
public sealed class ArchiveTests : IDisposable
{
    private const long Kept = 145120008365555264;
    private const long KeptToo = 145120008365555265;
    private const long Absent = 145120008365555266;
    private const long Unknown = 126541217361397171;

    private readonly Shell _shell = new();

    public ArchiveTests() => _shell.ConnectTo(() => MakeArchive(SourceLimits.None));

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("Get-ZvarObject")]
    [InlineData("Invoke-ZvarXmatch -Catalog ps1 -Radius 3")]
    public void What_it_has_comes_and_what_it_cannot_know_is_no_absent_star(string command)
    {
        Output output = _shell.Run($"{Kept}, {Unknown}, {Absent}, {KeptToo} | {command}");
        Assert.Equal([Kept, KeptToo], output.Results.Select(one => (long)one.Properties["Psid"].Value));
        AssertTold(output, $"ObjectNotFound {Absent}", $"NotInArchive {Unknown}");
    }

    [Fact]
    public void The_question_that_it_cannot_answer_is_told_whole()
    {
        Output output = _shell.Run($"{Kept}, {Unknown}, {Absent} | Get-ZvarLightCurve -Band g -MinSnr 3 -MinPoints 2");
        Assert.Equal(2, output.Errors.Count);
        PhotometryRequest question = Assert.IsType<PhotometryRequest>(
            Assert.Single(output.Errors, error => error.FullyQualifiedErrorId.StartsWith("NotInArchive,", StringComparison.Ordinal))
                .TargetObject);
        Assert.Equal([Unknown], question.Psids);
        Assert.Equal(["g"], question.Bands);
        Assert.Equal((3, 2), (question.QualityCuts!.MinSnr, question.QualityCuts.MinPoints));
    }

    [Fact]
    public void Matches_of_sources_come_too()
    {
        Output output = _shell.Run(
            "Invoke-ZvarXmatch -Id source, never, none -Catalog ps1 -Radius 3 -IncludeUnmatched");
        Assert.Equal([Kept, 0], output.Results.Select(one => (long)one.Properties["Psid"].Value));
        AssertTold(output, "NotInArchive never");
    }

    [Fact]
    public void A_cone_of_which_it_cannot_know_is_told()
    {
        Output output = _shell.Run("Find-ZvarCone -Position '0.8365 30.9372', '100 20', '0.8366 30.9372' -Radius 20");
        Assert.Equal([Kept, KeptToo, Kept, KeptToo], output.Results.Select(one => (long)one.Properties["Psid"].Value));
        ConeSearch question = Assert.IsType<ConeSearch>(output.Error.TargetObject);
        Assert.Equal([new ConeTarget(null, new SkyPosition(100, 20), 20)], question.Targets);
    }

    [Fact]
    public void A_light_curve_comes_without_the_star_that_it_cannot_know()
    {
        Output output = Fold(KeptToo, Unknown + 1);
        Assert.Single(output.Results);
        AssertTold(output, $"PeriodRequired {Unknown + 1}");
    }

    [Fact]
    public void It_is_asked_for_no_more_stars_at_a_time_than_it_takes()
    {
        _shell.ConnectTo(() => MakeArchive(SourceLimits.None with { Objects = 1 }));
        Assert.Equal(2, Fold(Kept, KeptToo).Succeed().Count);
    }

    private Output Fold(params long[] psids)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        Output output = _shell.Run(
            "$psids | Show-ZvarFold -Path $folder -As Svg -PassThru", ("psids", psids), ("folder", $"{folder}/"));
        Directory.Delete(folder, recursive: true);
        return output;
    }

    private static void AssertTold(Output output, params string[] errors) => Assert.Equal(
        errors,
        output.Errors.Select(error => $"{error.FullyQualifiedErrorId.Split(',')[0]} {TargetOf(error)}"));

    private static string TargetOf(ErrorRecord error) => error.TargetObject is Array keys
        ? string.Join(',', keys.Cast<object>())
        : $"{error.TargetObject}";

    private static MemoryArchive MakeArchive(SourceLimits limits)
    {
        var archive = new MemoryArchive
        {
            Limits = limits,
            Regions = { new ConeTarget(null, new SkyPosition(0.8365, 30.9372), 60) },
            Objects =
            {
                [Kept] = StarOf(Kept, ra: 0.83653),
                [KeptToo] = StarOf(KeptToo, ra: 0.8367),
                [Absent] = null,
            },
            LightCurves =
            {
                [(Kept, PhotometryFormat.Mag)] = LightCurveOf(Kept),
                [(KeptToo, PhotometryFormat.Mag)] = LightCurveOf(KeptToo),
                [(Unknown + 1, PhotometryFormat.Mag)] = LightCurveOf(Unknown + 1),
                [(Absent, PhotometryFormat.Mag)] = null,
            },
        };
        CatalogRow row = new("source", 0.83653, 30.9372, new Dictionary<string, object> { ["rmag"] = 17.5 });
        archive.Matches[(Kept, "ps1")] = [CatalogMatch.Create(Kept, "ps1", row, zvarObject: null)];
        archive.Matches[(KeptToo, "ps1")] =
            [CatalogMatch.Create(KeptToo, "ps1", row with { Ra = 0.8367 }, zvarObject: null)];
        archive.Matches[(Absent, "ps1")] = [];
        archive.ExternalMatches[("source", "ps1")] = [CatalogMatch.Create(Kept, "ps1", row, archive.Objects[Kept])];
        archive.ExternalMatches[("none", "ps1")] = [];
        return archive;
    }

    private static ZvarObject StarOf(long psid, double ra) => new()
    {
        Psid = psid,
        Ra = ra,
        Dec = 30.9372,
        Periods = new([new ZvarPeriod { Psid = psid, Band = "g", Period = 0.3, Significance = 40 }]),
    };

    private static LightCurve LightCurveOf(long psid)
    {
        var builder = new LightCurveBuilder(psid);
        builder.Add(new PhotometryRow { Time = 2458263.5, Mag = 17.5, MagErr = 0.02, Band = "g" });
        builder.Add(new PhotometryRow { Time = 2458264.5, Mag = 17.6, MagErr = 0.02, Band = "g" });
        return builder.Build();
    }
}
