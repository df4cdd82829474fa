<#
.SYNOPSIS
Reports what the makers of the catalogue have processed since the last run, for a scheduler to run at night.

.DESCRIPTION
Asks for the processing logs, gives those that were not there at the last run, and writes them to a CSV file as well. A
log whose columns have changed counts as new: its file was processed again. The first run finds everything new.

What was there is kept in the file of -StatePath. It is replaced when the report is written, and not touched when
anything fails: what one night misses, the next one reports.

The exit code says how it went, for a scheduler or a script to act upon:
    0  nothing is new
    1  there are new files, and a report of them
    2  the service failed, or there is no connection to it
    3  anything else failed, a disk that is full for example
An error is told on the error stream with its id; about_ZvarPS_Errors tells what to do about each.

It asks the session's connection, and without one that of the environment variables ZVAR_USERNAME and ZVAR_PASSWORD.

.PARAMETER StatePath
The CSV file that keeps what was there at the last run. The first run makes it.

.PARAMETER ReportPath
The CSV file for what is new. Unless told, a file beside the state with the time of the run (UTC) in its name, such as
zvar-new-20260701T031500Z.csv. No file is written when nothing is new.

.PARAMETER Demo
Asks the synthetic demo sky. Give it a state of its own.

.EXAMPLE
./examples/nightly.ps1 -Demo -StatePath demo-state.csv

On the demo sky, where nothing is ever processed: everything is new the first time, nothing the second time. Delete a
few lines of demo-state.csv to see them reported.

.EXAMPLE
pwsh -NoProfile -File nightly.ps1 -StatePath /var/lib/zvar/state.csv -ReportPath /var/lib/zvar/new.csv

As a scheduler runs it, with ZVAR_USERNAME and ZVAR_PASSWORD in its environment.

.EXAMPLE
pwsh -NoProfile -Command 'Connect-Zvar -Credential (Get-Secret zvar); ./nightly.ps1 state.csv; exit $LASTEXITCODE'

With user and password from a vault of Microsoft.PowerShell.SecretManagement, put there once by
Set-Secret zvar (Get-Credential). Where nobody is there to unlock it the vault must open without a password:
Set-SecretStoreConfiguration -Authentication None -Interaction None.

.EXAMPLE
$run = '-NoProfile -File C:\zvar\nightly.ps1 -StatePath C:\zvar\state.csv'
$action = New-ScheduledTaskAction -Execute pwsh.exe -Argument $run
$trigger = New-ScheduledTaskTrigger -Daily -At 06:30
Register-ScheduledTask 'ZVAR nightly' -Action $action -Trigger $trigger -User OBSERVATORY\zvar -Password (Read-Host)

On Windows, a scheduled task. It runs as a user who has ZVAR_USERNAME and ZVAR_PASSWORD among the user's environment
variables; the task's Last Run Result is the exit code.

.EXAMPLE
sudo systemctl enable --now zvar-nightly.timer

On Linux, a systemd timer. /etc/systemd/system/zvar-nightly.service:

    [Unit]
    Description=What ZVAR has processed
    Wants=network-online.target
    After=network-online.target

    [Service]
    Type=oneshot
    User=zvar
    StateDirectory=zvar
    EnvironmentFile=/etc/zvar/credentials
    ExecStart=/usr/bin/pwsh -NoProfile -File /opt/zvar/nightly.ps1 -StatePath /var/lib/zvar/state.csv
    SuccessExitStatus=1

/etc/zvar/credentials, which only root may read (chmod 600), has the lines ZVAR_USERNAME=... and ZVAR_PASSWORD=...

/etc/systemd/system/zvar-nightly.timer:

    [Unit]
    Description=What ZVAR has processed, every morning

    [Timer]
    OnCalendar=*-*-* 06:30
    Persistent=true

    [Install]
    WantedBy=timers.target

journalctl -u zvar-nightly shows the reports. systemctl --failed lists the service when it ended with 2 or 3.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $StatePath,

    [string] $ReportPath,

    [switch] $Demo
)

$ErrorActionPreference = 'Stop'

# An uncaught error would end pwsh with 1, which is said to mean something else here.
trap {
    Write-Error -ErrorRecord $_ -ErrorAction Continue
    exit 3
}

if (-not (Get-Module ZvarPS)) {
    # As an example it lies beside its module; copied elsewhere it takes the one that is installed.
    $beside = "$PSScriptRoot/../ZvarPS.psd1"
    Import-Module ((Test-Path $beside) ? $beside : 'ZvarPS')
}

# With -ErrorAction Stop an answer that breaks off ends here too: half a list would make the other half new tomorrow.
try {
    if ($Demo) {
        Connect-Zvar -Demo
    }

    $logs = @(Get-ZvarProcessingLog -ErrorAction Stop)
}
catch {
    $id = ($_.FullyQualifiedErrorId -split ',')[0]
    $hint = switch ($id) {
        'NotConnected' { 'Are ZVAR_USERNAME and ZVAR_PASSWORD set for the user this runs as?' }
        'AuthenticationFailed' { 'Has the password changed?' }
        'RequestFailed' { 'The next run will report what this one could not.' }
    }
    Write-Error "${id}: $_ $hint".Trim() -ErrorId $id -ErrorAction Continue
    exit 2
}

# Compared as lines of CSV, which is what the state holds: a number read back is equal to itself.
$state = (Test-Path $StatePath) ? @(Import-Csv $StatePath) : @()
$known = [Collections.Generic.HashSet[string]]::new([string[]] @($state | ConvertTo-Csv -NoHeader))
$lines = @($logs | ConvertTo-Csv -NoHeader)
$new = @(for ($i = 0; $i -lt $logs.Count; $i++) {
    if (-not $known.Contains($lines[$i])) {
        $logs[$i]
    }
})
if ($new.Count -eq 0) {
    exit 0
}

if (-not $ReportPath) {
    $folder = Split-Path $StatePath
    $time = [datetime]::UtcNow.ToString('yyyyMMddTHHmmssZ', [cultureinfo]::InvariantCulture)
    $ReportPath = Join-Path ($folder ? $folder : '.') "zvar-new-$time.csv"
}

$new | Export-Csv $ReportPath

# First whole, then in place: a run that is killed leaves the old state or the new one.
$logs | Export-Csv "$StatePath.new"
Move-Item "$StatePath.new" $StatePath -Force
$new
exit 1
