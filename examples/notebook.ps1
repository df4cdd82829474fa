<#
.SYNOPSIS
A day with the ZVAR API, the blocks of its notebook one by one as short pipelines.

.DESCRIPTION
The numbers in the comments are those of the code blocks in the notebook that the makers of ZVAR published for version
0.2.1 of their API. It runs from top to bottom: on the connection it is given, else on the session's, else on that of
ZVAR_USERNAME and ZVAR_PASSWORD, else on the synthetic demo sky. Blocks that need commands beyond PowerShell's core run
in pwsh; ZvarPS.Host, which has the core alone, says that it passes them over.

.PARAMETER Connection
A connection from Connect-Zvar -PassThru; without it the session's, the environment's or the demo sky.

.PARAMETER Path
The folder the pictures and tables go to. Default: notebook in the current directory.

.EXAMPLE
./examples/notebook.ps1

.EXAMPLE
dotnet run --project src/ZvarPS.Host -- -File examples/notebook.ps1

.EXAMPLE
./examples/notebook.ps1 -Connection (Connect-Zvar -Credential (Get-Credential) -PassThru)
#>
[CmdletBinding()]
param(
    [object] $Connection,

    [string] $Path = 'notebook'
)

$ErrorActionPreference = 'Stop'

# 1, 2. Nothing to install beside the module, and one thing to import.
if (-not (Get-Module ZvarPS)) {
    Import-Module "$PSScriptRoot/../ZvarPS.psd1"
}

# 3, 4, 5. User and password are never written down here: Connect-Zvar asks for them, or takes a -Credential, or reads
# ZVAR_USERNAME and ZVAR_PASSWORD; and it says so when they are missing.
# 6, 7. The client is the connection. What follows is asked of this one.
if (-not $Connection) {
    $Connection = Get-ZvarConnection
}

if (-not $Connection) {
    $Connection = $env:ZVAR_USERNAME ? (Connect-Zvar -PassThru) : (Connect-Zvar -Demo -PassThru)
}

$PSDefaultParameterValues = @{ '*-Zvar*:Connection' = $Connection }
"Asking: $Connection"

# 8. What has been processed, file by file and field by field.
$logs = Get-ZvarProcessingLog
$fields = Get-ZvarField
"8. $($logs.Count) files of a field, CCD, quadrant and band have been processed, in $($fields.Count) fields."

# 9. Cleaning up is a matter of parameters: no non-detections, no point below a signal-to-noise ratio, no band with too
# few points left. Splatted, a clean-up has a name.
$clean = @{ DetectionsOnly = $true; MinSnr = 3; MinPoints = 50 }

# 10. The stars of one small cone,
$neighbours = Find-ZvarCone 0.8365280032157898 30.937196731567383 -Radius 1arcmin
"10. $($neighbours.Count) stars within an arcminute."
$neighbours | Out-Host

# and those of a wider one that meet every filter there is. A star is found if any of its periods or light curves
# meets them; with -Strict a single one must meet them all.
$filters = @{
    ObjectType = 'Star'
    MinPeriod = '5h'
    MaxPeriod = '10h'
    MinSignificance = 15
    MinAmplitude = 0.7
    MaxAmplitude = 1
    MinExposures = 100
}
$objects = Find-ZvarCone 0.8365280032157898 30.937196731567383 -Radius 2arcmin @filters
$objects | Out-Host

# 11. A wide cone without filters.
$all = Find-ZvarCone 0.8365280032157898 30.937196731567383 -Radius 10arcmin
"11. $($all.Count) stars within 10 arcminutes."

# 12. Any number of positions under names of one's own, from a table for example. The names go with the stars.
$positions = @(
    [pscustomobject]@{ Name = 'contact binary'; Ra = '00:03:20.77'; Dec = '+30:56:13.9' }
    [pscustomobject]@{ Name = 'giants'; Ra = 4.93855; Dec = 36.31493 }
)
$around = $positions | Find-ZvarCone -Radius 10arcmin
foreach ($position in $positions) {
    $found = $around | Where-Object TargetName -EQ $position.Name
    "12. $($found.Count) stars around '$($position.Name)'."
}

# 13. Stars by their id. A psid has 17 or 18 digits, and all of them count: it is a whole number throughout.
'13. By psid:'
Get-ZvarObject 126541217361397171 | Out-Host

# 14. Light curves of the stars found in block 10, as columns, and the first point of one as a row.
$lightCurves = @($objects | Get-ZvarLightCurve -Band g, r)
$cleaned = @($objects | Get-ZvarLightCurve -Band g, r @clean)
"14. Light curves: $($lightCurves.Count), the first of $($lightCurves[0].Points) points, cleaned $($cleaned[0].Points)."
@($lightCurves[0].EnumeratePoints())[0] | Out-Host

