using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>Saving onto a disk with too little room: a file system in memory, which is made larger then.</summary>
public sealed class NoRoomTests : IDisposable
{
    // What was reported before is there, to the bit, though there is no room to read it but beside a log that was left.
    private const string Script =
        """
        $sky = Connect-Zvar -Demo -PassThru
        $regions = 0..19
        function Save { foreach ($i in $regions) {
            $region = @{ Position = "$i 20"; Radius = 30; Connection = $sky }
            $null = Save-ZvarArchive full.zvar @region -Include Photometry -ErrorAction Stop
            $i } }
        function Get-Text($connection) { foreach ($i in $saved) {
            Find-ZvarCone $i 20 -Radius 30 -Connection $connection | Get-ZvarLightCurve -Connection $connection |
                ForEach-Object { "$($_.Psid) $($_.Time) $($_.Mag)" } } }
        function Compare-Sky {
            $texts = Get-Text (Connect-Zvar -Archive full.zvar -PassThru)
            (Test-ZvarArchive full.zvar) -and "$texts" -ceq "$(Get-Text $sky)" }
        $saved = @()
        try { Save | ForEach-Object { $saved += $_ } } catch { "$($_.FullyQualifiedErrorId) $_" }
        $saved.Count -gt 0
        if ($saved) { Compare-Sky }
        mount -o remount,size=32m $pwd
        $saved = Save
        Compare-Sky
        exit 0
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("64k", "False", "True")]
    [InlineData("100k", "False", "True")]
    [InlineData("1m", "True", "True", "True")]
    [InlineData("1800k", "True", "True", "True")]
    public async Task It_is_told_loses_nothing_and_goes_on_where_room_is_made(string size, params string[] expected)
    {
        string[] mount = Host.WithMounts($"mount -t tmpfs -o size={size} none \"$PWD\" && cd \"$PWD\"");
        Assert.SkipWhen(mount.Length == 0, "Nothing may be mounted here.");

        string said = await Host.RunAsync(mount, ["-Command", Script], _folder);
        string[] lines = said.Split('\n', StringSplitOptions.TrimEntries);

        Assert.StartsWith("ArchiveNotWritable,", lines[0], StringComparison.Ordinal);
        Assert.Contains("no room", lines[0], StringComparison.Ordinal);
        Assert.Equal(expected, lines[1..^1]);
    }
}
