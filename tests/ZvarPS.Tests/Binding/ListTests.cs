using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Binding;

/// <summary>Lists of every kind, wherever several are taken.</summary>
public sealed class ListTests : IDisposable
{
    private const string TwoPsids = "145120008365555264, 126541217361397171";
    private const string TwoIds = "2873447302730839936, 1";
    private readonly Shell _shell = Shell.OnDemoSky();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData($"[long[]]$x = {TwoPsids}")]
    [InlineData($"[string[]]$x = {TwoPsids}")]
    [InlineData($"[decimal[]]$x = {TwoPsids}")]
    [InlineData($"$x = {TwoPsids}")]
    [InlineData($"[Collections.Generic.List[long]]$x = {TwoPsids}")]
    [InlineData($"[Collections.Generic.List[object]]$x = {TwoPsids}")]
    [InlineData($"[Collections.Generic.HashSet[long]]$x = [long[]]({TwoPsids})")]
    [InlineData($"[Collections.ArrayList]$x = {TwoPsids}")]
    [InlineData($"$h = [ordered]@{{}}; foreach ($one in {TwoPsids}) {{ $h.Add($one, 0) }}; $x = $h.Keys")]
    [InlineData($"$h = @{{}}; foreach ($one in {TwoPsids}) {{ $h.Add($one, 0) }}; $x = $h.Keys")]
    [InlineData($"$x = Get-ZvarObject {TwoPsids}")]
    [InlineData($"$x = Get-ZvarLightCurve {TwoPsids}")]
    [InlineData($"$x = foreach ($one in {TwoPsids}) {{ [pscustomobject]@{{ psid = \"$one\" }} }}")]
    [InlineData($"$x = foreach ($one in {TwoPsids}) {{ @{{ Psid = $one }} }}")]
    public void Psids(string list) => Assert.Equal(
        [126541217361397171, 145120008365555264],
        _shell.Run($"{list}; Get-ZvarObject -Psid $x").Values<long>("Psid").Order());

    [Theory]
    [InlineData("[int[]](1, 2)", "g r")]
    [InlineData("[Collections.Generic.List[string]]('zr', 'g')", "g r")]
    [InlineData("[Collections.ArrayList]('r', 'r')", "r")]
    [InlineData("@{ r = 1 }.Keys", "r")]
    [InlineData("@('r')", "r")]
    public void Bands(string list, string bands) =>
        Assert.Equal(bands, _shell.Run($"(Get-ZvarLightCurve 145120008365555264 -Band ({list})).Bands").Single.ToString());

    [Theory]
    [InlineData("0.836528, 30.937196")]
    [InlineData("([double[]](0.836528, 30.937196))")]
    [InlineData("([Collections.Generic.List[double]](0.836528, 30.937196))")]
    [InlineData("('0.836528', '30.937196')")]
    [InlineData("(Get-ZvarObject 145120008365555264)")]
    [InlineData("@{ Ra = 0.836528; Dec = 30.937196 }")]
    [InlineData("([pscustomobject]@{ RAJ2000 = '00:03:20.77'; DEJ2000 = '+30:56:13.9' })")]
    [InlineData("@{ Position = '0.836528 30.937196' }")]
    [InlineData("([Zvar.SkyPosition]::new(0.836528, 30.937196))")]
    public void One_position(string position) => Assert.Equal(
        145120008365555264,
        _shell.Run($"Find-ZvarCone -Position {position} -Radius 2").Single.Properties["Psid"].Value);

    [Theory]
    [InlineData("[Collections.ArrayList]('0.836528 30.937196', '00:03:20.77 +30:56:13.9')")]
    [InlineData("[Collections.Generic.List[string]]('0.836528 30.937196', '00:03:20.77 +30:56:13.9')")]
    [InlineData("[string[]]('0.836528 30.937196', '00:03:20.77 +30:56:13.9')")]
    [InlineData("(0.836528, 30.937196), [double[]](0.836528, 30.937196)")]
    [InlineData("@{ Ra = 0.836528; Dec = 30.937196 }, (Get-ZvarObject 145120008365555264)")]
    public void Several_positions(string positions) => Assert.Equal(
        [145120008365555264, 145120008365555264],
        _shell.Run($"Find-ZvarCone -Position ({positions}) -Radius 2").Values<long>("Psid"));

    [Theory]
    [InlineData($"$x = {TwoIds}")]
    [InlineData($"[long[]]$x = {TwoIds}")]
    [InlineData($"[string[]]$x = {TwoIds}")]
    [InlineData($"[Collections.ArrayList]$x = {TwoIds}")]
    [InlineData($"[Collections.Generic.HashSet[string]]$x = [string[]]({TwoIds})")]
    [InlineData("$x = Invoke-ZvarXmatch 145120008365555264 -Catalog gaia -Radius 3")]
    [InlineData("$x = [pscustomobject]@{ source_id = '2873447302730839936' }")]
    public void Ids_of_another_catalogue(string list) => Assert.Equal(
        145120008365555264,
        _shell.Run($"{list}; Invoke-ZvarXmatch -Id $x -Catalog gaia -Radius 3").Single.Properties["Psid"].Value);

    [Theory]
    [InlineData("-Field", "[int[]](648, 1)", true)]
    [InlineData("-Field", "[Collections.Generic.List[string]]('648', '1')", true)]
    [InlineData("-Field", "'648.0'", true)]
    [InlineData("-Field", "(Get-ZvarObject 145120008365555264).Matchfiles.Field", true)]
    [InlineData("-Field", "1, 2", false)]
    [InlineData("-Ccd", "[Collections.ArrayList](2, 3)", true)]
    [InlineData("-Ccd", "'3'", false)]
    [InlineData("-Quad", "[long[]](2, 3)", true)]
    [InlineData("-Quad", "@{ 2 = 'a' }.Keys", true)]
    public void Numbers_of_match_files(string parameter, string list, bool has) => Assert.Equal(
        has,
        (int)_shell.Run($"(Get-ZvarLightCurve 145120008365555264 {parameter} ({list})).Points").Single.BaseObject > 0);

    [Fact]
    public void All_of_it_splatted() => Assert.Equal(
        "g",
        _shell.Run(
            """
            $given = @{
                Psid = [Collections.Generic.List[long]](, 145120008365555264)
                Band = [int[]](1, 1)
                Field = [Collections.ArrayList](, '648')
                MinSnr = '3'
                Format = 'flux'
                ThrottleLimit = 2
            }
            (Get-ZvarLightCurve @given).Bands
            """).Single.ToString());
}
