<#
.SYNOPSIS
Tells how far two people agree who have vetted the same stars.

.DESCRIPTION
Compares two files of verdicts, as Show-ZvarFold -Verdicts keeps them: how many stars both have labelled, how many of
these in the same way, and Cohen's kappa, which is 1 where they agree on all and 0 where they agree as often as chance
would have it (Cohen 1960, Educational and Psychological Measurement 20, 37). -Differing gives the stars on which they do
not, with both labels. Without files it makes two of its own, of stars of the synthetic demo sky.

.PARAMETER First
A file of verdicts.

.PARAMETER Second
Another, of the same stars.

.PARAMETER Differing
Give the stars that have one label here and another there.

.EXAMPLE
./examples/agreement.ps1

.EXAMPLE
./examples/agreement.ps1 curie.csv leavitt.csv -Differing | Group-Object First, Second -NoElement
#>
[CmdletBinding()]
param(
    [string] $First,
    [string] $Second,
    [switch] $Differing
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module ZvarPS)) {
    Import-Module "$PSScriptRoot/../ZvarPS.psd1"
}

if (-not $First) {
    $sky = Connect-Zvar -Demo -PassThru
    $stars = Find-ZvarCone 0.836528 30.937197 -Radius 10arcmin -MinSignificance 30 -Connection $sky
    $First, $Second = 'first.csv', 'second.csv'
    $label = @{ n = 'Label'; e = { if ($_.Amplitude -gt 0.3) { 'EA' } else { 'EW' } } }
    $doubt = @{ n = 'Label'; e = { if ($_.Amplitude -gt 0.4) { 'EA' } else { 'EW' } } }
    $stars | Select-Object Psid, $label, Period | Export-Csv $First
    $stars | Select-Object Psid, $doubt, Period | Export-Csv $Second
    Write-Host 'Two files of verdicts on stars of the demo sky, which are made up: first.csv and second.csv'
}

# A psid is the same with the word before it that keeps its digits in a spreadsheet, and without.
$star = @{ n = 'Star'; e = { if ($_.Psid) { $_.Psid -replace '^ZVAR ' } else { $_.TargetName } } }
$one, $other = foreach ($file in $First, $Second) {
    , @(Import-Csv $file | Where-Object Label | Select-Object $star, Label)
}

$labelOf = @{}
$other | ForEach-Object { $labelOf[$_.Star] = $_.Label }
$both = @($one | Where-Object { $labelOf.ContainsKey($_.Star) })
if (-not $both) {
    throw 'The two files have no star in common that has a label in both.'
}

$shared = @($both.Star)
$apart = @(Compare-Object $both @($other | Where-Object Star -in $shared) -Property Star, Label |
        Where-Object SideIndicator -eq '<=')
if ($Differing) {
    return $apart | Select-Object Star, @{ n = 'First'; e = { $_.Label } }, @{ n = 'Second'; e = { $labelOf[$_.Star] } }
}

$agreed = ($both.Count - $apart.Count) / $both.Count

# What two would agree on who give each label as often as these do, and to any star.
$chance = 0.0
foreach ($group in $both | Group-Object Label) {
    $again = @($shared | Where-Object { $labelOf[$_] -eq $group.Name }).Count
    $chance += $group.Count / $both.Count * $again / $both.Count
}

[pscustomobject]@{
    Stars = $both.Count
    Agreed = [Math]::Round(100 * $agreed, 1)
    Kappa = if ($chance -lt 1) { [Math]::Round(($agreed - $chance) / (1 - $chance), 4) }
}
