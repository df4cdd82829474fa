# Writes a page of the folds of many stars, and says as JSON what that took.
param([string] $Module, [long] $FirstPsid, [int] $Count, [string] $File)

$ErrorActionPreference = 'Stop'
Import-Module $Module
$watch = [System.Diagnostics.Stopwatch]::StartNew()
0..($Count - 1) | ForEach-Object { $FirstPsid + $_ } | Get-ZvarLightCurve -Band g, r |
    Show-ZvarFold -Period 0.2726629621689033 -Label Default -Path $File
$wall = $watch.Elapsed.TotalSeconds
ConvertTo-Json -Compress -InputObject @{
    Wall = $wall
    Peak = [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1e6
}
