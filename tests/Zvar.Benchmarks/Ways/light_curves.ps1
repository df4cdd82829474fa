# Gets light curves, cleaned as the notebook cleans them, and says as JSON what the last of some runs took.
param([string] $Module, [long] $FirstPsid, [int] $Count, [int] $Runs)

$ErrorActionPreference = 'Stop'
Import-Module $Module
$psids = foreach ($i in 0..($Count - 1)) { $FirstPsid + $i }
$me = [System.Diagnostics.Process]::GetCurrentProcess()
foreach ($run in 1..$Runs) {
    $curves = $null
    $processor = $me.TotalProcessorTime
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $curves = Get-ZvarLightCurve $psids -Band g, r -DetectionsOnly -MinSnr 3 -MinPoints 50
    $wall = $watch.Elapsed.TotalSeconds
    $me.Refresh()
    $processor = ($me.TotalProcessorTime - $processor).TotalSeconds
}

ConvertTo-Json -Compress -InputObject @{
    Wall      = $wall
    Processor = $processor
    Peak      = $me.PeakWorkingSet64 / 1e6
    Points    = ($curves | Measure-Object Points -Sum).Sum
}
