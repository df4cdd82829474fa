<#
.SYNOPSIS
A flight without a network: saves two fields on the ground, then runs the whole notebook on what was saved.

.DESCRIPTION
Asks for all that notebook.ps1 will ask, keeps the answers in one file, an archive, and then runs the notebook on that
file alone: what works so on the ground works in the air. There -OffLine leaves the saving out.

Saves from the session's connection, or from that of the environment variables ZVAR_USERNAME and ZVAR_PASSWORD, and from
the synthetic demo sky where there is neither. Run again after an interruption it goes on where it stopped. Runs in
pwsh, and through ZvarPS.Host.

.PARAMETER Archive
The archive's file. Default: plane.zvar in the current directory.

.PARAMETER OffLine
Saves nothing: the archive is there, and the network is not. The session then asks the archive, afterwards too.

.PARAMETER Path
The folder the notebook's pictures and tables go to. Default: notebook in the current directory.

.EXAMPLE
Connect-Zvar -Credential (Get-Credential); ./examples/plane.ps1

On the ground.

.EXAMPLE
./examples/plane.ps1 -OffLine

In the air.

.EXAMPLE
dotnet run --project src/ZvarPS.Host -- -File examples/plane.ps1
#>
[CmdletBinding()]
param(
    [string] $Archive = 'plane.zvar',

    [switch] $OffLine,

    [string] $Path = 'notebook'
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module ZvarPS)) {
    Import-Module "$PSScriptRoot/../ZvarPS.psd1"
}

if (-not $OffLine) {
    if (-not (Get-ZvarConnection) -and -not $env:ZVAR_USERNAME) {
        Connect-Zvar -Demo
    }

    # All the stars of two fields. The archive will answer any cone that lies within one of them, whatever its filters:
    # the fields are a little wider than the cones.
    $fields = @{ Position = '0.83653 30.93720', '4.93855 36.31493'; Radius = '10.1arcmin' }
    Save-ZvarArchive $Archive @fields | Out-Host

    # Light curves are large: those of the stars that vary, and what two other catalogues have near these.
    Save-ZvarArchive $Archive @fields -MinSignificance 15 -Include Photometry, gaia, allwise -MatchRadius 5arcsec |
        Out-Host

    # Stars of one's own choice, wherever they are, in fluxes too.
    145120008365555264, 126541217361397171 | Save-ZvarArchive $Archive -Include Photometry, Flux | Out-Host

    # What else is asked through the archive is kept in it as well.
    $service = Get-ZvarConnection
    Connect-Zvar -Archive $Archive -Through $service
    $null = Get-ZvarProcessingLog
    $null = Invoke-ZvarXmatch -Id 2873447302730839936 -Catalog gaia -Radius 5arcsec -All
}

# From here on only the file is asked.
Connect-Zvar -Archive $Archive
Get-ZvarArchive $Archive | Out-Host
& "$PSScriptRoot/notebook.ps1" -Path $Path

if (-not $OffLine) {
    $service | Connect-Zvar
}