# 15. What is known of a star: its match files, which are its light curves, and its periods, up to three for each. Both
# are tables of their own.
$star = $objects | Where-Object Psid -EQ 145120008365555264
"15. The star $star at $($star.Ra) $($star.Dec):"
$star.Matchfiles | Out-Host
$star.Periods | Out-Host
if (Get-Command ConvertTo-Json -ErrorAction Ignore) {
    $star | ConvertTo-Json -Depth 3
}
else {
    '15. ConvertTo-Json, which writes all of it as text, is there in pwsh only.'
}

# 16. The controls of a folded light curve: a choice among the periods by significance, its multiples, bins, the phase
# once or twice, where phase zero is.
$star.GetDistinctPeriods() | Out-Host
$star |
    Show-ZvarFold -Period (2 * $star.Period) -Bins 50 -Cycles 1 -Epoch Minimum -Path "$Path/16-doubled.png" -PassThru |
    ForEach-Object FullName
"16. For the clipboard: $star, $($star.Period.ToString([cultureinfo]::InvariantCulture))"
'16. In SIMBAD: https://simbad.u-strasbg.fr/simbad/sim-coo?' +
    "Coord=$($star.Ra)%2C++$($star.Dec)&CooFrame=FK5&CooEpoch=2000&CooEqui=2000&CooDefinedFrames=none" +
    '&Radius=2&Radius.unit=arcsec&submit=submit+query&CoordList='

# 17. A picture of every star found that has enough good points.
'17. Folded at their most significant period:'
$objects |
    Get-ZvarLightCurve -Band g, r -DetectionsOnly -MinSnr 1 -MinPoints 50 |
    Where-Object Points -GE 200 |
    Show-ZvarFold -Bins 200 -Path "$Path/17-folds/" -PassThru |
    ForEach-Object FullName

# 18, 19. A star in one line, from its psid alone. An object, a match or a light curve would do as well, and any period.
'18, 19. From a psid:'
Show-ZvarFold 126541217361397171 -Bins 200 -Path "$Path/19-one-line.png" -PassThru | ForEach-Object FullName

# 20. A star in another catalogue: gaia, ps1, galex, 2mass, allwise. All sources within the radius, or the closest.
'20. In Gaia and in AllWISE:'
$star | Invoke-ZvarXmatch -Catalog gaia -Radius 3arcsec -All | Out-Host
$star | Invoke-ZvarXmatch -Catalog allwise -Radius 3arcsec | Out-Host

# 21. Giants: stars with a sure period, their Gaia source, a red colour and a bright absolute magnitude. Asked for a
# significance, Find-ZvarCone adds the range of periods that the service wants with it.
$candidates = Find-ZvarCone 4.9385528564453125 36.31493377685547 -Radius 10arcmin -ObjectType Star -MinSignificance 40 |
    Invoke-ZvarXmatch -Catalog gaia -Radius 5arcsec |
    Where-Object { $_.ParallaxOverError -gt 3 -and $_.BpRp -gt 1 }

# The notebook's cut is G + 5 log10(parallax/1000) < 3, which lacks the + 5 of an absolute magnitude: it is a cut at 8,
# and keeps dwarfs. Its own stars are found again with 8; giants are what is brighter than 3.
$asInNotebook = $candidates | Where-Object AbsoluteMagnitude -LT 8
$giants = $candidates | Where-Object AbsoluteMagnitude -LT 3
"21. $($asInNotebook.Count) stars as the notebook cuts, brighter than 8; $($giants.Count) giants, brighter than 3:"
$giants | Out-Host
$giants | Show-ZvarFold -Bins 200 -Path "$Path/21-giants.png" -PassThru | ForEach-Object FullName

# 22. The other way: from the id of a Gaia source to the ZVAR objects around it.
'22. Back from Gaia:'
foreach ($match in Invoke-ZvarXmatch -Id 2873447302730839936 -Catalog gaia -Radius 5arcsec -All) {
    "Gaia $($match.Id) at $($match.CatalogRa) $($match.CatalogDec), parallax $($match.Parallax) mas:"
    "ZVAR $($match.Psid) at $($match.Object.Ra) $($match.Object.Dec), $($match.Object.Periods.Count) periods"
}

# 23. Photometry is a table: out to a file that pandas or TOPCAT reads, and back in for a fold.
if (Get-Command Export-Csv -ErrorAction Ignore) {
    $table = "$Path/23-photometry.csv"
    $star | Get-ZvarPhotometry | Where-Object Detected | Export-Csv $table
    $rows = Import-Csv $table
    "23. $($rows.Count) rows in $table, read again and binned:"
    $rows | ConvertTo-ZvarFold -Period $star.Period -Bins 5 | Out-Host
}
else {
    '23. Export-Csv and Import-Csv, which write and read tables, are there in pwsh only.'
}

# 24. The same photometry as difference fluxes with their zero points.
$point = @(Get-ZvarPhotometry 145120008365555264 -Format Flux)[0]
"24. $($point.Time): difference flux $($point.Flux), error $($point.FluxErr), ratio $($point.DifferenceSnr)"
"    zero point $($point.MagZeroPoint), reference magnitude $($point.ReferenceMag), magnitude $($point.Mag)"
