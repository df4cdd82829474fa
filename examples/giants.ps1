<#
.SYNOPSIS
Finds variable giants in a cone and shows their folded light curves.

.DESCRIPTION
Stars with a sure period, matched with Gaia; red ones whose parallax is known and whose absolute magnitude is brighter
than 3 are giants. One picture shows them all. Asks the session's connection, or that of the environment variables
ZVAR_USERNAME and ZVAR_PASSWORD, and the synthetic demo sky where there is neither.

.PARAMETER Path
Where the picture goes. Default: giants.png in the current directory.

.EXAMPLE
./examples/giants.ps1

.EXAMPLE
Connect-Zvar -Credential (Get-Credential); ./examples/giants.ps1 -Path giants.svg
#>
[CmdletBinding()]
param(
    [string] $Path = 'giants.png'
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module ZvarPS)) {
    Import-Module "$PSScriptRoot/../ZvarPS.psd1"
}

if (-not (Get-ZvarConnection) -and -not $env:ZVAR_USERNAME) {
    Connect-Zvar -Demo
}

Find-ZvarCone 4.93855 36.31493 -Radius 10arcmin -ObjectType Star -MinSignificance 40 |
    Invoke-ZvarXmatch -Catalog gaia -Radius 5 |
    Where-Object { $_.ParallaxOverError -gt 3 -and $_.BpRp -gt 1 -and $_.AbsoluteMagnitude -lt 3 } |
    Show-ZvarFold -Path $Path -PassThru
