# Asks a service that means harm, and says as JSON what that took and how it ended.
param([string] $Module, [string] $Pipeline)

$ErrorActionPreference = 'Stop'
Import-Module $Module
$process = [System.Diagnostics.Process]::GetCurrentProcess()
[GC]::Collect()
$idle = $process.PeakWorkingSet64
$before = $process.TotalProcessorTime
$watch = [System.Diagnostics.Stopwatch]::StartNew()
$failure = $null
try { $null = & ([scriptblock]::Create($Pipeline)) } catch { $failure = $_ }
$wall = $watch.Elapsed.TotalSeconds
$process.Refresh()
ConvertTo-Json -Compress -InputObject @{
    Wall      = $wall
    Processor = ($process.TotalProcessorTime - $before).TotalSeconds
    Peak      = ($process.PeakWorkingSet64 - $idle) / 1e6
    Ending    = $failure ? ($failure.FullyQualifiedErrorId -split ',')[0] : 'none'
}
