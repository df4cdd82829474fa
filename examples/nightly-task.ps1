<#
.SYNOPSIS
Registers nightly.ps1 as a scheduled task of Windows, every morning.

.DESCRIPTION
Install the module for all users first: Install-PSResource ZvarPS -Scope AllUsers. The task runs as the user of
-Credential, whose environment variables ZVAR_USERNAME and ZVAR_PASSWORD hold the account at the service. The task's
Last Run Result is the exit code of nightly.ps1.

.PARAMETER Credential
The user of Windows the task runs as.

.PARAMETER StatePath
The file that keeps what was there at the last run. Reports are written beside it.

.PARAMETER At
When, every day.

.EXAMPLE
./examples/nightly-task.ps1 -Credential (Get-Credential OBSERVATORY\zvar)

.EXAMPLE
./examples/nightly-task.ps1 -Credential (Get-Credential OBSERVATORY\zvar) -StatePath D:\zvar\state.csv -At 07:00 -WhatIf
#>

#Requires -Version 7.6
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [pscredential] $Credential,

    [string] $StatePath = 'C:\ProgramData\zvar\state.csv',

    [datetime] $At = '06:30'
)

$ErrorActionPreference = 'Stop'
$arguments = "-NoProfile -NonInteractive -File `"$PSScriptRoot\nightly.ps1`" -StatePath `"$StatePath`""
if ($PSCmdlet.ShouldProcess("pwsh.exe $arguments", 'Register-ScheduledTask ZVAR-nightly')) {
    $login = @{ User = $Credential.UserName; Password = $Credential.GetNetworkCredential().Password }
    $action = New-ScheduledTaskAction -Execute pwsh.exe -Argument $arguments
    $trigger = New-ScheduledTaskTrigger -Daily -At $At
    Register-ScheduledTask ZVAR-nightly -Action $action -Trigger $trigger @login
}
