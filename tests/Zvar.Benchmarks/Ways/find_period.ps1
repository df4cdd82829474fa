# Finds the periods of some stars of the demo sky by the library and by the cmdlet, and says in seconds, a line each, what
# the shortest of some runs took. The cmdlet searches as many at a time as .NET sees cores.
param([string] $Module, [int] $Stars, [int] $Runs)

$ErrorActionPreference = 'Stop'
Import-Module $Module
Connect-Zvar -Demo
$curves = Find-ZvarCone 0.8365 30.9372 -Radius 10arcmin -MinExposures 100 | Select-Object -First $Stars |
    Get-ZvarLightCurve
$options = [Zvar.PeriodSearchOptions]::new()
$ways = {
    foreach ($curve in $curves) {
        [Zvar.PeriodSearch]::Find($curve, $options, [Threading.CancellationToken]::None)
    }
}, { $curves | Find-ZvarPeriod }

$best = @([double]::PositiveInfinity) * $ways.Count
for ($run = 0; $run -lt $Runs; $run++) {
    for ($i = 0; $i -lt $ways.Count; $i++) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $null = & $ways[$i]
        $best[$i] = [Math]::Min($best[$i], $watch.Elapsed.TotalSeconds)
    }
}

$best.ForEach({ $_.ToString('R', [cultureinfo]::InvariantCulture) })
