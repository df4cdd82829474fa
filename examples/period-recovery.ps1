<#
.SYNOPSIS
Tells how often the period found first is the published one, on stars of your own.

.DESCRIPTION
Reads a folder with
    periods.csv        the stars: in its first column the name, then type and period in days
    light-curves.csv   their exposures with the name in the first column; or for each star files <name>-*.csv
and searches every star. A period counts as exact within one percent of the published one, and its half and its double
are counted apart. The exposures have columns that Find-ZvarPeriod reads: time, mag, magerr, band and their like.

Without a folder it makes one of stars of the demo sky, whose periods are those the demo catalogue lists.

.PARAMETER Path
The folder. Default: stars of the synthetic demo sky.

.PARAMETER MaxPeriod
The longest period to search, as in 10d. Stars with longer published periods are left out.

.PARAMETER PassThru
Gives a row for each star instead of the count: name, type, published period, found period, and what they are to each
other.

.EXAMPLE
./examples/period-recovery.ps1

.EXAMPLE
./examples/period-recovery.ps1 rrlyrae

.EXAMPLE
./examples/period-recovery.ps1 binaries -MaxPeriod 50 -PassThru | Where-Object Outcome -eq other
#>
[CmdletBinding()]
param(
    [string] $Path,

    [double] $MaxPeriod = 10,

    [switch] $PassThru
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module ZvarPS)) {
    Import-Module "$PSScriptRoot/../ZvarPS.psd1"
}

# The exposures of each star, by its name.
function Read-Star([string] $Folder, [object[]] $Stars, [string] $NameColumn) {
    $all = Join-Path $Folder light-curves.csv
    if (Test-Path $all) {
        return Import-Csv $all | Group-Object $NameColumn -AsHashTable -AsString
    }

    $points = @{}
    foreach ($star in $Stars) {
        $points[$star.$NameColumn] = Import-Csv (Join-Path $Folder "$($star.$NameColumn)-*.csv") |
            Where-Object { -not $_.catflags -or [int] $_.catflags -lt 32768 }
    }

    $points
}

if ($Path) {
    $stars = Import-Csv (Join-Path $Path periods.csv)
    $name = $stars[0].psobject.Properties.Name[0]
    $points = Read-Star $Path $stars $name
    $known = $stars | Where-Object { [double] $_.period -le $MaxPeriod } | ForEach-Object {
        [pscustomobject]@{ Name = $_.$name; Type = $_.type; Period = [double] $_.period; Exposures = $points[$_.$name] }
    }
} else {
    Write-Warning 'These stars are synthetic: they are of the demo sky.'
    $sky = Connect-Zvar -Demo -PassThru
    $known = Find-ZvarCone 0.8365 30.9372 -Radius 10arcmin -MinSignificance 40 -Connection $sky |
        Where-Object Period -le $MaxPeriod | Select-Object -First 5 | ForEach-Object {
            $curve = $_ | Get-ZvarLightCurve -Connection $sky
            [pscustomobject]@{ Name = "$($_.Psid)"; Type = 'demo'; Period = $_.Period; Exposures = $curve }
        }
}

$rows = foreach ($star in $known) {
    $found = $star.Exposures | Select-Object * -ExcludeProperty Psid, oid, num, name |
        Find-ZvarPeriod -MaxPeriod $MaxPeriod
    $ratio = $found.Period / $star.Period
    $outcome = switch ($true) {
        { [Math]::Abs($ratio - 1) -lt 0.01 } { 'P'; break }
        { [Math]::Abs($ratio / 0.5 - 1) -lt 0.01 } { 'P/2'; break }
        { [Math]::Abs($ratio / 2 - 1) -lt 0.01 } { '2P'; break }
        default { 'other' }
    }

    [pscustomobject]@{
        Name = $star.Name
        Type = $star.Type
        Published = $star.Period
        Found = $found.Period
        Outcome = $outcome
        Gap = $found.Gap
        Ambiguous = $found.Ambiguous
    }
}

if ($PassThru) {
    return $rows
}

$rows | Group-Object Type | ForEach-Object {
    $count = { param($outcome) @($_.Group | Where-Object Outcome -EQ $outcome).Count }
    [pscustomobject]@{
        Type = $_.Name
        Stars = $_.Count
        P = & $count P
        'P/2' = & $count P/2
        '2P' = & $count 2P
        Other = & $count other
    }
}
