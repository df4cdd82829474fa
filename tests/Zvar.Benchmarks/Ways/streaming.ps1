# Lets the points of many stars stream by, and says as JSON what that took.
param([string] $Module, [long] $FirstPsid, [int] $Count)

$ErrorActionPreference = 'Stop'
Import-Module $Module
$watch = [System.Diagnostics.Stopwatch]::StartNew()
$points = 0..($Count - 1) | ForEach-Object { $FirstPsid + $_ } | Get-ZvarPhotometry | Measure-Object
$wall = $watch.Elapsed.TotalSeconds
ConvertTo-Json -Compress -InputObject @{
    Wall   = $wall
    Peak   = [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1e6
    Points = $points.Count
}
