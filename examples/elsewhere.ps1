<#
.SYNOPSIS
A star of another survey: reads its table, folds it, draws it, and writes it as a VOTable.

.DESCRIPTION
Makes itself a table as the first Sky Patrol of ASAS-SN gives them, since this is an example: the numbers are made up,
of a star that varies in 0.567 days. With -Table it reads one that is there, of any survey that about_ZvarPS_Folding
names. The table is known by its columns; a magnitude behind > is a limit. The light curve is folded, drawn in its own
magnitudes and times, and written as a VOTable for TOPCAT, which says where it is from. Asks no service, and needs no
network. Runs in pwsh, and through ZvarPS.Host.

.PARAMETER Table
A table with a light curve. Default: one with made-up numbers, made in the folder of -Path.

.PARAMETER Period
The period to fold at. Default: the one that Find-ZvarPeriod finds; of the made-up table the one that it was made with.

.PARAMETER Path
The folder everything goes to. Default: elsewhere in the current directory.

.EXAMPLE
./examples/elsewhere.ps1

.EXAMPLE
./examples/elsewhere.ps1 -Table ~/Downloads/light_curve.csv -Period 0.567d

.EXAMPLE
dotnet run --project src/ZvarPS.Host -- -File examples/elsewhere.ps1
#>
[CmdletBinding()]
param(
    [string] $Table,

    [string] $Period,

    [string] $Path = 'elsewhere'
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module ZvarPS)) {
    Import-Module "$PSScriptRoot/../ZvarPS.psd1"
}

# .NET knows nothing of PowerShell's current directory.
$folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
$null = [IO.Directory]::CreateDirectory($folder)

if (-not $Table) {
    'The numbers of this table are made up.'
    $days = 0.567
    $Table = [IO.Path]::Combine($folder, 'made-up.csv')
    $invariant = [cultureinfo]::InvariantCulture
    $lines = @('HJD,UT Date,Camera,FWHM,Limit,mag,mag_err,flux(mJy),flux_err,Filter')
    foreach ($night in 0..299) {
        # A night or two between the exposures, at hours that differ; a fast rise, a slow decline, and some noise.
        $time = 2457000.75 + 1.7 * $night + 0.11 * [math]::Sin(7 * $night)
        $angle = 2 * [math]::PI * $time / $days
        $mag = 13.4 + 0.35 * [math]::Sin($angle) + 0.12 * [math]::Sin(2 * $angle) + 0.02 * [math]::Sin(911 * $night)
        $mJy = 3631e3 * [math]::Pow(10, -0.4 * $mag)
        $said = $mag.ToString('F3', $invariant), '0.020'

        # A cloud: all that is known is that the star was not brighter.
        if ($night % 50 -eq 49) {
            $said = '>12.5', '99.990'
        }

        $lines += [string]::Format(
            $invariant, '{0:F5},2014-12-09.25,ba,1.46,16.9,{1},{2},{3:F3},0.300,V', $time, $said[0], $said[1], $mJy)
    }

    [IO.File]::WriteAllLines($Table, [string[]] $lines)
    if (-not $Period) {
        $Period = [string]::Format($invariant, '{0}d', $days)
    }
}

$curves = @(Import-ZvarTable $Table)
foreach ($curve in $curves) {
    "$($curve.Points) exposures, $($curve.Detections) detections in $($curve.Bands), times in $($curve.TimeSystem)."
    "It was taken for a table of $($curve.Source)."
}

if (-not $Period) {
    $best = ($curves[0] | Find-ZvarPeriod)[0]
    $Period = [string]::Format([cultureinfo]::InvariantCulture, '{0:R}d', $best.Period)
    "The period found is $Period."
}

$bins = @($curves | ConvertTo-ZvarFold $Period -Bins 20 -Epoch Maximum)
"Folded at $Period, in $($bins.Count) bins."

($curves | Show-ZvarFold -Period $Period -Epoch Maximum -Path "$folder/fold.png" -PassThru).FullName
($curves | Export-ZvarTable "$folder/light-curve.vot" -PassThru).FullName
