# Takes the first light curve that comes, and says as JSON how long the pipeline lived on with it.
param([string] $Module, [string] $Ask)

$ErrorActionPreference = 'Stop'
Import-Module $Module
$watch = [System.Diagnostics.Stopwatch]::new()
$null = & ([scriptblock]::Create($Ask)) | ForEach-Object { $watch.Restart(); $_ } | Select-Object -First 1
ConvertTo-Json -Compress -InputObject @{ Wall = $watch.Elapsed.TotalSeconds }
