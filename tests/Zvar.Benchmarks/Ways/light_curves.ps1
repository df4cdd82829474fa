# Gets light curves, cleaned as the notebook cleans them, and says as JSON what the last of some runs took. Without any
# run it tells the memory of a pwsh that has asked for nothing.
param([string] $Module, [long] $FirstPsid, [int] $Count, [int] $Runs)

$ErrorActionPreference = 'Stop'
Import-Module $Module
$psids = foreach ($i in 0..($Count - 1)) { $FirstPsid + $i }
$me = [System.Diagnostics.Process]::GetCurrentProcess()
$wall, $processor, $curves = 0, 0, @()
for ($run = 0; $run -lt $Runs; $run++) {
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
    Points    = [long] ($curves | Measure-Object Points -Sum).Sum
}
