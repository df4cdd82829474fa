<#
.SYNOPSIS
First light: variable stars, a Gaia match and a folded light curve from the demo sky.

.DESCRIPTION
Looks at the synthetic demo sky, which needs no network and no account: counts the stars of a 10 arcminute cone, lists
those that vary most surely, finds one of them in Gaia, and draws its folded light curve. Runs in pwsh, and through
ZvarPS.Host on a machine that has the .NET SDK alone.

.PARAMETER Path
Where the picture goes: a .png or an .svg. Default: first-light.png in the current directory.

.EXAMPLE
dotnet run --project src/ZvarPS.Host -- -File examples/first-light.ps1

.EXAMPLE
./examples/first-light.ps1 -Path ~/first-light.svg
#>
[CmdletBinding()]
param(
    [string] $Path = 'first-light.png'
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module ZvarPS)) {
    Import-Module "$PSScriptRoot/../ZvarPS.psd1"
}

Connect-Zvar -Demo
'This is the demo sky. It is synthetic: its stars are made up, and are the same each time.'

$stars = Find-ZvarCone 0.836528 30.937197 -Radius 10arcmin
$variables = $stars | Where-Object Significance -ge 25
''
"$($stars.Count) stars within 10 arcminutes; $($variables.Count) of them with a period of significance 25 or more:"
$variables | Out-Host

$star = Get-ZvarObject 145120008365555264
"The contact binary $star in Gaia:"
$star | Invoke-ZvarXmatch -Catalog gaia -Radius 5arcsec | Out-Host

# Its two minima are nearly alike, so its most significant period is half of the true one.
$picture = $star | Show-ZvarFold -Period 0.2726629621689033 -Path $Path -PassThru
'Its light curve, folded at its period of 6.54 hours, is in'
$picture.FullName
