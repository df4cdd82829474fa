<#
.SYNOPSIS
Surveys one field of view: its variable stars, their cleaned light curves, a sheet of folds, and two tables.

.DESCRIPTION
Finds the stars of a cone that have a sure period, gets the light curves of each once, cleans them, and leaves in a
folder
    folds.png   the most significant stars, each folded at its most significant period
    stars.csv   a row for each star that has points left
    points.csv  a row for each of these points
and gives the three files. The tables are for pandas, TOPCAT or a spreadsheet; Import-Csv points.csv | Show-ZvarFold
reads them again.

Asks the session's connection, or that of the environment variables ZVAR_USERNAME and ZVAR_PASSWORD, and the synthetic
demo sky where there is neither. It needs pwsh: ZvarPS.Host lacks Sort-Object and Export-Csv.

.PARAMETER Position
The middle of the field, as in '0.83653 30.93720' or '00:03:20.77 +30:56:13.9'.

.PARAMETER Radius
How far around it, as in 10arcmin or 1deg.

.PARAMETER MinSignificance
The least significance of a period, as the service counts it.

.PARAMETER MinSnr
The least signal-to-noise ratio of a point.

.PARAMETER MinPoints
Bands of a star with fewer good points than this are left out.

.PARAMETER Folds
How many stars go on the sheet.

.PARAMETER Path
The folder the files go to. Default: survey in the current directory.

.EXAMPLE
./examples/survey.ps1

.EXAMPLE
./examples/survey.ps1 -Position '4.93855 36.31493' -Radius 5arcmin -MinSignificance 40 -Path giants-field

.EXAMPLE
Connect-Zvar -Credential (Get-Credential); ./examples/survey.ps1 -Radius 15arcmin -MinSnr 10
#>
[CmdletBinding()]
param(
    [string] $Position = '0.83653 30.93720',

    [string] $Radius = '10arcmin',

    [double] $MinSignificance = 25,

    [double] $MinSnr = 5,

    [int] $MinPoints = 50,

    [ValidateRange(1, 100)]
    [int] $Folds = 12,

    [string] $Path = 'survey'
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module ZvarPS)) {
    Import-Module "$PSScriptRoot/../ZvarPS.psd1"
}

if (-not (Get-ZvarConnection) -and -not $env:ZVAR_USERNAME) {
    Connect-Zvar -Demo
}

# A light curve is one object, however many points it has, and carries its star. All three files are made of these.
$lightCurves = @(
    Find-ZvarCone -Position $Position -Radius $Radius -ObjectType Star -MinSignificance $MinSignificance |
        Get-ZvarLightCurve -DetectionsOnly -MinSnr $MinSnr -MinPoints $MinPoints |
        Where-Object Points -GT 0 |
        Sort-Object { $_.Object.Significance } -Descending
)
if ($lightCurves.Count -eq 0) {
    Write-Warning 'No star of this field has a period so significant and so many good points.'
    return
}

$lightCurves | Select-Object -First $Folds | Show-ZvarFold -Path "$Path/folds.png"

# A star's match files and periods are tables of their own. GoodPoints are those that are left after the cuts.
$stars = foreach ($lightCurve in $lightCurves) {
    $lightCurve.Object |
        Select-Object * -ExcludeProperty Matchfiles, Periods |
        Add-Member GoodPoints $lightCurve.Points -PassThru
}

# Others are to read the tables: decimals have a point in them, whatever the language of this session is.
$culture = [cultureinfo]::CurrentCulture
try {
    [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
    $stars | Export-Csv "$Path/stars.csv"
    $lightCurves | ForEach-Object { $_.EnumeratePoints() } | Export-Csv "$Path/points.csv"
}
finally {
    [cultureinfo]::CurrentCulture = $culture
}

Get-Item "$Path/folds.png", "$Path/stars.csv", "$Path/points.csv"
