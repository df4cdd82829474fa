# Writes stars of the demo sky with their light curves as a HATS catalogue, and says how many points they have in all.
# The partitions are small, so that shares of whole partitions have as many stars as each other.
param([string] $Module, [string] $Path, [int] $Stars)

$ErrorActionPreference = 'Stop'
Import-Module $Module
Connect-Zvar -Demo
$curves = Find-ZvarCone 0.8365 30.9372 -Radius 1deg -MinExposures 100 | Select-Object -First $Stars |
    Get-ZvarLightCurve
$null = $curves | Export-ZvarCatalog $Path -MaxRows 10
($curves | Measure-Object Points -Sum).Sum
