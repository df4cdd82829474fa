<#
.SYNOPSIS
Reports what the makers of the catalogue have processed since the last run, for a scheduler to run at night.

.DESCRIPTION
Asks for the processing logs and writes those that were not there at the last run to a CSV file. A log whose columns
have changed counts as new: its file was processed again. The first run finds everything new. One line says how it went.

What was there is kept in the file of -StatePath. It is replaced, at once and whole, when the report is written, and not
touched when anything fails: what one night misses, the next one reports. No report is ever written over another, and
two runs at a time do not get in each other's way: the second ends with 3.

The exit code says how it went, for a scheduler or a script to act upon:
    0   all is well, whether anything is new or not
    2   the service failed, or there is no connection to it
    3   the state or the report cannot be read or written
    10  all is well and something is new, if -SignalNew asks for that
Anything else is pwsh's own: 1 says that the script could not even begin, for a parameter that is misspelt, say. An
error is told on the error stream and begins with its id; about_ZvarPS_Errors tells what to do about the service's.

It asks the session's connection, and without one that of the environment variables ZVAR_USERNAME and ZVAR_PASSWORD.

nightly.service and nightly.timer, beside this file, run it on Linux, and nightly-task.ps1 on Windows.

.PARAMETER StatePath
The CSV file that keeps what was there at the last run. The first run makes it, and its folder. A file that is none of
this script's is not touched.

.PARAMETER ReportPath
The CSV file for what is new, which must not exist. Unless told, a file beside the state with the time of the run (UTC)
in its name, such as zvar-new-20260701T031500Z.csv. No file is written when nothing is new.

.PARAMETER Demo
Asks the synthetic demo sky, whatever the session is connected to. Give it a state of its own.

.PARAMETER PassThru
Gives the new logs as objects as well.

.PARAMETER SignalNew
Ends with 10 instead of 0 where something is new.

.EXAMPLE
./examples/nightly.ps1 -Demo -StatePath demo-state.csv

On the demo sky, where nothing is ever processed: everything is new the first time, nothing the second time. Delete a
few lines of demo-state.csv to see them reported.

.EXAMPLE
pwsh -NoProfile -NonInteractive -File nightly.ps1 -StatePath /var/lib/zvar/state.csv

As a scheduler runs it, with ZVAR_USERNAME and ZVAR_PASSWORD in its environment.

.EXAMPLE
pwsh -NoProfile -NonInteractive -Command '
    $ErrorActionPreference = "Stop"
    Connect-Zvar -Credential (Get-Secret zvar)
    ./nightly.ps1 state.csv
    exit $LASTEXITCODE'

With user and password from a vault of Microsoft.PowerShell.SecretManagement, put there once by
Set-Secret zvar (Get-Credential). Where nobody is there to unlock it the vault must open without a password:
Set-SecretStoreConfiguration -Authentication None -Interaction None.
#>

#Requires -Version 7.6
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $StatePath,

    [string] $ReportPath,

    [switch] $Demo,

    [switch] $PassThru,

    [switch] $SignalNew
)

$ErrorActionPreference = 'Stop'

function Exit-Nightly([int] $Code, [string] $Id, [string] $Message) {
    $ErrorActionPreference = 'Continue'
    $PSCmdlet.WriteError([Management.Automation.ErrorRecord]::new(
            [InvalidOperationException]::new("${Id}: $Message"), $Id, 'InvalidOperation', $null))
    exit $Code
}

if (-not (Get-Module ZvarPS)) {
    # As an example it lies beside its module; copied elsewhere it takes the one that is installed.
    $beside = "$PSScriptRoot/../ZvarPS.psd1"
    Import-Module ((Test-Path $beside) ? $beside : 'ZvarPS')
}

