# Sends points through a pipeline in one of some ways, and says as JSON what that took.
param([string] $Module, [long] $FirstPsid, [int] $Count, [string] $Way)

$ErrorActionPreference = 'Stop'
Import-Module $Module

# As many properties as a point has, of the same types, and nothing behind them but a field.
$references = [Zvar.PhotometryPoint].Assembly.Location, 'System.Linq', 'System.Collections'
Add-Type -ReferencedAssemblies $references -TypeDefinition @'
using System.Collections.Generic;
using System.Linq;

public sealed class PlainPoint
{
    public long Psid { get; init; }
    public double Time { get; init; }
    public double Mag { get; init; }
    public double MagErr { get; init; }
    public double LimitingMag { get; init; }
    public double Flux { get; init; }
    public double FluxErr { get; init; }
    public double Snr { get; init; }
    public double DifferenceSnr { get; init; }
    public bool Detected { get; init; }
    public string Band { get; init; }
    public int Field { get; init; }
    public int Ccd { get; init; }
    public int Quad { get; init; }
    public double MagZeroPoint { get; init; }
    public double ReferenceMag { get; init; }
    public string TargetName { get; init; }
    public bool Synthetic { get; init; }

    public static PlainPoint[] Of(IEnumerable<Zvar.LightCurve> curves) =>
        curves.SelectMany(curve => curve.EnumeratePoints()).Select(point => new PlainPoint
        {
            Psid = point.Psid, Time = point.Time, Mag = point.Mag, MagErr = point.MagErr,
            LimitingMag = point.LimitingMag, Flux = point.Flux, FluxErr = point.FluxErr, Snr = point.Snr,
            DifferenceSnr = point.DifferenceSnr, Detected = point.Detected, Band = point.Band, Field = point.Field,
            Ccd = point.Ccd, Quad = point.Quad, MagZeroPoint = point.MagZeroPoint, ReferenceMag = point.ReferenceMag,
            TargetName = point.TargetName, Synthetic = point.Synthetic,
        }).ToArray();
}
'@

$psids = foreach ($i in 0..($Count - 1)) { $FirstPsid + $i }
[PlainPoint[]] $plain = [PlainPoint]::Of([Zvar.LightCurve[]](Get-ZvarLightCurve $psids))
$custom = if ($Way -eq 'CustomObjects') { $plain | Select-Object * }
$properties = [PlainPoint].GetProperties().Name
if (Compare-Object $properties ([Zvar.PhotometryPoint].GetProperties().Name)) {
    throw 'A PlainPoint has other properties than a PhotometryPoint.'
}

$file = New-TemporaryFile
$ways = @{
    Points              = { Get-ZvarPhotometry $psids | Export-Csv $file }
    PlainObjects        = { $plain | Export-Csv $file }
    CustomObjects       = { $custom | Export-Csv $file }
    PointsCounted       = { Get-ZvarPhotometry $psids | Measure-Object }
    PlainObjectsCounted = { $plain | Measure-Object }
}
try {
    # A short run first: what is compiled once is no cost of a point.
    $all = $psids, $plain, $custom
    $psids, $plain, $custom = $psids[0..9], $plain[0..9999], $(if ($custom) { , $custom[0..9999] })
    $null = & $ways[$Way]
    $psids, $plain, $custom = $all

    $me = [System.Diagnostics.Process]::GetCurrentProcess()
    $processor = $me.TotalProcessorTime
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $null = & $ways[$Way]
    $wall = $watch.Elapsed.TotalSeconds
    $me.Refresh()
    ConvertTo-Json -Compress -InputObject @{
        Wall      = $wall
        Processor = ($me.TotalProcessorTime - $processor).TotalSeconds
        Points    = $plain.Count
    }
}
finally {
    Remove-Item $file
}
