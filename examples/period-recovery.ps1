<#
.SYNOPSIS
Tells how often the period found first is the published one, on stars of your own.

.DESCRIPTION
Reads a folder with
    periods.csv        the stars: in its first column the name, then type and period in days
    light-curves.csv   their exposures with the name in the first column; or for each star files <name>-*.csv
and searches every star. A period counts as exact within one percent of the published one, and its half and its double
are counted apart. The exposures have the columns time, mag, magerr and band; files of a star are as IRSA gives them: hjd,
mag, magerr, filtercode and catflags, of which flagged ones are left out.

Without a folder it takes stars of the demo sky, whose periods are those the demo catalogue lists.

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

if ($Path) {
    $table = Import-Csv (Join-Path $Path periods.csv)
    $name = $table[0].psobject.Properties.Name[0]
    $known = $table | Where-Object { [double] $_.period -le $MaxPeriod } |
        Select-Object @{ n = 'Name'; e = { $_.$name } }, type, @{ n = 'Period'; e = { [double] $_.period } }
    $all = Join-Path $Path light-curves.csv
    $exposures = if (Test-Path $all) {
        $names = [Collections.Generic.HashSet[string]] $known.Name
        Import-Csv $all | Where-Object { $names.Contains($_.$name) } |
            Select-Object time, mag, magerr, band, @{ n = 'Name'; e = { $_.$name } }
    } else {
        foreach ($star in $known) {
            Get-ChildItem $Path -Filter "$($star.Name)-*.csv" | Import-Csv |
                Where-Object { [int] $_.catflags -lt 32768 } |
                Select-Object hjd, mag, magerr, filtercode, @{ n = 'Name'; e = { $star.Name } }
        }
    }

    $found = $exposures | Find-ZvarPeriod -MaxPeriod $MaxPeriod
    $identity = 'TargetName'
} else {
    Write-Warning 'These stars are synthetic: they are of the demo sky.'
    $sky = Connect-Zvar -Demo -PassThru
    $objects = Find-ZvarCone -Position '0.8365 30.9372' -Radius 5arcmin -MinSignificance 40 -Connection $sky
    $known = $objects | Select-Object @{ n = 'Name'; e = { "$($_.Psid)" } }, @{ n = 'type'; e = { 'demo' } }, Period
    $found = $objects | Get-ZvarLightCurve -Connection $sky | Find-ZvarPeriod -MaxPeriod $MaxPeriod
    $identity = 'Psid'
}

$byName = $found | Group-Object $identity -AsHashTable -AsString
$rows = foreach ($star in $known) {
    $one = $byName[$star.Name]
    $ratio = if ($one) { $one.Period / $star.Period } else { [double]::NaN }
    $outcome = switch ($true) {
        { [Math]::Abs($ratio - 1) -lt 0.01 } { 'P'; break }
        { [Math]::Abs($ratio / 0.5 - 1) -lt 0.01 } { 'P/2'; break }
        { [Math]::Abs($ratio / 2 - 1) -lt 0.01 } { '2P'; break }
        default { 'other' }
    }

    [pscustomobject]@{
        Name = $star.Name
        Type = $star.type
        Published = $star.Period
        Found = $one.Period
        Outcome = $outcome
        Gap = $one.Gap
        Ambiguous = $one.Ambiguous
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