# The state is compared as text, and others read the report: numbers are written the same whatever the language is.
$culture = [cultureinfo]::CurrentCulture
$connection = Get-ZvarConnection
$lock = $null
$unfinished = @()
try {
    [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
    $state = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($StatePath)
    $null = [IO.Directory]::CreateDirectory((Split-Path -LiteralPath $state))
    try {
        $lock = [IO.FileStream]::new(
            "$state.lock", 'OpenOrCreate', 'ReadWrite', 'None', 1, [IO.FileOptions]::DeleteOnClose)
    }
    catch [IO.IOException] {
        Exit-Nightly -Code 3 -Id StateInUse -Message "Another run has $state, or else something holds $state.lock."
    }

    # With -ErrorAction Stop an answer that breaks off ends here: half a list would make the other half new tomorrow.
    try {
        if ($Demo) {
            Connect-Zvar -Demo
        }

        $logs = @(Get-ZvarProcessingLog -ErrorAction Stop)
    }
    catch {
        $id = ($_.FullyQualifiedErrorId -split ',')[0]
        $hint = $id -eq 'NotConnected' ? ' Are they set for the user this runs as?' : ''
        Exit-Nightly -Code 2 -Id $id -Message "$_$hint"
    }

    $known = @()
    if ((Test-Path -LiteralPath $state) -and (Get-Item -LiteralPath $state -Force).Length -gt 0) {
        $known = @(Import-Csv -LiteralPath $state)
        $columns = @($known | Select-Object -First 1 | ForEach-Object { $_.PSObject.Properties.Name })
        if ('Field', 'Ccd', 'Quad', 'Band', 'Synthetic' | Where-Object { $_ -notin $columns }) {
            Exit-Nightly -Code 3 -Id NotAState -Message (
                "$state is no state of this script, and stays as it is. Give -StatePath a file of its own.")
        }

        if ($logs.Count -gt 0 -and "$($logs[0].Synthetic)" -ne $known[0].Synthetic) {
            $sky = $logs[0].Synthetic ? 'a real service' : 'the synthetic demo sky'
            Exit-Nightly -Code 3 -Id AnotherSky -Message "$state is the state of $sky. Give each a file of its own."
        }
    }

    # Compared as lines of CSV, which is what the state holds: a number read back is equal to itself.
    $before = [Collections.Generic.HashSet[string]]::new([string[]] @($known | ConvertTo-Csv -NoHeader))
    $lines = @($logs | ConvertTo-Csv -NoHeader)
    $new = @(for ($i = 0; $i -lt $logs.Count; $i++) {
            if (-not $before.Contains($lines[$i])) {
                $logs[$i]
            }
        })
    $count = '{0} of {1} files are new' -f $new.Count, $logs.Count
    if ($new.Count -eq 0) {
        "$count."
        exit 0
    }

    $time = [datetime]::UtcNow.ToString('yyyyMMddTHHmmssZ')
    $report = $ReportPath ?
        $PSCmdlet.GetUnresolvedProviderPathFromPSPath($ReportPath) :
        (Join-Path (Split-Path -LiteralPath $state) "zvar-new-$time.csv")

    # Each first whole under a name of its own, then in place by one rename. The report comes first: should this be
    # ended between the two, the next run reports the same once more.
    $unfinished = @("$report.$([guid]::NewGuid())", "$state.$([guid]::NewGuid())")
    $new | Export-Csv -LiteralPath $unfinished[0]
    $logs | Export-Csv -LiteralPath $unfinished[1]
    [IO.File]::Move($unfinished[0], $report)
    [IO.File]::Move($unfinished[1], $state, $true)
    "${count}: $report"
    if ($PassThru) {
        $new
    }

    exit ($SignalNew ? 10 : 0)
}
catch {
    Exit-Nightly -Code 3 -Id ($_.FullyQualifiedErrorId -split ',')[0] -Message "$_"
}
finally {
    $unfinished | Where-Object { Test-Path -LiteralPath $_ } | Remove-Item -LiteralPath { $_ }
    ${lock}?.Dispose()
    [cultureinfo]::CurrentCulture = $culture
    if ($Demo) {
        Disconnect-Zvar
        $connection | Connect-Zvar
    }
}
